import { describe, expect, it } from 'vitest';
import {
  checkLedger,
  listFormerIds,
  upgradeLedger,
  type FieldValues,
  type Ledger,
} from '../../src/calendar/ledger.ts';
import type { Publication } from '../../src/calendar/ledger-update.ts';
import { updateLedger, type LedgerUpdate } from '../../src/calendar/ledger-update.ts';

const week: FieldValues = {
  name: { en: 'Phase I, week 1' },
  title: { en: 'Data' },
  start: '2022-03-07',
  end: '2022-03-13',
  status: 'scheduled',
  phase: 'phase-1',
};

function publication(
  id: string,
  fields: Partial<FieldValues> = {},
  rest: Partial<Publication> = {},
): Publication {
  const all = { ...week, ...fields };
  return {
    kind: 'week',
    id,
    file: `content/2022/weeks/${id}.mdx`,
    uid: undefined,
    fields: all,
    source: JSON.stringify([all.name, all.location]),
    texts: { en: JSON.stringify([id, all]) },
    allTexts: '',
    ...rest,
  };
}

function update(
  previous: Ledger | undefined,
  publications: Publication[],
  now = '2022-01-02T00:00:00Z',
): LedgerUpdate {
  const options = { edition: '2022', domain: 'example.org', now, hash: (text: string) => text };
  return updateLedger(previous, publications, options);
}

const [first, later] = ['2022-01-01T00:00:00Z', '2022-01-02T00:00:00Z'];
const publish = (...publications: Publication[]) =>
  update(undefined, publications, '2022-01-01T00:00:00Z').ledger;
const entry = (ledger: Ledger, id: string) => ledger.events.find((each) => each.id === id);

