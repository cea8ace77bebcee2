import { describe, expect, it } from 'vitest';
import { listFormerIds, type FieldValues, type Ledger } from '../../src/calendar/ledger.ts';
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
  const rendered = JSON.stringify([id, all]);
  return {
    kind: 'week',
    id,
    file: `content/2022/weeks/${id}.mdx`,
    uid: undefined,
    fields: all,
    rendered,
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
        modified: '2022-01-01T00:00:00Z',
        hash: JSON.stringify(['one', week]),
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
    ['phase', { phase: 'phase-2' }, 0],
  ] as const)('a change of %s (%o) sets modified, and raises sequence by %i', (field, facts, sequence) => {
    const { ledger, changes, unchanged } = update(publish(publication('one'), publication('two')), [
      publication('one', facts),
      publication('two'),
    ]);
    expect(changes.map(({ records }) => records.map((record) => record.field))).toEqual([[field]]);
    expect(unchanged).toBe(1);
    expect(entry(ledger, 'one')).toMatchObject({ sequence, modified: '2022-01-02T00:00:00Z' });
    expect(entry(ledger, 'two')).toMatchObject({ sequence: 0, modified: '2022-01-01T00:00:00Z' });
  });

  it('records a change of other text as one of the description', () => {
    const { changes } = update(publish(publication('one')), [
      publication('one', {}, { rendered: 'other text' }),
    ]);
    expect(changes[0]).toMatchObject({ entry: { sequence: 0 }, records: [{ field: 'description' }] });
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
        "message": "This file is new, and "one", with the same days or the same title, is gone. Only you can know whether it is the same under a new name.",
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

  it('raises no question if neither days nor title match', () => {
    const other = { name: { en: 'Phase II, week 1' }, start: '2022-05-02', end: '2022-05-08' };
    const { issues, ledger } = update(publish(publication('one')), [publication('two', other)]);
    expect(issues).toEqual([]);
    expect(ledger.events.map(({ facts }) => facts.status)).toEqual(['removed', 'scheduled']);
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
