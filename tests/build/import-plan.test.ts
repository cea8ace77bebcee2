import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyContent, type ImportSite } from './import-site.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent();
});
afterEach(() => site.remove());

/**
 * Imports a file, and once more: the second time there is nothing left to write, byte for byte.
 * @returns the plan in words, and how many files were changed and added
 */
async function importTwice(file: string, ...args: string[]) {
  const before = site.snapshot();
  const first = await site.prepare(file, ...args);
  const written = await site.agree(first);
  const second = await site.prepare(file, ...args);
  expect(second.files).toEqual([]);
  expect(second.text).not.toContain('New (');
  expect(site.errors()).toEqual([]);
  const after = site.snapshot();
  for (const [path, text] of Object.entries(before))
    if (!written.includes(path)) expect(after[path]).toBe(text);
  const changed = written.filter((path) => path in before).length;
  return { text: first.text, changed, added: written.length - changed };
}

describe('a sheet as text, shown and imported twice,', () => {
  it('is read: weeks: day first, semicolons, titles above and the names of columns twice', async () => {
    const { text, ...counts } = await importTwice('schedule.csv');
    expect(counts).toEqual({ changed: 3, added: 0 });
    expect(text).toMatchInlineSnapshot(`
      "schedule.csv: read as weeks, since it has the columns “Phase”, “Week”, “From”, “To”. Names of columns stand in row 3.

      Columns
        A “Phase” -> phase
        B “Week” -> number
        C “From” -> start
        D “To” -> end
        E “Topic” -> topic, or title
        F “Status” -> status
        G “Remarks” not used

      How it was read
        03/04/2022 (row 5) was read as 3 April 2022 (and 7 more like it in the same way), since 21/03/2022 (row 4) can only have the day first.

      Changes (3)
        row 5: content/2022/weeks/phase-1-week-5.mdx
          start: 2022-03-28 -> 2022-03-29
        row 7: content/2022/weeks/phase-1-week-7.mdx
          title: nothing -> Ethics of Data Managment in Smart Cities
          topic: data-ethics -> nothing
          “Ethics of Data Managment in Smart Cities” is much like the topic “Ethics of Data Management in Smart Cities”. If that is meant, write it so, or write data-ethics.
        row 8: content/2022/weeks/phase-1-week-8.mdx
          title: Break -> Exam and exhibition
          status: nothing -> cancelled

      Unchanged (4)
        phase-1-week-4, phase-1-week-6, phase-2-week-1, phase-2-week-3

      There, and not in the file: they stay as they are (5)
        content/2022/weeks/phase-1-week-1.mdx
        content/2022/weeks/phase-1-week-2.mdx
        content/2022/weeks/phase-1-week-3.mdx
        content/2022/weeks/phase-2-week-4.mdx
        content/2022/weeks/phase-2-week-6.mdx

      Cannot be placed (5)
        row 12, “To”: 31/04/2022
          This is no date that can be, or it is written in a form that is not known here.
          Write it as 2022-03-28, or as 28 March 2022.
        row 14, “Week”
          The row has no number of the week.
          Write it in a column "Week".
        row 15, “Phase”: III
          Edition 2022 has no such phase.
          Write one of 1 (phase-1), 2 (phase-2).
        row 16, “Status”: held
          This is none of the values that are known here.
          Write one of scheduled, cancelled, postponed.
        row 17, “From”: 2022-06-01
          This week begins on 2022-06-01, and phase-2-week-6 lasts until 2022-06-05.
          Correct the dates of one of the two: weeks must not overlap."
    `);
  });

  it('is read: partners: saved by Korean Excel, with a heading for each list', async () => {
    const { text, ...counts } = await importTwice('partners.csv');
    expect(counts).toEqual({ changed: 1, added: 2 });
    expect(text).toMatchInlineSnapshot(`
      "partners.csv: read as partners, since it has the columns “기관명”, “국가”, “도시”, “구분”. Names of columns stand in row 1.

      Columns
        A “기관명” -> name
        B “국가” -> country
        C “도시” -> city
        D “구분” -> kind
        E “홈페이지” -> url

      How it was read
        The text was read as Korean (CP949). If letters look wrong, save it as UTF-8.
        Where a row does not say its list, it is the one that stands above.

      New (2)
        row 5: content/2022/partners/partner-1.yaml
          name: 성균관대학교
          list: domestic
          kind: school
          country: KR
          city: 수원
          url: https://www.skku.edu/
          Its words are in Korean, which is not the first language of this site.
          Its name has no Latin letters, so its file is called partner-1. A column "id" can say another name.
        row 8: content/2022/partners/eth-zurich.yaml
          name: ETH Zurich
          list: international
          kind: school
          country: CH
          city: 취리히
          url: https://ethz.ch/
          Its words are in Korean, which is not the first language of this site.

      Changes (1)
        row 9: content/2022/partners/edgelands-institute.yaml
          country: nothing -> CH

      Unchanged (3)
        seoul-national-university, yonsei-university, university-of-geneva

      There, and not in the file: they stay as they are (7)
        content/2022/partners/berkman-klein-center.yaml
        content/2022/partners/catholic-university-of-milan.yaml
        content/2022/partners/chengdu-university-of-technology.yaml
        content/2022/partners/dongguk-university.yaml
        content/2022/partners/kookmin-university.yaml
        content/2022/partners/korea-university.yaml
        content/2022/partners/sdsn-korea.yaml

      Cannot be placed (5)
        row 10: Dongguk Univercity
          This would be new, and it is much like dongguk-university (“Dongguk University”), which nothing else in the file stands for.
          If it is the same, write dongguk-university in a column "id". If it is another one, write an id of its own there, such as dongguk-univercity.
        row 11, “국가”: 독이르
          There is no country of that name.
          Write its name in English or Korean, or its code of ISO 3166, such as KR or CH.
        row 12, “구분”: 싱크탱크
          This is none of the values that are known here.
          Write one of school, institution.
        row 13, “홈페이지”: http://unhabitat.org
          The link "http://unhabitat.org" is not encrypted: it begins with http:// instead of https://.
          Write "url: https://unhabitat.org", after trying it in a browser.
        row 14
          This is university-of-geneva, and so is row 7.
          Delete one of the two, or write what tells them apart."
    `);
  });

  it('is read: events: "Unicode text" of an American Excel, month first', async () => {
    const { text, ...counts } = await importTwice('events.txt');
    expect(counts).toEqual({ changed: 0, added: 3 });
    expect(text).toMatchInlineSnapshot(`
      "events.txt: read as events, since it has the columns “Date”, “Time”, “Event”, “Where”. Names of columns stand in row 1.

      Columns
        A “Date” -> start and end
        B “Time” -> times of start and end
        C “Event” -> title
        D “Where” -> venues
        E “Join link” -> join
        F “Description” -> text below the fields

      How it was read
        3/4/2022 (row 3) was read as 4 March 2022 (and 6 more like it in the same way), since 2/23/2022 (row 2) can only have the month first.

      New (3)
        row 3: content/2022/events/open-house.mdx
          title: Open house
          start: 2022-03-04T17:00
          end: 2022-03-04T18:00
          join: https://meet.example.org/open-house
          attendance: online
          Everybody will see the link by which people join.
        row 4: content/2022/events/mentors-evening.mdx
          title: Mentors' evening
          start: 2022-04-05
          end: 2022-04-05
          venues: Zoom
          attendance: online
          time: unannounced
        row 12: content/2022/events/event-2022-06-12.mdx
          title: 폐회식
          start: 2022-06-12T11:00
          end: 2022-06-12T13:00
          venues: Seoul City Hall; YouTube
          attendance: hybrid
          Its words are in Korean, which is not the first language of this site.
          Its name has no Latin letters, so its file is called event-2022-06-12. A column "id" can say another name.

      Unchanged (2)
        kick-off, workshop-1

      Cannot be placed (6)
        row 6, “Time”: 4:00 PM
          No time is given at which it ends.
          Write both, such as 15:00-16:30.
        row 7, “Date”: 6/31/2022
          This is no date that can be, or it is written in a form that is not known here.
          Write it as 2022-03-28, or as 28 March 2022.
        row 8, “Date”: 5/6/2021
          2021-05-06 lies far outside edition 2022, which runs from 2022-03-04 to 2022-06-12.
          Correct the date, or import it into its own edition with --edition.
        row 9, “Time”: 1:00 PM - 6:00 PM CET
          The zone beside the time is not Asia/Seoul, in which times are kept here.
          Write the time of Asia/Seoul, or name the zone in a column "Time zone", such as Europe/Zurich.
        row 10
          This is “Demo day”, and so is row 9.
          Delete one of the two, or write what tells them apart.
        row 11, “Time”: afternoon
          This is no time of day.
          Write it as 15:00-16:45, or TBA if it is not known yet."
    `);
  });
});

