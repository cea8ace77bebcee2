import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hashText } from '../../src/reader/ledger-file.ts';
import { stampLanguage, words } from '../../src/model/text.ts';
import {
  carryFingerprints,
  findChanges,
  fingerprint,
  listSaid,
  reviewTranslations,
  translationFileSchema,
} from '../../src/model/translation.ts';
import { parseBody } from '../../src/reader/body.ts';
import { paths, readSample, replace } from '../sample.ts';

const schema = z.strictObject({
  title: words('The title.'),
  start: z.iso.date(),
  venues: z.array(z.strictObject({ name: words('The name.'), country: z.string() })).default([]),
  note: words('A note.').optional(),
});
const parse = (data: unknown) => stampLanguage(schema.parse(data), 'en') as never;
const body = (markdown: string) => parseBody(markdown, 'file', 1).body;
const data = { title: 'Kick-off', start: '2030-03-04', venues: [{ name: 'Hall', country: 'CH' }] };
const market = {
  data: parse(data),
  body: body('One\nparagraph.\n\n\n## A heading\n\nBelow it.\n\n- a\n- b\n'),
};
const before = fingerprint(market, hashText);

describe('what an original says', () => {
  it('is its words, with a heading and what follows it as one passage', () => {
    expect(listSaid(market)).toEqual([
      { field: 'title', passages: ['Kick-off'] },
      { field: 'venues.0.name', passages: ['Hall'] },
      { field: 'body', passages: ['One paragraph.', '## A heading Below it.', '- a - b'] },
    ]);
    expect(listSaid({ data: {}, body: body('\n \n') })).toEqual([]);
  });

  it('has fingerprints that are letters and no numbers of YAML', () => {
    expect(before).toEqual({ title: 'ndcfcc', 'venues.0.name': 'ilcneh', body: 'icgmpk jhfmkc olnkfp' });
    const all = Array.from({ length: 300 }, (_, index) =>
      Object.values(
        fingerprint({ data: parse({ ...data, title: `Day ${index}` }), body: undefined }, hashText),
      ),
    );
    for (const mark of all.flat()) expect(mark).toMatch(/^[a-p]{6}$/);
  });
});

describe('what has changed in an original', () => {
  const changes = (other: object, markdown = market.body.markdown) =>
    findChanges(before, { data: parse({ ...data, ...other }), body: body(markdown) }, hashText);

  it('is nothing where only a date or a country has', () => {
    expect(changes({ start: '2030-03-05', venues: [{ name: 'Hall', country: 'KR' }] })).toEqual([]);
  });

  it('is nothing where lines break elsewhere, or letters are written in another form of Unicode', () => {
    expect(changes({}, 'One paragraph.\n\n## A heading\n\nBelow\nit.\n\n- a\n- b')).toEqual([]);
    const composed = { data: parse({ ...data, title: 'Caf\u00e9' }), body: body('Caf\u00e9') };
    const apart = { data: parse({ ...data, title: 'Cafe\u0301' }), body: body('Cafe\u0301') };
    expect(findChanges(fingerprint(composed, hashText), apart, hashText)).toEqual([]);
  });

  it('is a field with what it says now', () => {
    expect(changes({ title: 'Opening' })).toEqual([
      { field: 'title', kind: 'changed', passages: ['Opening'] },
    ]);
  });

  it('is a field that is new, or gone', () => {
    expect(changes({ note: 'Bring a map.', venues: [] })).toEqual([
      { field: 'note', kind: 'new', passages: ['Bring a map.'] },
      { field: 'venues.0.name', kind: 'gone', passages: [] },
    ]);
    expect(changes({}, '')).toEqual([{ field: 'body', kind: 'gone', passages: [] }]);
  });

  it('is the paragraphs of a body that are new or other ones', () => {
    expect(changes({}, 'One paragraph.\n\n## A heading\n\nBelow all.\n\n- a\n- b\n\nA last one.')).toEqual([
      { field: 'body', kind: 'changed', passages: ['## A heading Below all.', 'A last one.'] },
    ]);
  });

  it('is a body whose paragraphs have moved or gone', () => {
    const moved = { field: 'body', kind: 'changed', passages: [] };
    expect(changes({}, '- a\n- b\n\nOne paragraph.\n\n## A heading\n\nBelow it.')).toEqual([moved]);
    expect(changes({}, 'One paragraph.\n\n- a\n- b')).toEqual([moved]);
  });
});

describe('a translation’s file', () => {
  it('holds words, and what they were compared with', () => {
    const translation = translationFileSchema(schema);
    expect(translation.safeParse({ title: '개막', translates: { title: 'abcdef' } }).success).toBe(true);
    expect(translation.safeParse({ start: '2030-03-04' }).success).toBe(false);
    expect(translation.safeParse({ translates: { title: 1 } }).success).toBe(false);
  });

  it('is read with its words apart', () => {
    const { library, issues } = readSample({
      [paths.translation]: replace('activity:', 'translates: { activity: abcdef }\nactivity:'),
    });
    expect(issues).toEqual([]);
    expect(library.translations[0]?.data).toEqual({ activity: { text: '읽기', lang: 'ko' } });
    expect(library.translations[0]?.confirmed).toEqual({
      words: { activity: 'abcdef' },
      line: 2,
      column: 1,
    });
  });
});

it('a review goes through every original that says anything, in each language but the first', () => {
  const { library } = readSample({
    'site.yaml': replace('[en, ko]', '[en, ko, ar]'),
    [paths.translation]: '---\n---\n\n거리에 대해 읽는다.\n',
  });
  const reviews = reviewTranslations(library, hashText);
  expect(reviews.map(({ lang }) => lang)).toEqual([
    ...reviews.filter(({ lang }) => lang === 'ko').map(() => 'ko'),
    ...reviews.filter(({ lang }) => lang === 'ar').map(() => 'ar'),
  ]);
  const files = reviews.map(({ file }) => file);
  expect(files).toContain('content/2030/topics/streets.ar.mdx');
  // The week of the second phase has a topic, and no words of its own.
  expect(files).not.toContain('content/2030/weeks/phase-2-week-1.ko.mdx');
  const week = reviews.find(({ file }) => file === `content/${paths.translation}`);
  expect(week?.changes).toBeUndefined();
  expect(week?.missing).toEqual([{ field: 'activity', passages: ['Reading aloud'] }]);
});

describe('the fingerprints of a copy', () => {
  const old = { data: parse({ ...data, note: 'Cancelled.' }), body: body('A [link](/2030/).\n\nB.\n') };
  const now = { data: parse(data), body: body('A [link](/2031/).\n\nB.\n') };
  const carry = (confirmed: Record<string, string>) => carryFingerprints(confirmed, old, now, hashText);

  it('say that a translation is up to date if it was', () => {
    expect(carry(fingerprint(old, hashText))).toEqual(fingerprint(now, hashText));
  });

  it('say what is old if it was', () => {
    const then = { data: parse({ ...data, title: 'Party' }), body: body('A [link](/2030/).\n\nC.\n') };
    const confirmed = { ...fingerprint(then, hashText), 'venues.1.name': 'abcdef' };
    const changesOf = (words: Record<string, string>, original: typeof old) =>
      findChanges(words, original, hashText).filter(({ field }) => field !== 'note');
    expect(changesOf(carry(confirmed), now)).toEqual(changesOf(confirmed, old));
    expect(changesOf(confirmed, old).map(({ field }) => field)).toEqual(['title', 'body', 'venues.1.name']);
  });
});
