import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyContent, importTwice, type ImportSite } from './site.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent();
});
afterEach(() => site.remove());

describe('calendars: the plan, and a second import without changes', () => {
  it('Google: in UTC, with a series and its exceptions, HTML, passwords and what is private', async () => {
    const { text, ...counts } = await importTwice(site, 'google.ics');
    expect(counts).toEqual({ changed: 1, added: 7 });
    expect(text).toMatchInlineSnapshot(`
      "google.ics: a calendar, read as events.

      How it was read
        “Mentoring” repeats: each of its 5 times within the programme is an event.
        Times of UTC were converted to those of Asia/Seoul.

      New (7)
        line 18 (“Mentoring”), 2022-05-04: content/2022/events/mentoring-2022-05-04.mdx
          title: Mentoring
          start: 2022-05-04T19:00
          end: 2022-05-04T20:30
          attendance: online
          join: https://zoom.us/j/91234?pwd=abc
          Everybody will see the link by which people join.
          The description has a password, which everybody will see.
        line 18 (“Mentoring”), 2022-05-19: content/2022/events/mentoring-2022-05-19.mdx
          title: Mentoring
          start: 2022-05-19T19:00
          end: 2022-05-19T20:30
          attendance: online
        line 18 (“Mentoring”), 2022-05-25: content/2022/events/mentoring-2022-05-25.mdx
          title: Mentoring
          start: 2022-05-25T19:00
          end: 2022-05-25T20:30
          attendance: online
          join: https://zoom.us/j/91234?pwd=abc
          Everybody will see the link by which people join.
          The description has a password, which everybody will see.
        line 18 (“Mentoring”), 2022-06-01: content/2022/events/mentoring-2022-06-01.mdx
          title: Mentoring
          start: 2022-06-01T19:00
          end: 2022-06-01T20:30
          attendance: online
          join: https://zoom.us/j/91234?pwd=abc
          Everybody will see the link by which people join.
          The description has a password, which everybody will see.
        line 18 (“Mentoring”), 2022-06-08: content/2022/events/mentoring-2022-06-08.mdx
          title: Mentoring
          start: 2022-06-08T19:00
          end: 2022-06-08T20:30
          attendance: online
          join: https://zoom.us/j/91234?pwd=abc
          Everybody will see the link by which people join.
          The description has a password, which everybody will see.
        line 39 (“서울 현장 방문”): content/2022/events/event-2022-06-06.mdx
          title: 서울 현장 방문
          start: 2022-06-06
          end: 2022-06-08
          attendance: in-person
          venues: 서울
          Its words are in Korean, which is not the first language of this site.
          Its name has no Latin letters, so its file is called event-2022-06-06. A column "id" can say another name.
        line 53 (“Check-in”): content/2022/events/check-in.mdx
          title: Check-in
          start: 2022-06-10T15:00
          end: 2022-06-10T16:00

      Changes (1)
        line 8 (“2022 Season Kick-off”): content/2022/events/kick-off.mdx
          what the calendar calls it is noted

      Cannot be placed (2)
        line 46 (“Jury meeting”)
          It is marked as private.
          Make it public in the calendar if it belongs on the site.
        line 59 (“Fair of 2019”): 2019-06-10T15:00
          2019-06-10 lies far outside edition 2022, which runs from 2022-03-04 to 2022-06-12.
          Correct the date, or import it into its own edition with --edition."
    `);
  });

  it('Outlook: a zone described in the file, an unknown zone, and an impossible day', async () => {
    const { text, ...counts } = await importTwice(site, 'outlook.ics');
    expect(counts).toEqual({ changed: 1, added: 2 });
    expect(text).toMatchInlineSnapshot(`
      "outlook.ics: a calendar, read as events.

      How it was read
        1 of its entries are tasks, which are left out.
        Times of UTC, W. Europe Standard Time were converted to those of Asia/Seoul.

      New (2)
        line 20 (“Guest talks from Geneva”): content/2022/events/guest-talks-from-geneva.mdx
          title: Guest talks from Geneva
          start: 2022-06-03T16:00
          end: 2022-06-03T17:00
          attendance: online
          venues: Microsoft Teams
        line 45 (“Talk without a zone”): content/2022/events/talk-without-a-zone.mdx
          title: Talk without a zone
          start: 2022-05-26T16:00
          end: 2022-05-26T17:30
          attendance: online

      Changes (1)
        line 30 (“Second workshop of Phase II”): content/2022/events/workshop-2.mdx
          start: 2022-05-20 -> 2022-05-20T16:00
          end: 2022-05-20 -> 2022-05-20T18:00
          time: unannounced -> nothing
          status: nothing -> cancelled
          venues: nothing -> Microsoft Teams

      Cannot be placed (3)
        line 38 (“Office hour”)
          Its times are those of a zone "Seoul Office Time", which the file does not describe and nobody knows.
          Choose a zone by region and city, such as Europe/Zurich, in the calendar, and export it again.
        line 52 (“Day that is not”)
          Its dates cannot be read: there is no day 2022-05-32.
          Correct them in the calendar, and export it again.
        line 58 (“Week of our own feed”)
          It is the week phase-1-week-4 of this very site.
          Delete it from the file."
    `);
  });

  it('weeks: spans of days, whose titles say phase and number', async () => {
    const { text, ...counts } = await importTwice(site, 'weeks.ics', '--as', 'weeks');
    expect(counts).toEqual({ changed: 4, added: 0 });
    expect(text).toMatchInlineSnapshot(`
      "weeks.ics: a calendar, read as weeks.

      Changes (4)
        line 4 (“Phase II, week 1: Orientation Day”): content/2022/weeks/phase-2-week-1.mdx
          what the calendar calls it is noted
        line 10 (“Phase II, week 2: Team building, first part”): content/2022/weeks/phase-2-week-2.mdx
          start: 2022-05-02 -> 2022-05-03
          title: nothing -> Team building, first part
          topic: soil-and-sdgs -> nothing
        line 16 (“2단계 3주차: 팀 빌딩”): content/2022/weeks/phase-2-week-3.mdx
          title: nothing -> 팀 빌딩
          topic: seeds-and-open-pollination -> nothing
          Its words are in Korean, which is not the first language of this site.
        line 28 (“Phase II, week 5: Mid-term review”): content/2022/weeks/phase-2-week-5.mdx
          title: nothing -> Mid-term review
          topic: frostbite-threats -> nothing
          status: nothing -> cancelled

      Cannot be placed (3)
        line 22 (“Retreat”)
          The row has no phase.
          Begin its title in the calendar with both, such as "Phase II, week 3: …".
        line 22 (“Retreat”)
          The row has no number of the week.
          Begin its title in the calendar with both, such as "Phase II, week 3: …".
        line 35 (“Phase II, week 6: Pitch training”)
          It has times of day, and a week has none.
          Import it as an event, without --as weeks.
        line 41 (“Phase II, week 7: Finale”): 2022-06-19
          This week (2022-06-06 to 2022-06-19) lies outside the programme, which runs from 2022-03-04 to 2022-06-12.
          Correct the date here, or "start" or "end" in programme.yaml."
    `);
  });
});
