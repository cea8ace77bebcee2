import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlaces } from '../../../scripts/lib/import/places.ts';
import { RowReader, type Context } from '../../../scripts/lib/import/row.ts';
import { sample } from '../../sample.ts';
import { copyContent, csv, takeSheet, type ImportSite } from './site.ts';

let site: ImportSite;
let known: string[];
beforeEach(() => {
  site = copyContent({ ...sample });
  known = site.errors();
});
afterEach(() => site.remove());

const read = (id: string) => site.read(`2030/events/${id}.mdx`);
const talk = (place: string, more: [string, string][] = []) =>
  csv(
    ['Date,Time,Event,Place', ...more.map(([head]) => head)].join(','),
    [`2030-03-06,10:00-11:00,Talk,"${place}"`, ...more.map(([, cell]) => cell)].join(','),
  );

/** Imports a sheet, and once more: then it changes nothing. */
async function take(text: string, ...args: string[]) {
  const taken = await takeSheet(site, text, ...args);
  expect((await takeSheet(site, text, ...args)).written).toEqual([]);
  expect(site.errors()).toEqual(known);
  return taken;
}

/** What a new event says of a place. */
function placeOf(place: string): string {
  const reader = new RowReader({ place: 'row 2', values: { place } }, context);
  const { attendance, sites, services, join } = readPlaces(reader);
  const venues = [...sites, ...services];
  return [
    `attendance: ${String(attendance)}`,
    ...(venues.length > 0 ? ['venues:', ...venues.map(({ name }) => `  - name: ${String(name)}`)] : []),
    ...(join === undefined ? [] : [`join: ${join}`]),
  ].join('\n');
}

const context: Context = {
  kind: 'events',
  edition: '2030',
  term: { start: '2030-03-04', end: '2030-03-31' },
  timezone: 'Europe/Zurich',
  phases: [],
  topics: [],
  dateOrder: undefined,
  isForeign: () => false,
  defaults: {},
  columnOf: () => undefined,
};

/** How people take part in the talk, and where. */
const where = () => /attendance: [\s\S]*?(?=---)/.exec(read('talk'))?.[0].trim();

describe('updating the place of an event', () => {
  const rows = (third: string, fourth: string, fifth: string) =>
    csv(
      'Date,Time,Event,Place',
      `2030-03-06,10:00-11:00,Third talk,${third}`,
      `2030-03-13,10:00-11:00,Fourth meeting,${fourth}`,
      `2030-03-20,10:00-11:00,Fifth visit,${fifth}`,
    );

  it('changes between a place and online', async () => {
    await take(rows('Seoul City Hall', 'Online', 'https://zoom.us/j/1'));
    const { text } = await take(rows('Online', 'Seoul City Hall', 'Seoul City Hall'));
    expect(text.slice(text.indexOf('Changes'), text.indexOf('There, and'))).toMatchInlineSnapshot(`
      "Changes (3)
        row 2: content/2030/events/third-talk.mdx
          attendance: in-person -> online
          venues: Seoul City Hall -> nothing
        row 3: content/2030/events/fourth-meeting.mdx
          attendance: online -> in-person
          venues: nothing -> Seoul City Hall
        row 4: content/2030/events/fifth-visit.mdx
          attendance: online -> in-person
          join: https://zoom.us/j/1 -> nothing
          venues: nothing -> Seoul City Hall

      "
    `);
    expect(read('third-talk')).toContain('attendance: online\n---');
    const there = 'attendance: in-person\nvenues:\n  - name: Seoul City Hall\n---';
    expect(read('fourth-meeting')).toContain(there);
    expect(read('fifth-visit')).toContain(there);
  });

  it('adds and removes online, and keeps the details of the place', async () => {
    await take(talk('Town hall', [['City', 'Genève']]));
    await take(talk('Town hall; Zoom'));
    expect(where()).toBe(
      'attendance: hybrid\nvenues:\n  - name: Town hall\n    city: Genève\n  - name: Zoom',
    );
    await take(talk('Town hall'));
    expect(where()).toContain('attendance: hybrid');
    await take(talk('Town hall', [['Attendance', 'in-person']]));
    expect(where()).toContain('attendance: in-person\nvenues:\n  - name: Town hall\n    city: Genève');
    await take(talk('Online'));
    expect(where()).toBe('attendance: online');
  });

  it('keeps an attendance set by hand that the row can mean too', async () => {
    await take(talk('Zoom'));
    site.change('2030/events/talk.mdx', (text) =>
      text.replace('attendance: online\nvenues:\n', 'attendance: hybrid\nvenues:\n  - name: Town hall\n'),
    );
    const hybrid = where();
    expect((await take(talk('Zoom'))).written).toEqual([]);
    const { written, text } = await take(talk('Online'));
    expect(written).toEqual([]);
    expect(text).toContain(
      'Its attendance stays hybrid, at “Town hall” too: the row says only that it is online. If that has changed, write it in a column "Attendance", or in its file.',
    );
    expect((await take(talk(''), '--attendance', 'online')).written).toEqual([]);
    expect((await take(talk('Town hall'))).written).toEqual([]);
    expect(where()).toBe(hybrid);
    await take(talk('Zoom', [['Attendance', 'online']]));
    expect(where()).toBe('attendance: online\nvenues:\n  - name: Zoom');
  });

  it('keeps online set by hand beside the place of the row', async () => {
    await take(talk('Town hall'));
    site.change('2030/events/talk.mdx', (text) => text.replace('in-person', 'online'));
    const { written, text } = await take(talk('Town hall'));
    expect(written).toEqual([]);
    expect(text).toContain(
      'Its attendance stays online, though the row names “Town hall”: its file has both.',
    );
    await take(talk('Library'));
    expect(where()).toBe('attendance: in-person\nvenues:\n  - name: Library');
  });

  it('asks if the event has several places', async () => {
    await take(talk('Town hall; Library'));
    for (const place of ['Online', 'Museum']) {
      const { written, errors } = await take(talk(place));
      expect(written).toEqual([]);
      expect(errors).toMatchObject([
        { value: place, why: 'talk is held in several places, and this is none of them.' },
      ]);
    }
  });

  it('follows a calendar as well', async () => {
    const calendar = (place: string) =>
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Talk\r\nDTSTART:20300306T100000Z\r\nDTEND:20300306T110000Z\r\nLOCATION:${place}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    await site.agree(await site.prepare(site.make('a.ics', calendar('Town hall'))));
    await site.agree(await site.prepare(site.make('a.ics', calendar('Online'))));
    expect(where()).toBe('attendance: online');
    await site.agree(await site.prepare(site.make('a.ics', calendar('Library'))));
    expect(where()).toBe('attendance: in-person\nvenues:\n  - name: Library');
  });
});