describe('updateLedger', () => {
  it('derives the uid from edition, kind and id once, and then keeps it', () => {
    const ledger = publish(publication('one'));
    expect(ledger.events).toEqual([
      {
        uid: '2022-week-one@example.org',
        kind: 'week',
        id: 'one',
        sequence: 0,
        stamps: { en: { modified: '2022-01-01T00:00:00Z', hash: JSON.stringify(['one', week]) } },
        source: JSON.stringify([week.name, null]),
        facts: week,
      },
    ]);
    const options = {
      edition: '2022',
      domain: 'other.org',
      now: '2022-01-02T00:00:00Z',
      hash: (text: string) => text,
    };
    expect(updateLedger(ledger, [publication('one')], options).ledger).toEqual(ledger);
  });

  it.each([
    ['start', { start: '2022-03-08' }, 1],
    ['end', { end: '2022-03-14' }, 1],
    ['status', { status: 'cancelled' }, 1],
    ['status', { status: 'postponed' }, 1],
    ['time', { time: 'unannounced' }, 1],
    ['location', { location: { en: 'Seoul' } }, 1],
    ['join', { join: 'https://example.org/join' }, 1],
    ['title', { title: { en: 'Open data' } }, 0],
    ['name', { name: { en: 'Phase I, week 2' } }, 0],
  ] as const)('a change of %s (%o) sets modified, and raises sequence by %i', (field, facts, sequence) => {
    const { ledger, changes, unchanged } = update(publish(publication('one'), publication('two')), [
      publication('one', facts),
      publication('two'),
    ]);
    expect(changes.map(({ records }) => records.map((record) => record.field))).toEqual([[field]]);
    expect(unchanged).toBe(1);
    expect(entry(ledger, 'one')).toMatchObject({ sequence, stamps: { en: { modified: later } } });
    expect(entry(ledger, 'two')).toMatchObject({ sequence: 0, stamps: { en: { modified: first } } });
  });

  it('reports a change of other text as one of the description, and keeps it out of the history', () => {
    const { changes } = update(publish(publication('one')), [
      publication('one', {}, { texts: { en: 'other text' } }),
    ]);
    expect(changes[0]).toMatchObject({ records: [{ field: 'description' }] });
    expect(changes[0]?.entry).toMatchObject({ sequence: 0, stamps: { en: { modified: later } } });
    expect(changes[0]?.entry.history).toBeUndefined();
  });

  it('raises sequence again when a change is undone, and keeps both changes in the history', () => {
    const one = publish(publication('one'));
    const two = update(one, [publication('one', { start: '2022-03-08' })]).ledger;
    const three = update(two, [publication('one')], '2022-01-03T00:00:00Z').ledger;
    expect(entry(three, 'one')).toMatchObject({ sequence: 2, facts: week });
    expect(entry(three, 'one')?.history).toEqual([
      { date: '2022-01-02T00:00:00Z', field: 'start', from: '2022-03-07', to: '2022-03-08' },
      { date: '2022-01-03T00:00:00Z', field: 'start', from: '2022-03-08', to: '2022-03-07' },
    ]);
  });

  it('does not record a new translation as a change of the field', () => {
    const facts = { title: { en: 'Data', ko: '데이터' }, name: { en: 'Phase I, week 1', ko: '1단계 1주차' } };
    const { changes } = update(publish(publication('one')), [publication('one', facts)]);
    expect(changes[0]?.records.map(({ field }) => field)).toEqual(['description']);
    expect(changes[0]?.entry.facts.title).toEqual(facts.title);
  });

  it('keeps the entry of a deleted file as removed, and its uid when the file returns', () => {
    const removed = update(publish(publication('one')), []).ledger;
    expect(entry(removed, 'one')).toMatchObject({
      sequence: 1,
      facts: { status: 'removed', start: '2022-03-07' },
    });
    expect(update(removed, []).changes).toEqual([]);
    const back = update(removed, [publication('one')], '2022-01-03T00:00:00Z').ledger;
    expect(entry(back, 'one')).toMatchObject({
      uid: '2022-week-one@example.org',
      sequence: 2,
      facts: { status: 'scheduled' },
    });
  });

  it('sorts entries by uid', () => {
    const { ledger } = update(publish(publication('two')), [
      publication('two'),
      publication('one', { start: '2022-01-01' }),
      publication('three', { start: '2022-02-01', name: { en: '3' } }),
    ]);
    expect(ledger.events.map(({ id }) => id)).toEqual(['one', 'three', 'two']);
  });
});

