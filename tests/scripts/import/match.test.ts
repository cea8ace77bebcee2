import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sample } from '../../sample.ts';
import { copyContent, countFiles, csv, showSheet, takeSheet, type ImportSite } from './site.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent({ ...sample });
});
afterEach(() => site.remove());

const take = (text: string) => takeSheet(site, text);
const show = (text: string) => showSheet(site, text);
const countEntries = (kind: string) => countFiles(site, kind);

describe('matching rows to entries', () => {
  it('matches by id, whatever else has changed', async () => {
    const { written } = await take(csv('ID,Date,Event', 'kick-off,2030-03-07,Opening'));
    expect(written).toEqual(['2030/events/kick-off.mdx']);
    expect(site.read('2030/events/kick-off.mdx')).toContain('title: Opening\nstart: 2030-03-07T15:00');
  });

  it('matches by name and day if several have the name', async () => {
    const sessions = (...days: string[]) =>
      csv('Date,Event,Place', ...days.map((day) => `2030-03-${day},Office hour,Online`));
    const { written } = await take(sessions('06', '13', '20'));
    expect(written).toEqual(['06', '13', '20'].map((day) => `2030/events/office-hour-2030-03-${day}.mdx`));
    // One of them is moved, and one more is held.
    expect((await take(sessions('06', '14', '20'))).written).toEqual([
      '2030/events/office-hour-2030-03-13.mdx',
    ]);
    expect((await take(sessions('06', '14', '20', '27'))).written).toEqual([
      '2030/events/office-hour-2030-03-27.mdx',
    ]);
    expect(countEntries('events')).toBe(5);
  });

  it('matches by phase and number, or by rank', async () => {
    await take(csv('Phase,Week,Start,End,Topic', 'I,2,2030-03-11,2030-03-16,A pause'));
    expect(site.read('2030/weeks/phase-1-week-2.mdx')).toContain('end: 2030-03-16\n');
    await take(csv('Rank,Prize,Amount', '2nd,Runner-up,CHF 250'));
    expect(site.read('2030/prizes/second.yaml')).toContain('title: Runner-up\n');
    expect(site.read('2030/prizes/second.yaml')).toContain('value: 250');
    expect(countEntries('prizes')).toBe(2);
  });

  it('refuses a second row for an entry, and asks about a similar name', async () => {
    const rows = csv(
      'id,Name,List,Type',
      ',University,Domestic,School',
      ',UNIVERSITY,Domestic,School',
      ',Universiti 2,Domestic,School',
    );
    expect((await show(rows)).split('Cannot be placed')[1]).toMatchInlineSnapshot(`
      " (1)
        row 3
          This is university, and so is row 2.
          Delete one of the two, or write what tells them apart."
    `);
    const renamed = csv('id,Name,List,Type', ',Univercity,Domestic,School');
    expect((await show(renamed)).split('Cannot be placed')[1]).toMatchInlineSnapshot(`
      " (1)
        row 2: Univercity
          This would be new, and it is much like university (“University”), which nothing else in the file stands for.
          If it is the same, write university in a column "id". If it is another one, write an id of its own there, such as univercity."
    `);
    expect((await take(renamed.replace('\n,', '\nuniversity,'))).written).toEqual([
      '2030/partners/university.yaml',
    ]);
    expect(await show(renamed.replace('\n,', '\nSchool of Ünis,'))).toContain(
      'Write school-of-unis, or leave the cell empty',
    );
    expect((await take(csv('No,Name,List,Type', '7,Another School,Domestic,School'))).written).toEqual([
      '2030/partners/another-school.yaml',
    ]);
  });

  it('matches by name alone only if it is unique, else writes neither row', async () => {
    const rows = csv(
      'Date,Event,Place',
      '2030-03-05,Kick-off,Online',
      // Left out alone, this one would be taken for the kick-off next time.
      '2030-03-06,Kick-off,',
    );
    for (const time of ['first', 'second']) {
      const { written, text } = await take(rows);
      expect(written, time).toEqual([]);
      expect(text.split('Cannot be placed')[1]).toMatchInlineSnapshot(`
        " (2)
          row 2: Kick-off
            This would be new, and it is named like kick-off (“Kick-off”), which nothing else in the file stands for.
            If it is the same, write kick-off in a column "id". If it is another one, write an id of its own there, such as kick-off-2030-03-05.
          row 3: Kick-off
            This would be new, and it is named like kick-off (“Kick-off”), which nothing else in the file stands for.
            If it is the same, write kick-off in a column "id". If it is another one, write an id of its own there, such as kick-off-2030-03-06."
      `);
    }
    const told = rows
      .replace('Place', 'Place,id')
      .replace('Online', 'Online,kick-off')
      .replace('06,Kick-off,', '06,Kick-off,Online,');
    expect((await take(told)).written).toEqual([
      '2030/events/kick-off.mdx',
      '2030/events/kick-off-2030-03-06.mdx',
    ]);
    expect((await take(told)).written).toEqual([]);
  });

  it('matches an entry by its new fields once a row has changed it', async () => {
    const rows = csv('Rank,Prize,Amount,Type', '1,Grand prize,CHF 300,Money', ',First prize,,Award');
    const { written, text } = await take(rows);
    expect(text).toContain('title: First prize -> Grand prize');
    expect(written).toEqual(['2030/prizes/first.yaml', '2030/prizes/first-prize.yaml']);
    expect((await take(rows)).written).toEqual([]);
  });

  it('keeps the id of a row for it, even if the row has errors', async () => {
    const rows = (attendance: string) =>
      csv('id,Date,Event,Attendance', `talk,2030-03-06,Talk,${attendance}`, ',2030-03-07,Talk,Online');
    expect((await take(rows('perhaps'))).written).toEqual(['2030/events/talk-2030-03-07.mdx']);
    expect((await take(rows('Online'))).written).toEqual(['2030/events/talk.mdx']);
  });

  it('stops if a file of the collection cannot be read', async () => {
    site.change('2030/partners/university.yaml', (text) => text.replace('kind:', 'kind'));
    await expect(show(csv('Name,Country', 'University,CH'))).rejects.toThrow(
      'content/2030/partners/university.yaml cannot be read, so nobody can tell which rows stand for it.',
    );
  });

  it('asks about an event with another title at the same time', async () => {
    const text = await show(csv('Date,Time,Event,Place', '2030-03-04,15:00-16:45,Opening,Online'));
    expect(text).toContain('it is held at the same time as kick-off (“Kick-off”)');
  });
});
