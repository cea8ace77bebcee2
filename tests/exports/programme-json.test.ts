import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { describe, expect, it } from 'vitest';
import { collections, type CollectionName } from '../../src/model/registry.ts';
import { exportProgramme } from '../../src/exports/programme-json.ts';
import { describeExport, exportSchema } from '../../src/exports/programme-json-schema.ts';
import { paths, replace, type Change } from '../sample.ts';
import { readProgramme, urlTo } from '../programme.ts';

const schema = describeExport(urlTo('/programme.schema.json'));
const validate = new Ajv2020({ allErrors: true, formats: fullFormats }).compile(schema);

/** The export as it is read back from its JSON. */
function read(changes: Record<string, Change> = {}, locale = 'en') {
  const { site, programme } = readProgramme(changes, locale);
  const urls = {
    urlTo: (address: string) => urlTo(locale === 'en' ? address : `/${locale}${address}`),
    fileUrlTo: urlTo,
  };
  return exportSchema.parse(JSON.parse(JSON.stringify(exportProgramme(site, programme, urls))));
}

describe('programme.json', () => {
  it('is valid by its published schema, with every field in use', () => {
    const rich = read({
      [paths.programme]: (text) =>
        `${text}applications: { opens: 2030-01-01, closes: 2030-02-01, url: "https://a.example.org/" }\nresults: [{ text: Good., source: { publisher: P, title: T, date: "2030", url: "https://a.example.org/" } }]\n`,
      [paths.event]: replace(
        'venues:',
        'time: unannounced\njoin: https://a.example.org/\nstatus: postponed\nstatusNote: Snow\nsource: { publisher: P, title: T }\nuid: a@b\nvenues:',
      ),
      [paths.week]: replace(
        'activity',
        'resources: [{ label: Slides, url: "https://a.example.org/" }]\nstatus: cancelled\nactivity',
      ),
      [paths.partner]: (text) => `${text}order: 1\ncountry: CH\ncity: Bern\nurl: https://a.example.org/\n`,
      [paths.prize]: (text) => `${text}givenBy: Mayor\nbody: Much.\norder: 2\n`,
    });
    validate(rich);
    expect(validate.errors).toBeNull();
    const due = (text: string) =>
      text.replace(/end: .*\n/, 'kind: deadline\n').replace(/attendance: .*\n/, '');
    const [event] = read({ [paths.event]: due }).events;
    expect([event?.kind, event?.end, event?.attendance]).toEqual(['deadline', undefined, undefined]);
    validate(read({ [paths.event]: due }));
    expect(validate.errors).toBeNull();
    validate(read({}, 'ko'));
    expect(validate.errors).toBeNull();
  });

  it('is invalid with an unknown field, a missing one, or another version', () => {
    const good = read();
    const { theme: _, ...less } = good;
    for (const bad of [{ ...good, extra: 1 }, less, { ...good, version: 2 }, { ...good, start: '4 March' }])
      expect(validate(bad)).toBe(false);
  });

  it('has its schema, version, language and URLs', () => {
    expect(read({}, 'ko')).toMatchObject({
      $schema: 'https://small.example.org/programme.schema.json',
      version: 1,
      edition: '2030',
      language: 'ko',
      url: 'https://small.example.org/ko/2030/',
      calendar: 'https://small.example.org/ko/2030/calendar.ics',
    });
    expect(schema).toMatchObject({ $id: 'https://small.example.org/programme.schema.json' });
  });

  it('has texts with their language, and references as ids', () => {
    const { weeks, events, phases } = read({}, 'ko');
    expect(weeks[0]).toMatchObject({
      id: 'phase-1-week-1',
      phase: 'phase-1',
      topic: 'streets',
      status: 'scheduled',
      title: { text: 'Streets', lang: 'en' },
      activity: { text: '읽기', lang: 'ko' },
      url: 'https://small.example.org/ko/2030/weeks/phase-1-week-1/',
      calendar: 'https://small.example.org/ko/2030/weeks/phase-1-week-1.ics',
    });
    expect(weeks[1]).not.toHaveProperty('topic');
    expect(events[0]?.people).toEqual([{ person: 'ada', role: { text: 'Host', lang: 'en' } }]);
    expect(events[0]?.timezone).toBe('Europe/Zurich');
    expect(phases[0]).toMatchObject({ start: '2030-03-04', end: '2030-03-17' });
  });

  it('has full URLs of logos, and no internal fields', () => {
    const exported = read();
    expect(exported.partners[0]?.logo?.file).toBe('https://small.example.org/partners/university.svg');
    expect(JSON.stringify(exported)).not.toMatch(/"(file|prose|draft|uid|timed)":(?!"https)|\.mdx|\.yaml/);
  });

  it('has every content field that is not internal', () => {
    const exported: Record<string, unknown> = exportSchema.shape;
    const fieldsOf = (name: CollectionName) =>
      Object.keys(collections[name].schema.shape).filter((field) => !['draft', 'uid'].includes(field));
    expect(Object.keys(exported)).toEqual(expect.arrayContaining(fieldsOf('programmes')));
    const lists = ['phases', 'weeks', 'events', 'topics', 'partners', 'prizes', 'people', 'pages'] as const;
    for (const name of lists) {
      const { element } = exportSchema.shape[name];
      expect(Object.keys(element.shape)).toEqual(expect.arrayContaining(fieldsOf(name)));
    }
  });
});
