import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sample } from '../../sample.ts';
import { copyContent, csv, showSheet, takeSheet, type ImportSite } from './site.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent({ ...sample });
});
afterEach(() => site.remove());

const take = (text: string, ...args: string[]) => takeSheet(site, text, ...args);
const show = (text: string, ...args: string[]) => showSheet(site, text, ...args);
/** Puts one more file into a site that is there. */
function withFile(old: ImportSite, path: string, text: string): ImportSite {
  const files = old.snapshot();
  old.remove();
  return copyContent({ ...files, [path]: text });
}

describe('importing a changed sheet', () => {
  it('edits only the changed fields, and keeps comments, order, line ends and the body', async () => {
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

  it('keeps what has no end, and opens an end that a new beginning leaves behind', async () => {
    const file = '2030/events/kick-off.mdx';
    site.change(file, (text) => text.replace(/end: .*\n/, ''));
    const sheet = (row: string) => csv('Date,Event,Time', row);
    expect((await take(sheet('2030-03-04,Kick-off,15:00'))).written).toEqual([]);
    await take(sheet('2030-03-05,Kick-off,'));
    expect(site.read(file)).toContain('start: 2030-03-05T15:00\nattendance');
    await take(sheet('2030-03-05,Kick-off,15:00-16:00'));
    expect(site.read(file)).toContain('end: 2030-03-05T16:00\n');
    const { text } = await take(sheet('2030-03-06,Kick-off,15:00'));
    expect(text).toContain('Its end is open now');
    expect(site.read(file)).not.toContain('end:');
    site.change(file, (old) => old.replace(/start: .*/, 'start: 2030-03-06'));
    expect((await take(csv('Date,Event', '2030-03-06,Kick-off'))).written).toEqual([]);
  });

  it('keeps times of day for a date alone, and fields whose cells are empty', async () => {
    const { written } = await take(csv('Date,Event,Where,City', '2030-03-06,Kick-off,Town hall,'));
    expect(written).toEqual(['2030/events/kick-off.mdx']);
    expect(site.read('2030/events/kick-off.mdx')).toContain(
      'start: 2030-03-06T15:00\nend: 2030-03-06T16:45\n',
    );
    expect(site.read('2030/events/kick-off.mdx')).toContain('  - name: Town hall\n    country: CH\n');
  });

  it('deletes nothing, and lists entries without a row', async () => {
    const text = await show(csv('Name,Country,Type', 'Other School,CH,School'), '--list', 'domestic');
    expect(text).toContain(
      'There, and not in the file: they stay as they are (1)\n  content/2030/partners/university.yaml',
    );
  });

  it('reads the list of a partner from the column of its kind', async () => {
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

  it('removes the reason when a cancelled event is confirmed', async () => {
    const rows = (status: string, reason: string) =>
      csv('Date,Event,Status,Reason', `2030-03-04,Kick-off,${status},${reason}`);
    await take(rows('Cancelled', 'Snow.'));
    expect(site.read('2030/events/kick-off.mdx')).toContain('status: cancelled\nstatusNote: Snow.\n');
    await take(rows('Confirmed', ''));
    expect(site.read('2030/events/kick-off.mdx')).toContain('status: scheduled\n---');
    expect(site.read('2030/events/kick-off.mdx')).not.toContain('Snow');
  });

  it('writes a topic by its title in any language, else a title', async () => {
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

  it('keeps a text for its translation, and for a change of capital letters only', async () => {
    const events = (title: string) => csv('Date,행사명', `2030-03-04,${title}`);
    site = withFile(site, '2030/events/kick-off.ko.mdx', '---\ntitle: 개회식\n---\n');
    expect((await take(events('개회식'))).written).toEqual([]);
    expect(await show(csv('Name,City,List,Type', 'UNIVERSITY,제네바,Domestic,School'))).toContain(
      '"name" stays “University”: “UNIVERSITY” differs from it in capital letters only.',
    );
  });
});
