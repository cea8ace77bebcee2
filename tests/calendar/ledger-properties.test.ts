import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkLedger,
  listFormerIds,
  modifiedIn,
  sequenceFields,
  type FieldValues,
  type Ledger,
} from '../../src/calendar/ledger.ts';
import { updateLedger, type Publication } from '../../src/calendar/ledger-update.ts';
import { hashText, parseLedger, serialiseLedger } from '../../src/reader/ledger-file.ts';
import { samples } from '../seed.ts';

/** The content files by name, with `uid` where a question was answered. */
type Content = ReadonlyMap<string, { fields: FieldValues; uid?: string }>;

const names = ['one', 'two', 'three', 'four'];
const edit = fc.record({
  kind: fc.constantFrom(
    'write',
    'write',
    'change',
    'change',
    'change',
    'rename',
    'rename and change',
    'delete',
  ),
  name: fc.constantFrom(...names),
  to: fc.constantFrom(...names, 'five', 'six'),
  day: fc.constantFrom('2022-03-07', '2022-03-08', '2022-03-14'),
  title: fc.constantFrom('Data', 'Cities', 'A talk'),
  status: fc.constantFrom('scheduled' as const, 'cancelled' as const, 'postponed' as const),
  /** Which of the offered uids answers a question. */
  answer: fc.nat({ max: 3 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function apply(content: Content, { kind, name, to, day, title, status }: Edit): Content {
  const next = new Map(content);
  const old = content.get(name);
  const fields: FieldValues = { title: { en: title }, start: day, end: day, status };
  if (kind === 'write' && !old) next.set(name, { fields });
  if (kind === 'change' && old) next.set(name, { ...old, fields });
  if (kind === 'delete') next.delete(name);
  if (kind.startsWith('rename') && old && !content.has(to)) {
    next.delete(name);
    next.set(to, kind === 'rename' ? old : { ...old, fields });
  }
  return next;
}

function update(ledger: Ledger | undefined, content: Content, now: string) {
  const publications = [...content].map(([id, { fields, uid }]): Publication => ({
    kind: 'event',
    id,
    file: `content/2022/events/${id}.mdx`,
    uid,
    fields,
    source: '',
    texts: { en: JSON.stringify(fields) },
    allTexts: '',
  }));
  return updateLedger(ledger, publications, { edition: '2022', domain: 'example.org', now, hash: hashText });
}

/** Answers each question with one of the uids that it offers. */
function answer(
  content: Content,
  issues: { code: string; file: string; fix: string }[],
  choice: number,
): Content {
  const next = new Map(content);
  for (const { code, file, fix } of issues.filter((each) => each.code === 'uid-asked')) {
    const offered = [...fix.matchAll(/"uid: (\S+)"/g)].map(([, uid = '']) => uid);
    const id = /(\w+)\.mdx$/.exec(file)?.[1] ?? '';
    const old = content.get(id);
    const uid = offered[choice % offered.length];
    if (!old || uid === undefined) throw new Error(`${code} offers nothing: ${fix}`);
    next.set(id, { ...old, uid });
  }
  return next;
}

describe('updateLedger', () => {
  it('stays valid through any series of edits, keeps every entry, and never lowers sequence or modified', () => {
    const questions: string[] = [];
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        let content: Content = new Map();
        let ledger: Ledger | undefined;
        edits.forEach((each, step) => {
          const now = new Date(Date.UTC(2022, 0, 1, step)).toISOString().replace('.000Z', 'Z');
          const edited = apply(content, each);
          const asked = update(ledger, edited, now).issues;
          const answered = answer(edited, asked, each.answer);
          const next = update(ledger, answered, now);
          questions.push(...asked.map(({ code }) => code));
          // A refused edit, such as one that takes the id of another entry, is undone.
          if (next.issues.length > 0) {
            expect(next.issues.filter(({ code }) => code === 'uid-asked')).toEqual([]);
            return;
          }
          expectValid(ledger, next.ledger, answered);
          expect(update(next.ledger, answered, '2023-01-01T00:00:00Z').ledger).toEqual(next.ledger);
          [content, ledger] = [answered, next.ledger];
        });
      }),
      { numRuns: samples(300) },
    );
    expect(new Set(questions)).toEqual(new Set(['uid-asked', 'id-taken']));
  });
});

function expectValid(before: Ledger | undefined, after: Ledger, content: Content) {
  expect(checkLedger(after, '2022')).toEqual([]);
  expect(parseLedger(serialiseLedger(after), 'calendar.lock.yaml', '2022')).toEqual({
    ledger: after,
    issues: [],
  });
  const live = after.events.filter(({ facts }) => facts.status !== 'removed');
  expect(new Map(live.map(({ id, facts }) => [id, facts]))).toEqual(
    new Map([...content].map(([id, { fields }]) => [id, fields])),
  );
  // No address belongs to two entries.
  const moved = listFormerIds(after).filter(({ entry }) => entry.facts.status !== 'removed');
  const addresses = [...live, ...moved].map(({ id }) => id);
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const old of before?.events ?? []) {
    const now = after.events.find(({ uid }) => uid === old.uid);
    if (!now) throw new Error(`${old.uid} is gone.`);
    const isRevised = sequenceFields.some(
      (field) =>
        JSON.stringify(now.facts[field as keyof FieldValues]) !==
        JSON.stringify(old.facts[field as keyof FieldValues]),
    );
    expect(now.sequence).toBe(old.sequence + (isRevised ? 1 : 0));
    if (JSON.stringify(now) === JSON.stringify(old)) continue;
    expect(modifiedIn(now) > modifiedIn(old)).toBe(true);
    expect(now.history?.slice(0, old.history?.length ?? 0)).toEqual(old.history ?? []);
  }
}