describe('a renamed file', () => {
  it('keeps its uid, and its former id is listed', () => {
    const { ledger, issues } = update(publish(publication('one')), [publication('data')]);
    expect(issues).toEqual([]);
    expect(ledger.events).toHaveLength(1);
    expect(ledger.events[0]).toMatchObject({
      uid: '2022-week-one@example.org',
      id: 'data',
      former: ['one'],
      sequence: 0,
    });
    expect(listFormerIds(ledger).map(({ kind, id, entry: { id: now } }) => [kind, id, now])).toEqual([
      ['week', 'one', 'data'],
    ]);
  });

  it('can get its former id back', () => {
    const renamed = update(publish(publication('one')), [publication('data')]).ledger;
    const back = update(renamed, [publication('one')]);
    expect(back.issues).toEqual([]);
    expect(back.ledger.events[0]).toMatchObject({ id: 'one', former: ['data'] });
  });

  it('raises a question if it was also changed, or matches two entries', () => {
    const one = publish(publication('one'));
    const moved = update(one, [publication('data', { title: { en: 'Open data' } })]);
    expect(moved.issues).toHaveLength(1);
    expect(moved.issues[0]).toMatchInlineSnapshot(`
      {
        "code": "uid-asked",
        "column": 1,
        "field": "uid",
        "file": "content/2022/weeks/data.mdx",
        "fix": "If it is the same, write "uid: 2022-week-one@example.org" into this file: subscribers keep it. If it is another one, write "uid: 2022-week-data@example.org".",
        "line": 1,
        "message": "This file is new, and "one", with the same days or title, is gone. Only you can know whether it is the same under a new name.",
        "severity": "error",
      }
    `);
    expect(update(one, [publication('a'), publication('b')]).issues.map(({ code }) => code)).toEqual([
      'uid-asked',
      'uid-asked',
    ]);
    const two = publish(publication('one'), publication('two'));
    expect(update(two, [publication('a')]).issues.map(({ code }) => code)).toEqual(['uid-asked']);
  });

  it('is the same entry or a new one, as uid in the file says', () => {
    const one = publish(publication('one'));
    const title = { title: { en: 'Open data' } };
    const same = update(one, [publication('data', title, { uid: '2022-week-one@example.org' })]);
    expect(same.issues).toEqual([]);
    expect(same.ledger.events).toMatchObject([
      { uid: '2022-week-one@example.org', id: 'data', former: ['one'] },
    ]);
    const other = update(one, [publication('data', title, { uid: '2022-week-data@example.org' })]);
    expect(other.issues).toEqual([]);
    expect(other.ledger.events).toMatchObject([
      { uid: '2022-week-data@example.org', sequence: 0 },
      { uid: '2022-week-one@example.org', facts: { status: 'removed' } },
    ]);
  });

  it('raises a question if kind, days and title are those of an entry that was removed earlier', () => {
    const removed = update(publish(publication('one'), publication('two')), [publication('two')]).ledger;
    const asked = (fields: Partial<FieldValues>, rest: Partial<Publication> = {}) =>
      update(removed, [publication('two'), publication('back', fields, rest)]).issues.map(({ code }) => code);
    expect(asked({})).toEqual(['uid-asked']);
    expect(asked({ name: { en: 'Phase I, week 3' } })).toEqual(['uid-asked']);
    expect(asked({ title: { en: 'Open data' } })).toEqual([]);
    expect(asked({ start: '2022-03-08' })).toEqual([]);
    expect(asked({}, { kind: 'event' })).toEqual([]);
    expect(asked({}, { uid: '2022-week-back@example.org' })).toEqual([]);
    const uid = '2022-week-one@example.org';
    expect(asked({}, { uid })).toEqual([]);
    const { ledger } = update(removed, [publication('two'), publication('back', {}, { uid })]);
    expect(entry(ledger, 'back')).toMatchObject({ uid, former: ['one'], facts: { status: 'scheduled' } });
  });

  it('raises no question if neither days nor title match', () => {
    const other = { name: { en: 'Phase II, week 1' }, start: '2022-05-02', end: '2022-05-08' };
    const { issues, ledger } = update(publish(publication('one')), [publication('two', other)]);
    expect(issues).toEqual([]);
    expect(ledger.events.map(({ facts }) => facts.status)).toEqual(['removed', 'scheduled']);
  });
});