describe('the place of a new event', () => {
  const online = 'attendance: online';
  const zoom = 'attendance: online\nvenues:\n  - name: Zoom';
  const hall = (how: string) => `attendance: ${how}\nvenues:\n  - name: Seoul City Hall`;

  it.each([
    ['Online', online],
    ['온라인 개최', online],
    ['Zoom', zoom],
    ['Online (Zoom)', zoom],
    ['줌(Zoom)', zoom],
    ['Online via Zoom', zoom],
    ['Zoom: https://zoom.us/j/1?pwd=2', `${zoom}\njoin: https://zoom.us/j/1?pwd=2`],
    ['Zoom (ID 123 passcode x9k)', zoom],
    ['Online via Google Meet', zoom.replace('Zoom', 'Google Meet')],
    ['온라인(줌)', zoom.replace('Zoom', '줌')],
    ['줌 회의', zoom.replace('Zoom', '줌 회의')],
    ['유튜브 생중계', zoom.replace('Zoom', '유튜브 생중계')],
    ['Microsoft Teams Meeting', zoom.replace('Zoom', 'Microsoft Teams Meeting')],
    ['Seoul City Hall & online', hall('hybrid')],
    ['Seoul City Hall (온라인 병행)', hall('hybrid')],
    ['Seoul City Hall, Zoom', `${hall('hybrid')}\n  - name: Zoom`],
    ['Zoom / Seoul City Hall', `${hall('hybrid')}\n  - name: Zoom`],
    ['Zoom Tower', hall('in-person').replace('Seoul City Hall', 'Zoom Tower')],
    ['Remote Sensing Centre', hall('in-person').replace('Seoul City Hall', 'Remote Sensing Centre')],
    ['Hall A & B, Bern', hall('in-person').replace('Seoul City Hall', 'Hall A & B, Bern')],
  ])('%s', (place, said) => {
    expect(placeOf(place)).toBe(said);
  });

  it('TBA and 미정 change nothing', async () => {
    await take(talk('TBA'));
    expect(read('talk')).not.toMatch(/attendance|venues/);
    await take(talk('Library'));
    const { written, text } = await take(talk('장소 미정'));
    expect(written).toEqual([]);
    expect(text).toContain('“장소 미정” was read as a place that is not known yet.');
  });

  it('guesses are noted', async () => {
    const rows = ['Zoom', 'Online (Zoom)', 'Zoom Tower', '"Library, Zoom"'];
    const { text } = await takeSheet(
      site,
      csv(
        'Date,Event,Place',
        ...rows.map((place, index) => `2030-03-0${index + 5},${'ABCD'[index]} talk,${place}`),
      ),
    );
    expect(/How it was read[^]*?\n\n/.exec(text)?.[0]).toMatchInlineSnapshot(`
      "How it was read
        “Online (Zoom)” was read as online.
        “Zoom Tower” was read as the name of a place where people meet.
        “Library, Zoom” was read as Library, and online as well. If it is one of the two, write that alone.

      "
    `);
  });
});
