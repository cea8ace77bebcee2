import { describe, expect, it } from 'vitest';
import { listChanges } from '../../src/calendar/changes.ts';
import { listMoved, listRemoved, type Facts, type Ledger } from '../../src/calendar/ledger.ts';
import type { Announcement } from '../../src/calendar/ledger-match.ts';
import { updateLedger, type LedgerUpdate } from '../../src/calendar/ledger-update.ts';

const week: Facts = {
  name: { en: 'Phase I, week 1' },
  title: { en: 'Data' },
  start: '2022-03-07',
  end: '2022-03-13',
  status: 'scheduled',
  phase: 'phase-1',
};

function announce(id: string, facts: Partial<Facts> = {}, rest: Partial<Announcement> = {}): Announcement {
  const all = { ...week, ...facts };
  const seen = JSON.stringify([id, all]);
  return {
    kind: 'week',
    id,
    file: `content/2022/weeks/${id}.mdx`,
    uid: undefined,
    facts: all,
    seen,
    ...rest,
  };
}

function update(
  previous: Ledger | undefined,
  announcements: Announcement[],
  now = '2022-01-02T00:00:00Z',
): LedgerUpdate {
  const options = { edition: '2022', domain: 'example.org', now, hash: (text: string) => text };
  return updateLedger(previous, announcements, options);
}

const first = (...announcements: Announcement[]) =>
  update(undefined, announcements, '2022-01-01T00:00:00Z').ledger;
const entry = (ledger: Ledger, id: string) => ledger.events.find((each) => each.id === id);

describe('updateLedger', () => {
  it('writes a uid of edition, kind and id, once', () => {
    const ledger = first(announce('one'));
    expect(ledger.events).toEqual([
      {
        ...{ uid: '2022-week-one@example.org', kind: 'week', id: 'one', sequence: 0 },
        ...{ modified: '2022-01-01T00:00:00Z', hash: JSON.stringify(['one', week]), facts: week },
      },
    ]);
    const options = {
      edition: '2022',
      domain: 'other.org',
      now: '2022-01-02T00:00:00Z',
      hash: (text: string) => text,
    };
    expect(updateLedger(ledger, [announce('one')], options).ledger).toEqual(ledger);
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
  ] as const)('moves modified for a change of %s (%o), and the sequence by %i', (field, facts, sequence) => {
    const { ledger, changes, unchanged } = update(first(announce('one'), announce('two')), [
      announce('one', facts),
      announce('two'),
    ]);
    expect(changes.map(({ records }) => records.map((record) => record.field))).toEqual([[field]]);
    expect(unchanged).toBe(1);
    expect(entry(ledger, 'one')).toMatchObject({ sequence, modified: '2022-01-02T00:00:00Z' });
    expect(entry(ledger, 'two')).toMatchObject({ sequence: 0, modified: '2022-01-01T00:00:00Z' });
  });

  it('moves modified for a change of words that it does not keep', () => {
    const { changes } = update(first(announce('one')), [announce('one', {}, { seen: 'other words' })]);
    expect(changes[0]).toMatchObject({ entry: { sequence: 0 }, records: [{ field: 'description' }] });
  });

  it('raises the sequence again when a change is taken back, and keeps both in the history', () => {
    const one = first(announce('one'));
    const two = update(one, [announce('one', { start: '2022-03-08' })]).ledger;
    const three = update(two, [announce('one')], '2022-01-03T00:00:00Z').ledger;
    expect(entry(three, 'one')).toMatchObject({ sequence: 2, facts: week });
    expect(entry(three, 'one')?.history).toEqual([
      { date: '2022-01-02T00:00:00Z', field: 'start', from: '2022-03-07', to: '2022-03-08' },
      { date: '2022-01-03T00:00:00Z', field: 'start', from: '2022-03-08', to: '2022-03-07' },
    ]);
  });

  it('takes a new language for no change of what was told', () => {
    const facts = { title: { en: 'Data', ko: '데이터' }, name: { en: 'Phase I, week 1', ko: '1단계 1주차' } };
    const { changes } = update(first(announce('one')), [announce('one', facts)]);
    expect(changes[0]?.records.map(({ field }) => field)).toEqual(['description']);
    expect(changes[0]?.entry.facts.title).toEqual(facts.title);
  });

  it('keeps what is gone as removed, and brings it back under its uid', () => {
    const removed = update(first(announce('one')), []).ledger;
    expect(entry(removed, 'one')).toMatchObject({
      sequence: 1,
      facts: { status: 'removed', start: '2022-03-07' },
    });
    expect(update(removed, []).changes).toEqual([]);
    const back = update(removed, [announce('one')], '2022-01-03T00:00:00Z').ledger;
    expect(entry(back, 'one')).toMatchObject({
      uid: '2022-week-one@example.org',
      sequence: 2,
      facts: { status: 'scheduled' },
    });
  });

  it('keeps the entries sorted, so that branches write at different places', () => {
    const { ledger } = update(first(announce('two')), [
      announce('two'),
      announce('one', { start: '2022-01-01' }),
      announce('three', { start: '2022-02-01', name: { en: '3' } }),
    ]);
    expect(ledger.events.map(({ id }) => id)).toEqual(['one', 'three', 'two']);
  });
});