describe('a workbook, shown and imported twice,', () => {
  it('is read: weeks: in Korean, with merged cells, a formula and dates in several forms', async () => {
    const { text, ...counts } = await importTwice('schedule.xlsx');
    expect(counts).toEqual({ changed: 2, added: 0 });
    expect(text).toMatchInlineSnapshot(`
      "schedule.xlsx, sheet “일정”: read as weeks, since it has the columns “단계”, “주차”, “시작일”, “종료일”. Names of columns stand in row 3.
      Its other sheets are empty.

      Columns
        A “단계” -> phase
        B “주차” -> number
        C “시작일” -> start
        D “종료일” -> end
        E “강의 주제” -> topic, or title
        F “비고” not used

      Changes (2)
        row 8: content/2022/weeks/phase-1-week-5.mdx
          start: 2022-03-28 -> 2022-03-29
        row 9: content/2022/weeks/phase-1-week-6.mdx
          topic: urban-retrofitting -> data-ethics

      Unchanged (5)
        phase-1-week-1, phase-1-week-2, phase-1-week-3, phase-1-week-4, phase-2-week-1

      There, and not in the file: they stay as they are (6)
        content/2022/weeks/phase-1-week-8.mdx
        content/2022/weeks/phase-2-week-3.mdx
        content/2022/weeks/phase-2-week-4.mdx
        content/2022/weeks/phase-2-week-5.mdx
        content/2022/weeks/phase-2-week-6.mdx
        content/2022/weeks/phase-2-week-7.mdx

      Cannot be placed (3)
        row 10, “종료일”: 미정
          This is no date.
          Write it as 2022-03-28, or as 28 March 2022.
        row 12, “종료일”: 2022-04-08
          "end" (2022-04-08) lies before "start" (2022-05-02).
          Correct one of the two. If they were swapped, write "start: 2022-04-08" and "end: 2022-05-02".
        row 13, “종료일”: 2022-06-19
          This week (2022-06-13 to 2022-06-19) lies outside the programme, which runs from 2022-03-04 to 2022-06-12.
          Correct the date here, or "start" or "end" in programme.yaml."
    `);
  });

  it('is read: prizes: amounts as numbers and as text', async () => {
    const { text, ...counts } = await importTwice('prizes.xlsx');
    expect(counts).toEqual({ changed: 2, added: 1 });
    expect(text).toMatchInlineSnapshot(`
      "prizes.xlsx, sheet “Prizes”: read as prizes, since it has the columns “순위”, “상 이름”, “구분”, “상금 (KRW)”. Names of columns stand in row 1.

      Columns
        A “순위” -> rank
        B “상 이름” -> title
        C “구분” -> kind
        D “상금 (KRW)” -> amount
        E “수여 기관” -> givenBy

      New (1)
        row 7: content/2022/prizes/audience-award.yaml
          title: Audience Award
          kind: award
          givenBy: WeGO

      Changes (2)
        row 2: content/2022/prizes/first-place.yaml
          amount.value: 3000000 -> 3500000
        row 6: content/2022/prizes/mayoral-award.yaml
          givenBy: nothing -> Seoul Metropolitan Government

      Unchanged (2)
        second-place, third-place

      Cannot be placed (4)
        row 5, “상금 (KRW)”: 미정
          This is no amount.
          Write the amount with its currency, such as KRW 3,000,000.
        row 8, “상금 (KRW)”: $1,000
          "$" is the sign of several currencies.
          Write the code of the currency, such as USD, JPY or KRW.
        row 9, “구분”: trophy
          This is none of the values that are known here.
          Write one of award, money, opportunity.
        row 10, “순위”: 합계
          This is no number from 1 on.
          Write the number in digits, such as 3.
        row 10, “상 이름”
          The row has no title.
          Write what the prize is called."
    `);
  });

  it('is read: events: one sheet of several, which has to be said', async () => {
    await expect(site.prepare('events.xlsx')).rejects.toThrow(
      'The file has several sheets: “Events”, “Budget”. Say which with --sheet Events.',
    );
    await expect(site.prepare('events.xlsx', '--sheet', 'Event')).rejects.toThrow('Did you mean "Events"?');
    const { text, ...counts } = await importTwice('events.xlsx', '--sheet', 'events');
    expect(counts).toEqual({ changed: 3, added: 1 });
    expect(text).toMatchInlineSnapshot(`
      "events.xlsx, sheet “Events”: read as events, since it has the columns “Date”, “Event”, “Start time”, “End time”. Names of columns stand in row 2.

      Columns
        A “Date” -> start and end
        B “Event” -> title
        C “Start time” -> time of start
        D “End time” -> time of end
        E “Venue” -> venues
        F “Room” -> room
        G “City” -> city
        H “Country” -> country
        I “Status” -> status

      How it was read
        44701 was read as 20 May 2022: sheets count days so.

      New (1)
        row 6: content/2022/events/final-pitch.mdx
          title: Final pitch
          start: 2022-06-10T14:00
          end: 2022-06-10T17:30
          venues: Dongdaemun Design Plaza, Art Hall 1, Seoul, KR
          attendance: in-person

      Changes (3)
        row 3: content/2022/events/kick-off.mdx
          end: 2022-02-23T16:45 -> 2022-02-23T17:00
        row 4: content/2022/events/workshop-1.mdx
          start: 2022-05-13 -> 2022-05-13T16:00
          end: 2022-05-13 -> 2022-05-13T18:00
          time: unannounced -> nothing
        row 5: content/2022/events/workshop-2.mdx
          status: nothing -> postponed
          venues: nothing -> Zoom

      Cannot be placed (4)
        row 7, “Start time”: 18:00
          No time is given at which it ends.
          Write both, such as 15:00-16:30.
        row 8, “Date”: Friday
          This is no date.
          Write it as 2022-03-28, or as 28 March 2022.
        row 9, “Country”: Corea
          There is no country of that name.
          Write KR if you mean South Korea.
        row 10, “Date”: #DIV/0!
          The formula of this cell has an error.
          Mend the formula in the sheet, or write the value itself.
        row 10
          It says neither where it is held nor whether it is online.
          Write online, in-person or hybrid in a column "Attendance", or say it for all with --attendance."
    `);
  });
});

