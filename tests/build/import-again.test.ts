import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sample } from '../content/sample.ts';
import { copyContent, csv, showSheet, takeSheet, type ImportSite } from './import-site.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent({ ...sample });
});
afterEach(() => site.remove());

const take = (text: string, ...args: string[]) => takeSheet(site, text, ...args);
const show = (text: string, ...args: string[]) => showSheet(site, text, ...args);
const countFiles = (folder: string) =>
  Object.keys(site.snapshot()).filter(
    (path) => path.startsWith(`2030/${folder}/`) && !/\.\w+\.\w+$/.test(path),
  ).length;

/** Puts one more file into a site that is there. */
function withFile(old: ImportSite, path: string, text: string): ImportSite {
  const files = old.snapshot();
  old.remove();
  return copyContent({ ...files, [path]: text });
}

describe('a changed sheet', () => {
  it('changes those fields, and keeps comments, order, line ends, other fields and the text', async () => {
    site.change('2030/events/kick-off.mdx', (text) =>
      `${text.replace('title:', '# agreed on Monday\ntitle:').replace('15:00', '15:00 # after lunch')}\nIn the hall.\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    );
    const before = site.read('2030/events/kick-off.mdx');
    const { written } = await take(csv('Date,Event,Time', '2030-03-05,KICK-OFF,15:30-16:45'));
    expect(written).toEqual(['2030/events/kick-off.mdx']);
    expect(site.read('2030/events/kick-off.mdx')).toBe(
      before
        .replace('start: 2030-03-04T15:00', 'start: 2030-03-05T15:30')
        .replace('end: 2030-03-04T16:45', 'end: 2030-03-05T16:45'),
    );
  });

  it('keeps times of day where it has none, and what an empty cell does not say', async () => {
    const { written } = await take(csv('Date,Event,Where,City', '2030-03-06,Kick-off,Town hall,'));
    expect(written).toEqual(['2030/events/kick-off.mdx']);
    expect(site.read('2030/events/kick-off.mdx')).toContain(
      'start: 2030-03-06T15:00\nend: 2030-03-06T16:45\n',
    );
    expect(site.read('2030/events/kick-off.mdx')).toContain('  - name: Town hall\n    country: CH\n');
  });

  it('deletes nothing: what it does not name is listed', async () => {
    const text = await show(csv('Name,Country,Type', 'Other School,CH,School'), '--list', 'domestic');
    expect(text).toContain(
      'There, and not in the file: they stay as they are (1)\n  content/2030/partners/university.yaml',
    );
  });

  it('takes the list of a partner from the column of its kind, where that says both', async () => {
    await take(
      csv(
        '기관명,구분',
        'Seowon School,국내 학교',
        'Kuma Institute,해외',
        'Kuma College,International',
        'Nao,국내 기관',
      ),
      '--as',
      'partners',
    );
    const said = (id: string) =>
      /list: (\w+)\nkind: (\w+)/.exec(site.read(`2030/partners/${id}.yaml`))?.slice(1);
    expect(said('seowon-school')).toEqual(['domestic', 'school']);
    expect(said('kuma-college')).toEqual(['international', 'school']);
    expect(said('nao')).toEqual(['domestic', 'institution']);
    // Neither its name nor the column says what it is.
    expect(Object.keys(site.snapshot())).not.toContain('2030/partners/kuma-institute.yaml');
  });

  it('gives back what was called off', async () => {
    const rows = (status: string, reason: string) =>
      csv('Date,Event,Status,Reason', `2030-03-04,Kick-off,${status},${reason}`);
    await take(rows('Cancelled', 'Snow.'));
    expect(site.read('2030/events/kick-off.mdx')).toContain('status: cancelled\nstatusNote: Snow.\n');
    await take(rows('Confirmed', ''));
    expect(site.read('2030/events/kick-off.mdx')).toContain('status: scheduled\n---');
    expect(site.read('2030/events/kick-off.mdx')).not.toContain('Snow');
  });

  it('says a topic by its title in any language, and a title where there is no such topic', async () => {
    const rows = (topic: string) => csv('Phase,Week,Dates,Topic', `2,1,18.3.2030-24.3.2030,${topic}`);
    const read = () => site.read('2030/weeks/phase-2-week-1.mdx');
    site.change('2030/topics/streets.mdx', (text) => text);
    expect((await take(rows('STREETS'))).written).toEqual([]);
    await take(rows('Squares'));
    expect(read()).toContain('title: Squares\n');
    expect(read()).not.toContain('topic:');
    await take(rows('streets'));
    expect(read()).toContain('topic: streets\n');
    expect(read()).not.toContain('title:');
    expect(await show(rows('Street'))).toContain('“Street” is much like the topic “Streets”');
  });

  it('keeps words that are a translation, and names that differ in capital letters only', async () => {
    const events = (title: string) => csv('Date,행사명', `2030-03-04,${title}`);
    site = withFile(site, '2030/events/kick-off.ko.mdx', '---\ntitle: 개회식\n---\n');
    expect((await take(events('개회식'))).written).toEqual([]);
    expect(await show(csv('Name,City,List,Type', 'UNIVERSITY,제네바,Domestic,School'))).toContain(
      '"name" stays “University”: “UNIVERSITY” differs from it in capital letters only.',
    );
  });
});

describe('an entry is found again', () => {
  it('by its id, whatever else has changed', async () => {
    const { written } = await take(csv('ID,Date,Event', 'kick-off,2030-03-07,Opening'));
    expect(written).toEqual(['2030/events/kick-off.mdx']);
    expect(site.read('2030/events/kick-off.mdx')).toContain('title: Opening\nstart: 2030-03-07T15:00');
  });

  it('by its name and its day, where several have the name', async () => {
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
    expect(countFiles('events')).toBe(5);
  });

  it('by phase and number, or by the place of prize money', async () => {
    await take(csv('Phase,Week,Start,End,Topic', 'I,2,2030-03-11,2030-03-16,A pause'));
    expect(site.read('2030/weeks/phase-1-week-2.mdx')).toContain('end: 2030-03-16\n');
    await take(csv('Rank,Prize,Amount', '2nd,Runner-up,CHF 250'));
    expect(site.read('2030/prizes/second.yaml')).toContain('title: Runner-up\n');
    expect(site.read('2030/prizes/second.yaml')).toContain('value: 250');
    expect(countFiles('prizes')).toBe(2);
  });

  it('never twice: a second row for it, and what is much like it, are for a person to decide', async () => {
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

  it('by its name alone only if there is no other with that name: else nothing is written for either', async () => {
    const rows = csv(
      'Date,Event,Place',
      '2030-03-05,Kick-off,Online',
      // Of this one nobody knows where it is held: left out alone, it would be taken for the kick-off next time.
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
            If it is the same, write kick-off in a column "id". If it is another one, write an id of its own there, such as kick-off-2030-03-06.
          row 3
            It says neither where it is held nor whether it is online.
            Write online, in-person or hybrid in a column "Attendance", or say it for all with --attendance."
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

  it('by what it says once its own row is written, whatever it said before', async () => {
    const rows = csv('Rank,Prize,Amount,Type', '1,Grand prize,CHF 300,Money', ',First prize,,Award');
    const { written, text } = await take(rows);
    expect(text).toContain('title: First prize -> Grand prize');
    expect(written).toEqual(['2030/prizes/first.yaml', '2030/prizes/first-prize.yaml']);
    expect((await take(rows)).written).toEqual([]);
  });

  it('by the id of its row, which no other row gets, also while that one cannot be placed', async () => {
    const rows = (place: string) =>
      csv('id,Date,Event,Place', `talk,2030-03-06,Talk,${place}`, ',2030-03-07,Talk,Online');
    expect((await take(rows(''))).written).toEqual(['2030/events/talk-2030-03-07.mdx']);
    expect((await take(rows('Online'))).written).toEqual(['2030/events/talk.mdx']);
  });

  it('only where its file can be read', async () => {
    site.change('2030/partners/university.yaml', (text) => text.replace('kind:', 'kind'));
    await expect(show(csv('Name,Country', 'University,CH'))).rejects.toThrow(
      'content/2030/partners/university.yaml cannot be read, so nobody can tell which rows stand for it.',
    );
  });

  it('asks about an event at the same time under another title', async () => {
    const text = await show(csv('Date,Time,Event,Place', '2030-03-04,15:00-16:45,Opening,Online'));
    expect(text).toContain('it is held at the same time as kick-off (“Kick-off”)');
  });
});