describe('a renamed file', () => {
  it('keeps its uid and notes its former name', () => {
    const { ledger, issues } = update(first(announce('one')), [announce('data')]);
    expect(issues).toEqual([]);
    expect(ledger.events).toHaveLength(1);
    expect(ledger.events[0]).toMatchObject({
      uid: '2022-week-one@example.org',
      id: 'data',
      former: ['one'],
      sequence: 0,
    });
    expect(listMoved(ledger).map(({ kind, id, entry: { id: now } }) => [kind, id, now])).toEqual([
      ['week', 'one', 'data'],
    ]);
  });

  it('can be renamed back, and again', () => {
    const renamed = update(first(announce('one')), [announce('data')]).ledger;
    const back = update(renamed, [announce('one')]);
    expect(back.issues).toEqual([]);
    expect(back.ledger.events[0]).toMatchObject({ id: 'one', former: ['data'] });
  });

  it('is asked for where it changed too, and where it could be either of two', () => {
    const one = first(announce('one'));
    const moved = update(one, [announce('data', { title: { en: 'Open data' } })]);
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
    expect(update(one, [announce('a'), announce('b')]).issues.map(({ code }) => code)).toEqual([
      'uid-asked',
      'uid-asked',
    ]);
    const two = first(announce('one'), announce('two'));
    expect(update(two, [announce('a')]).issues.map(({ code }) => code)).toEqual(['uid-asked']);
  });

  it('is told apart by uid: the same, or another', () => {
    const one = first(announce('one'));
    const title = { title: { en: 'Open data' } };
    const same = update(one, [announce('data', title, { uid: '2022-week-one@example.org' })]);
    expect(same.issues).toEqual([]);
    expect(same.ledger.events).toMatchObject([
      { uid: '2022-week-one@example.org', id: 'data', former: ['one'] },
    ]);
    const other = update(one, [announce('data', title, { uid: '2022-week-data@example.org' })]);
    expect(other.issues).toEqual([]);
    expect(other.ledger.events).toMatchObject([
      { uid: '2022-week-data@example.org', sequence: 0 },
      { uid: '2022-week-one@example.org', facts: { status: 'removed' } },
    ]);
  });

  it('is not suspected where nothing is alike', () => {
    const other = { name: { en: 'Phase II, week 1' }, start: '2022-05-02', end: '2022-05-08' };
    const { issues, ledger } = update(first(announce('one')), [announce('two', other)]);
    expect(issues).toEqual([]);
    expect(ledger.events.map(({ facts }) => facts.status)).toEqual(['removed', 'scheduled']);
  });
});