describe('the stamps of languages', () => {
  const korean = { title: { en: 'Data', ko: '데이터' }, location: { en: 'Seoul', ko: '서울' } };
  const inTwo = (
    fields: Partial<FieldValues>,
    texts: Record<string, string>,
    rest: Partial<Publication> = {},
  ) => publication('one', { ...korean, ...fields }, { texts, ...rest });
  const before = publish(inTwo({}, { en: 'Data in Seoul', ko: '데이터 서울' }));
  const modified = ({ ledger }: LedgerUpdate) =>
    Object.entries(entry(ledger, 'one')?.stamps ?? {}).map(
      ([locale, stamp]) => `${locale} ${stamp.modified}`,
    );

  it('move in the languages alone that show a change', () => {
    const title = { en: 'Open data', ko: '데이터' };
    const after = update(before, [inTwo({ title }, { en: 'Open data in Seoul', ko: '데이터 서울' })]);
    expect(modified(after)).toEqual([`en ${later}`, `ko ${first}`]);
    expect(after.changes[0]?.languages).toEqual(['en']);
  });

  it('move in all languages if SEQUENCE does, which other words for a place in a translation do not raise', () => {
    const renamed = { location: { en: 'Seoul', ko: '서울시' } };
    const words = update(before, [inTwo(renamed, { en: 'Data in Seoul', ko: '데이터 서울시' })]);
    expect(modified(words)).toEqual([`en ${first}`, `ko ${later}`]);
    expect(entry(words.ledger, 'one')).toMatchObject({ sequence: 0, history: [{ field: 'location' }] });
    expect(checkLedger(words.ledger, '2022')).toEqual([]);
    const elsewhere = { location: { en: 'Busan', ko: '서울' } };
    const moved = update(before, [inTwo(elsewhere, { en: 'Data in Busan', ko: '데이터 서울' })]);
    expect(modified(moved)).toEqual([`en ${later}`, `ko ${later}`]);
    expect(entry(moved.ledger, 'one')?.sequence).toBe(1);
  });

  it('begin with a new language, and stay when it goes', () => {
    const texts = { en: 'Data in Seoul', ko: '데이터 서울' };
    const more = update(before, [inTwo({}, { ...texts, fr: 'Données' })]);
    expect(modified(more)).toEqual([`en ${first}`, `ko ${first}`, `fr ${later}`]);
    const less = update(more.ledger, [inTwo({}, texts)]);
    expect(modified(less)).toEqual(modified(more));
    expect(less.changes).toEqual([]);
  });

  it('do not move if only the file of the phase was renamed, which the history has for its feed', () => {
    const after = update(before, [inTwo({ phase: 'part-one' }, { en: 'Data in Seoul', ko: '데이터 서울' })]);
    expect(modified(after)).toEqual([`en ${first}`, `ko ${first}`]);
    expect(after).toMatchObject({
      unchanged: 1,
      changes: [{ languages: [], records: [{ field: 'phase' }] }],
    });
    expect(checkLedger(after.ledger, '2022')).toEqual([]);
    const next = update(after.ledger, [inTwo({ phase: 'part-one' }, { en: 'Open data', ko: '데이터 서울' })]);
    expect(modified(next)).toEqual(['en 2022-01-02T00:00:01Z', `ko ${first}`]);
  });

  it('move alone if this program words the same fields differently', () => {
    const [name, location] = [{ en: 'Phase 1, Week 1' }, { en: 'In Seoul', ko: '서울에서' }];
    const texts = { en: 'Data: in Seoul', ko: '데이터: 서울에서' };
    const { source = '' } = entry(before, 'one') ?? {};
    const after = update(before, [inTwo({ name, location }, texts, { source })]);
    expect(modified(after)).toEqual([`en ${later}`, `ko ${later}`]);
    expect(after.changes[0]?.records.map(({ field }) => field)).toEqual(['description']);
    expect(entry(after.ledger, 'one')).toMatchObject({ sequence: 0, facts: { name, location } });
    expect(entry(after.ledger, 'one')?.history).toBeUndefined();
    const moved = update(before, [inTwo({ name, location }, texts)]);
    expect(entry(moved.ledger, 'one')?.sequence).toBe(1);
  });

  it('are seeded from the one stamp of version 1', () => {
    const texts = { en: 'Data in Seoul', ko: '데이터 서울' };
    const events = before.events.map(({ stamps: _, source: __, ...rest }) => ({
      ...rest,
      modified: first,
      hash: 'all texts',
    }));
    const old = upgradeLedger({ version: 1, edition: '2022', events });
    const same = update(old, [inTwo({}, texts, { allTexts: 'all texts' })]);
    expect(same.changes).toEqual([]);
    expect(same.ledger).toEqual(before);
    const changed = update(old, [inTwo({}, texts, { allTexts: 'others' })]);
    expect(modified(changed)).toEqual([`en ${later}`, `ko ${later}`]);
  });
});

