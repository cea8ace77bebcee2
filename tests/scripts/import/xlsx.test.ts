import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyContent, importTwice, type ImportSite } from './site.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent();
});
afterEach(() => site.remove());

describe('workbooks: the plan, and a second import without changes', () => {
  it('weeks: in Korean, with merged cells, a formula and dates in several forms', async () => {
    const { text, ...counts } = await importTwice(site, 'schedule.xlsx');
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
          topic: rooftop-retrofitting -> seed-ethics

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
          Not a date.
          Write it as 2022-03-28, or as 28 March 2022.
        row 12, “종료일”: 2022-04-08
          "end" (2022-04-08) lies before "start" (2022-05-02).
          Correct one of the two. If they were swapped, write "start: 2022-04-08" and "end: 2022-05-02".
        row 13, “종료일”: 2022-06-19
          This week (2022-06-13 to 2022-06-19) lies outside the programme, which runs from 2022-03-04 to 2022-06-12.
          Correct the date here, or "start" or "end" in programme.yaml."
    `);
  });

  it('prizes: amounts as numbers and as text', async () => {
    const { text, ...counts } = await importTwice(site, 'prizes.xlsx');
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
          givenBy: Baram

      Changes (2)
        row 2: content/2022/prizes/first-place.yaml
          amount.value: 2400000 -> 3500000
        row 6: content/2022/prizes/golden-trowel.yaml
          givenBy: nothing -> Busan Harbour Garden Trust

      Unchanged (2)
        second-place, third-place

      Cannot be placed (4)
        row 5, “상금 (KRW)”: 미정
          Not an amount.
          Write the amount with its currency, such as KRW 3,000,000.
        row 8, “상금 (KRW)”: $1,000
          "$" is the sign of several currencies.
          Write the code of the currency, such as USD, JPY or KRW.
        row 9, “구분”: trophy
          Not one of the values that are known here.
          Write one of award, money, opportunity.
        row 10, “순위”: 합계
          Not a whole number from 1 up.
          Write the number in digits, such as 3.
        row 10, “상 이름”
          The row has no title.
          Write what the prize is called."
    `);
  });

  it('events: one sheet of several, chosen with --sheet', async () => {
    await expect(site.prepare('events.xlsx')).rejects.toThrow(
      'The file has several sheets: “Events”, “Budget”. Say which with --sheet Events.',
    );
    await expect(site.prepare('events.xlsx', '--sheet', 'Event')).rejects.toThrow('Did you mean "Events"?');
    const { text, ...counts } = await importTwice(site, 'events.xlsx', '--sheet', 'events');
    expect(counts).toEqual({ changed: 3, added: 2 });
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

      New (2)
        row 6: content/2022/events/final-pitch.mdx
          title: Final pitch
          start: 2022-06-10T14:00
          end: 2022-06-10T17:30
          attendance: in-person
          venues: Cinema Plaza, Art Hall 1, Busan, KR
        row 7: content/2022/events/award-ceremony.mdx
          title: Award ceremony
          start: 2022-06-10T18:00
          attendance: in-person
          venues: Cinema Plaza, Busan, KR

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

      Cannot be placed (3)
        row 8, “Date”: Friday
          Not a date.
          Write it as 2022-03-28, or as 28 March 2022.
        row 9, “Country”: Corea
          There is no country of that name.
          Write KR if you mean South Korea.
        row 10, “Date”: #DIV/0!
          The formula of this cell has an error.
          Mend the formula in the sheet, or write the value itself."
    `);
  });
});