describe('a uid', () => {
  it('never changes', () => {
    const { issues } = update(first(announce('one')), [announce('one', {}, { uid: 'another@example.org' })]);
    expect(issues).toMatchObject([{ code: 'uid-changed', file: 'content/2022/weeks/one.mdx' }]);
    expect(issues[0]?.fix).toContain('2022-week-one@example.org');
  });

  it('is that of one file alone', () => {
    const uid = '2022-week-one@example.org';
    const { issues } = update(first(announce('one')), [
      announce('one', {}, { uid }),
      announce('two', { name: { en: '2' } }, { uid }),
    ]);
    expect(issues.map(({ code }) => code)).toContain('uid-repeated');
  });

  it('lets no file take a name whose old address leads elsewhere', () => {
    const renamed = update(first(announce('one')), [announce('data')]).ledger;
    const other = announce('one', {
      name: { en: 'Phase I, week 2' },
      start: '2022-05-02',
      end: '2022-05-08',
    });
    const { issues } = update(renamed, [announce('data'), other]);
    expect(issues).toMatchObject([
      {
        code: 'id-taken',
        file: 'content/2022/weeks/one.mdx',
        message: 'The name "one" was that of what is now "data", and its old addresses still lead there.',
      },
    ]);
  });

  it('lets no file take the name of what is gone, nor of what has another name now', () => {
    const two = { name: { en: 'Phase I, week 2' }, start: '2022-05-02', end: '2022-05-08' };
    const ledger = first(announce('one'), announce('two', two));
    const uid = '2022-week-two@example.org';
    const taken = (...announcements: Announcement[]) =>
      update(ledger, announcements).issues.map(({ file, message }) => `${file}: ${message}`);
    expect(taken(announce('one', two, { uid }))).toEqual([
      'content/2022/weeks/one.mdx: The name "one" was that of what is no longer held, and its old addresses still say so.',
    ]);
    expect(
      taken(announce('one', two, { uid }), announce('three', {}, { uid: '2022-week-one@example.org' })),
    ).toEqual([
      'content/2022/weeks/one.mdx: The name "one" was that of what is now "three", and its old addresses still lead there.',
    ]);
  });

  it('lets nothing come back under the name of what is gone, unless it has its title or its days', () => {
    const gone = update(first(announce('one'), announce('two')), [announce('two')]).ledger;
    const back = (facts: Partial<Facts>, rest: Partial<Announcement> = {}) =>
      update(gone, [announce('two'), announce('one', facts, rest)]);
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

  it('asks for another name before it asks what a file is', () => {
    const renamed = update(first(announce('three'), announce('one', { start: '2022-05-02' })), [
      announce('two'),
      announce('one', { start: '2022-05-02' }),
    ]).ledger;
    const { issues } = update(renamed, [announce('two'), announce('three', { start: '2022-05-03' })]);
    expect(issues.map(({ code }) => code)).toEqual(['id-taken']);
  });
});

describe('what pages are made of', () => {
  const renamed = update(first(announce('one')), [announce('data')]).ledger;
  const removed = update(renamed, [], '2022-01-03T00:00:00Z').ledger;

  it('lists what is removed under every name that it had', () => {
    expect(listRemoved(removed).map(({ id }) => id)).toEqual(['data', 'one']);
    expect(listMoved(removed)).toEqual([]);
    expect(listRemoved(renamed)).toEqual([]);
  });

  it('lists changes newest first, without what is no news', () => {
    const later = update(removed, [announce('data', { start: '2022-03-08' })], '2022-01-04T00:00:00Z').ledger;
    expect(listChanges(later).map(({ date, records }) => [date, records.map(({ field }) => field)])).toEqual([
      ['2022-01-04T00:00:00Z', ['start', 'status']],
      ['2022-01-03T00:00:00Z', ['status']],
    ]);
  });
});