describe('uid and id', () => {
  it('refuses another uid for a published file', () => {
    const { issues } = update(publish(publication('one')), [
      publication('one', {}, { uid: 'another@example.org' }),
    ]);
    expect(issues).toMatchObject([{ code: 'uid-changed', file: 'content/2022/weeks/one.mdx' }]);
    expect(issues[0]?.fix).toContain('2022-week-one@example.org');
  });

  it('refuses one uid in two files', () => {
    const uid = '2022-week-one@example.org';
    const { issues } = update(publish(publication('one')), [
      publication('one', {}, { uid }),
      publication('two', { name: { en: '2' } }, { uid }),
    ]);
    expect(issues.map(({ code }) => code)).toContain('uid-repeated');
  });

  it('refuses the former id of a renamed entry', () => {
    const renamed = update(publish(publication('one')), [publication('data')]).ledger;
    const other = publication('one', {
      name: { en: 'Phase I, week 2' },
      start: '2022-05-02',
      end: '2022-05-08',
    });
    const { issues } = update(renamed, [publication('data'), other]);
    expect(issues).toMatchObject([
      {
        code: 'id-taken',
        file: 'content/2022/weeks/one.mdx',
        message: 'The name "one" was that of what is now "data", and its old addresses still lead there.',
      },
    ]);
  });

  it('refuses the last id of an entry that was removed or renamed in the same update', () => {
    const two = { name: { en: 'Phase I, week 2' }, start: '2022-05-02', end: '2022-05-08' };
    const ledger = publish(publication('one'), publication('two', two));
    const uid = '2022-week-two@example.org';
    const taken = (...publications: Publication[]) =>
      update(ledger, publications).issues.map(({ file, message }) => `${file}: ${message}`);
    expect(taken(publication('one', two, { uid }))).toEqual([
      'content/2022/weeks/one.mdx: The name "one" was that of what is no longer held, and its old addresses still say so.',
    ]);
    expect(
      taken(publication('one', two, { uid }), publication('three', {}, { uid: '2022-week-one@example.org' })),
    ).toEqual([
      'content/2022/weeks/one.mdx: The name "one" was that of what is now "three", and its old addresses still lead there.',
    ]);
  });

  it('refuses the id of a removed entry, unless title, days or uid match', () => {
    const gone = update(publish(publication('one'), publication('two')), [publication('two')]).ledger;
    const back = (facts: Partial<FieldValues>, rest: Partial<Publication> = {}) =>
      update(gone, [publication('two'), publication('one', facts, rest)]);
    const other = { name: { en: 'Phase II, week 1' }, title: { en: 'Farewell' }, start: '2022-05-02' };
    expect(back({ start: '2022-05-02' }).issues).toEqual([]);
    expect(back(other).issues).toMatchObject([
      {
        code: 'id-taken',
        fix: 'If it is the same and is held again, write "uid: 2022-week-one@example.org" into this file. If it is another, give the file another name.',
      },
    ]);
    const { ledger, issues } = back(other, { uid: '2022-week-one@example.org' });
    expect(issues).toEqual([]);
    expect(entry(ledger, 'one')).toMatchObject({ sequence: 2, facts: { status: 'scheduled' } });
  });

  it('reports a refused id before it asks about a rename', () => {
    const renamed = update(publish(publication('three'), publication('one', { start: '2022-05-02' })), [
      publication('two'),
      publication('one', { start: '2022-05-02' }),
    ]).ledger;
    const { issues } = update(renamed, [publication('two'), publication('three', { start: '2022-05-03' })]);
    expect(issues.map(({ code }) => code)).toEqual(['id-taken']);
  });
});

describe('listFormerIds', () => {
  const renamed = update(publish(publication('one')), [publication('data')]).ledger;
  const removed = update(renamed, [], '2022-01-03T00:00:00Z').ledger;
  const idsOf = (ledger: Ledger) => listFormerIds(ledger).map(({ kind, id }) => `${kind} ${id}`);

  it('lists former ids of a renamed entry, and all ids of a removed one', () => {
    expect(idsOf(renamed)).toEqual(['week one']);
    expect(idsOf(removed)).toEqual(['week data', 'week one']);
  });
});
