import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyContent, importTwice, type ImportSite } from './site.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent();
});
afterEach(() => site.remove());

describe('CSV files: the plan, and a second import without changes', () => {
  it('weeks: day first, semicolons, titles above and the names of columns twice', async () => {
    const { text, ...counts } = await importTwice(site, 'schedule.csv');
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
          title: nothing -> Ethics of Seed Keeping in School Gardns
          topic: seed-ethics -> nothing
          “Ethics of Seed Keeping in School Gardns” is much like the topic “Ethics of Seed Keeping in School Gardens”. If that is meant, write it so, or write seed-ethics.
        row 8: content/2022/weeks/phase-1-week-8.mdx
          kind: break -> nothing
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
          There is no such date, or it is written in a form that is not known here.
          Write it as 2022-03-28, or as 28 March 2022.
        row 14, “Week”
          The row has no number of the week.
          Write it in a column "Week".
        row 15, “Phase”: III
          Edition 2022 has no such phase.
          Write one of 1 (phase-1), 2 (phase-2).
        row 16, “Status”: held
          Not one of the values that are known here.
          Write one of scheduled, cancelled, postponed.
        row 17, “From”: 2022-06-01
          This week begins on 2022-06-01, and phase-2-week-6 lasts until 2022-06-05.
          Correct the dates of one of the two: weeks must not overlap."
    `);
  });

  it('partners: saved by Korean Excel, with a heading for each list', async () => {
    const { text, ...counts } = await importTwice(site, 'partners.csv');
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
        row 9: content/2022/partners/elderfield-institute.yaml
          country: nothing -> CH

      Unchanged (3)
        suyeong-national-university, yongdu-university, university-of-rigi

      There, and not in the file: they stay as they are (7)
        content/2022/partners/bertram-kew-center.yaml
        content/2022/partners/catalpa-university-of-turin.yaml
        content/2022/partners/chenxi-university-of-horticulture.yaml
        content/2022/partners/dongbaek-university.yaml
        content/2022/partners/kangil-university.yaml
        content/2022/partners/kyerim-university.yaml
        content/2022/partners/sgn-korea.yaml

      Cannot be placed (5)
        row 10: Dongbaek Univercity
          This would be new, and it is much like dongbaek-university (“Dongbaek University”), which nothing else in the file stands for.
          If it is the same, write dongbaek-university in a column "id". If it is another one, write an id of its own there, such as dongbaek-univercity.
        row 11, “국가”: 독이르
          There is no country of that name.
          Write its name in English or Korean, or its code of ISO 3166, such as KR or CH.
        row 12, “구분”: 싱크탱크
          Not one of the values that are known here.
          Write one of school, institution.
        row 13, “홈페이지”: http://unhabitat.org
          The link "http://unhabitat.org" is not encrypted: it begins with http:// instead of https://.
          Write https://unhabitat.org, after trying it in a browser.
        row 14
          This is university-of-rigi, and so is row 7.
          Delete one of the two, or write what tells them apart."
    `);
  });

  it('events: "Unicode text" of an American Excel, month first', async () => {
    const { text, ...counts } = await importTwice(site, 'events.txt');
    expect(counts).toEqual({ changed: 1, added: 3 });
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
          attendance: online
          join: https://meet.example.org/open-house
          Everybody will see the link by which people join.
        row 4: content/2022/events/mentors-evening.mdx
          title: Mentors' evening
          start: 2022-04-05
          end: 2022-04-05
          attendance: online
          time: unannounced
          venues: Zoom
        row 12: content/2022/events/event-2022-06-12.mdx
          title: 폐회식
          start: 2022-06-12T11:00
          end: 2022-06-12T13:00
          attendance: hybrid
          venues: Seoul City Hall; YouTube
          Its words are in Korean, which is not the first language of this site.
          Its name has no Latin letters, so its file is called event-2022-06-12. A column "id" can say another name.

      Changes (1)
        row 6: content/2022/events/workshop-2.mdx
          start: 2022-05-20 -> 2022-05-20T16:00
          end: 2022-05-20 -> nothing
          time: unannounced -> nothing
          Its end is open now, since the row has a new beginning and no end.

      Unchanged (2)
        kick-off, workshop-1

      Cannot be placed (5)
        row 7, “Date”: 6/31/2022
          There is no such date, or it is written in a form that is not known here.
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
          Not a time of day.
          Write it as 15:00-16:45, or TBA if it is not known yet."
    `);
  });
});
