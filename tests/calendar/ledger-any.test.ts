import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLedger } from '../../src/calendar/ledger-check.ts';
import { listMoved, revisingFields, type Facts, type Ledger } from '../../src/calendar/ledger.ts';
import type { Announcement } from '../../src/calendar/ledger-match.ts';
import { updateLedger } from '../../src/calendar/ledger-update.ts';
import { hashText, parseLedger, serialiseLedger } from '../../src/calendar/ledger-file.ts';

/** What the content says: a file of each name, and `uid` where one was asked for. */
type Content = ReadonlyMap<string, { facts: Facts; uid?: string }>;

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
  /** Which of the offered ids whoever is asked writes down. */
  answer: fc.nat({ max: 3 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function apply(content: Content, { kind, name, to, day, title, status }: Edit): Content {
  const next = new Map(content);
  const old = content.get(name);
  const facts: Facts = { title: { en: title }, start: day, end: day, status };
  if (kind === 'write' && !old) next.set(name, { facts });
  if (kind === 'change' && old) next.set(name, { ...old, facts });
  if (kind === 'delete') next.delete(name);
  if (kind.startsWith('rename') && old && !content.has(to)) {
    next.delete(name);
    next.set(to, kind === 'rename' ? old : { ...old, facts });
  }
  return next;
}

function update(ledger: Ledger | undefined, content: Content, now: string) {
  const announcements = [...content].map(([id, { facts, uid }]): Announcement => ({
    ...{ kind: 'event', id, file: `content/2022/events/${id}.mdx`, uid, facts },
    seen: JSON.stringify([facts]),
  }));
  return updateLedger(ledger, announcements, { edition: '2022', domain: 'example.org', now, hash: hashText });
}

/** Writes into the files that the command asks about one of the ids that it offers for each. */
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

describe('the ledger, whatever is written, changed, renamed and deleted,', () => {
  it('goes on with every entry, and its numbers never fall', () => {
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
          // What is refused, such as a name that was another's, is taken back.
          if (next.issues.length > 0) {
            expect(next.issues.filter(({ code }) => code === 'uid-asked')).toEqual([]);
            return;
          }
          expectSound(ledger, next.ledger, answered);
          expect(update(next.ledger, answered, '2023-01-01T00:00:00Z').ledger).toEqual(next.ledger);
          [content, ledger] = [answered, next.ledger];
        });
      }),
      { numRuns: 300 },
    );
    expect(new Set(questions)).toEqual(new Set(['uid-asked', 'id-taken']));
  });
});

function expectSound(before: Ledger | undefined, after: Ledger, content: Content) {
  expect(checkLedger(after, '2022')).toEqual([]);
  expect(parseLedger(serialiseLedger(after), 'calendar.lock.yaml', '2022')).toMatchObject({
    ledger: after,
    issues: [],
  });
  const live = after.events.filter(({ facts }) => facts.status !== 'removed');
  expect(new Map(live.map(({ id, facts }) => [id, facts]))).toEqual(
    new Map([...content].map(([id, { facts }]) => [id, facts])),
  );
  // No old address leads to two things, and none to one that is there under that very name.
  const addresses = [...live.map(({ id }) => id), ...listMoved(after).map(({ id }) => id)];
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const old of before?.events ?? []) {
    const now = after.events.find(({ uid }) => uid === old.uid);
    if (!now) throw new Error(`${old.uid} is gone.`);
    const isRevised = revisingFields.some(
      (field) =>
        JSON.stringify(now.facts[field as keyof Facts]) !== JSON.stringify(old.facts[field as keyof Facts]),
    );
    expect(now.sequence).toBe(old.sequence + (isRevised ? 1 : 0));
    if (JSON.stringify(now) === JSON.stringify(old)) continue;
    expect(now.modified > old.modified).toBe(true);
    expect(now.history?.slice(0, old.history?.length ?? 0)).toEqual(old.history ?? []);
  }
}