describe('a calendar, shown and imported twice,', () => {
  it('is read: Google: in UTC, with a series and its exceptions, HTML, passwords and what is private', async () => {
    const { text, ...counts } = await importTwice('google.ics');
    expect(counts).toEqual({ changed: 1, added: 6 });
    expect(text).toMatchInlineSnapshot(`
      "google.ics: a calendar, read as events.

      How it was read
        “Mentoring” repeats: each of its 5 times within the programme is an event.
        Times of UTC were converted to those of Asia/Seoul.

      New (6)
        line 18 (“Mentoring”), 2022-05-04: content/2022/events/mentoring-2022-05-04.mdx
          title: Mentoring
          start: 2022-05-04T19:00
          end: 2022-05-04T20:30
          join: https://zoom.us/j/91234?pwd=abc
          attendance: online
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
          join: https://zoom.us/j/91234?pwd=abc
          attendance: online
          Everybody will see the link by which people join.
          The description has a password, which everybody will see.
        line 18 (“Mentoring”), 2022-06-01: content/2022/events/mentoring-2022-06-01.mdx
          title: Mentoring
          start: 2022-06-01T19:00
          end: 2022-06-01T20:30
          join: https://zoom.us/j/91234?pwd=abc
          attendance: online
          Everybody will see the link by which people join.
          The description has a password, which everybody will see.
        line 18 (“Mentoring”), 2022-06-08: content/2022/events/mentoring-2022-06-08.mdx
          title: Mentoring
          start: 2022-06-08T19:00
          end: 2022-06-08T20:30
          join: https://zoom.us/j/91234?pwd=abc
          attendance: online
          Everybody will see the link by which people join.
          The description has a password, which everybody will see.
        line 39 (“서울 현장 방문”): content/2022/events/event-2022-06-06.mdx
          title: 서울 현장 방문
          start: 2022-06-06
          end: 2022-06-08
          venues: 서울
          attendance: in-person
          Its words are in Korean, which is not the first language of this site.
          Its name has no Latin letters, so its file is called event-2022-06-06. A column "id" can say another name.

      Changes (1)
        line 8 (“2022 Activities Kick-off”): content/2022/events/kick-off.mdx
          what the calendar calls it is noted

      Cannot be placed (3)
        line 46 (“Jury meeting”)
          It is marked as private.
          Make it public in the calendar if it belongs on the site.
        line 53 (“Check-in”)
          It says neither where it is held nor whether it is online.
          Give it a place in the calendar, or say it for all with --attendance.
        line 59 (“Fair of 2019”): 2019-06-10T15:00
          2019-06-10 lies far outside edition 2022, which runs from 2022-03-04 to 2022-06-12.
          Correct the date, or import it into its own edition with --edition."
    `);
  });

  it('is read: Outlook: with a zone of its own name, one that nobody knows, and a day that is none', async () => {
    const { text, ...counts } = await importTwice('outlook.ics');
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
          venues: Microsoft Teams
          attendance: online
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

  it('is read: weeks: spans of days, whose titles say phase and number', async () => {
    const { text, ...counts } = await importTwice('weeks.ics', '--as', 'weeks');
    expect(counts).toEqual({ changed: 4, added: 0 });
    expect(text).toMatchInlineSnapshot(`
      "weeks.ics: a calendar, read as weeks.

      Changes (4)
        line 4 (“Phase II, week 1: Orientation Day”): content/2022/weeks/phase-2-week-1.mdx
          what the calendar calls it is noted
        line 10 (“Phase II, week 2: Team building, first part”): content/2022/weeks/phase-2-week-2.mdx
          start: 2022-05-02 -> 2022-05-03
          title: nothing -> Team building, first part
          topic: smart-city-and-sdgs -> nothing
        line 16 (“2단계 3주차: 팀 빌딩”): content/2022/weeks/phase-2-week-3.mdx
          title: nothing -> 팀 빌딩
          topic: smart-technologies-and-open-data -> nothing
          Its words are in Korean, which is not the first language of this site.
        line 28 (“Phase II, week 5: Mid-term review”): content/2022/weeks/phase-2-week-5.mdx
          title: nothing -> Mid-term review
          topic: cybersecurity-threats -> nothing
          status: nothing -> cancelled

      Cannot be placed (3)
        line 22 (“Retreat”)
          The row says no phase.
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
