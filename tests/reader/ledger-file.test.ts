import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseLedger, serialiseLedger } from '../../src/reader/ledger-file.ts';
import type { Ledger, LedgerEntry } from '../../src/calendar/ledger.ts';
import { renderParagraphs } from '../../src/format/issues.ts';

const entry = (id: string, rest: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...{ uid: `2022-week-${id}@example.org`, kind: 'week', id, sequence: 0 },
  ...{ modified: '2022-01-01T00:00:00Z', hash: '0123456789abcdef' },
  facts: {
    title: { en: 'Data: a "title", 한글' },
    start: '2022-03-07',
    end: '2022-03-13',
    status: 'scheduled',
  },
  ...rest,
});
const ledger = (...events: LedgerEntry[]): Ledger => ({ version: 1, edition: '2022', events });
const file = 'content/2022/calendar.lock.yaml';
const explain = (text: string, edition = '2022') => renderParagraphs(parseLedger(text, file, edition).issues);

const text = serialiseLedger(
  ledger(
    entry('one', {
      sequence: 1,
      modified: '2022-01-02T00:00:00Z',
      history: [{ date: '2022-01-02T00:00:00Z', field: 'start', from: '2022-03-06', to: '2022-03-07' }],
    }),
    entry('two', { former: ['second'] }),
  ),
);

describe('a ledger', () => {
  it('comes back from its file as it went in', () => {
    const { ledger: read, issues } = parseLedger(text, file, '2022');
    expect(issues).toEqual([]);
    expect(read && serialiseLedger(read)).toBe(text);
  });

  it('is written in an order of its own, whatever the order of the keys', () => {
    const { hash, uid, ...rest } = entry('one');
    expect(serialiseLedger(ledger({ hash, ...rest, uid }))).toBe(serialiseLedger(ledger(entry('one'))));
  });
});

describe('two branches', () => {
  /** Merges two versions of a text as git does, and gives the text or the number of conflicts. */
  function merge(ours: string, base: string, theirs: string): string {
    const dir = mkdtempSync(join(tmpdir(), 'merge-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const paths = [ours, base, theirs].map((content, index) => {
      const path = join(dir, String(index));
      writeFileSync(path, content);
      return path;
    });
    execFileSync('git', ['merge-file', ...paths], { stdio: 'ignore' });
    return readFileSync(paths[0] ?? '', 'utf8');
  }

  const change = (id: string) =>
    entry(id, {
      ...{ sequence: 1, modified: '2022-01-03T00:00:00Z', hash: 'fedcba9876543210', former: [`old-${id}`] },
      history: [{ date: '2022-01-03T00:00:00Z', field: 'status', from: 'scheduled', to: 'cancelled' }],
    });

  it('that change different weeks merge without conflict, neighbours too', () => {
    const base = serialiseLedger(ledger(entry('a'), entry('b'), entry('c')));
    const ours = serialiseLedger(ledger(change('a'), entry('b'), entry('c')));
    const theirs = serialiseLedger(ledger(entry('a'), change('b'), entry('c')));
    const merged = serialiseLedger(ledger(change('a'), change('b'), entry('c')));
    expect(merge(ours, base, theirs)).toBe(merged);
    expect(merge(theirs, base, ours)).toBe(merged);
  });

  it('that add weeks at different places merge without conflict', () => {
    const base = serialiseLedger(ledger(entry('b'), entry('d')));
    const ours = serialiseLedger(ledger(entry('a'), entry('b'), entry('d')));
    const theirs = serialiseLedger(ledger(entry('b'), entry('c'), entry('d')));
    expect(merge(ours, base, theirs)).toBe(
      serialiseLedger(ledger(entry('a'), entry('b'), entry('c'), entry('d'))),
    );
  });

  it('that change the same week leave marks, and the error says how to mend them', () => {
    const marked = text.replace(
      '    sequence: 1\n',
      '<<<<<<< HEAD\n    sequence: 1\n=======\n    sequence: 2\n>>>>>>> other\n',
    );
    expect(explain(marked)).toMatchInlineSnapshot(`
      "content/2022/calendar.lock.yaml:8:1 error ledger-merge
        Two branches have changed the same week or event, and the merge left its marks here.
        Take the file of the branch that is published (git checkout origin/main -- content/2022/calendar.lock.yaml), then run npm run calendar: it works out the rest from the content."
    `);
  });
});

describe('a ledger that no command has written', () => {
  it.each([
    ['an unknown key', text.replace('    sequence: 1', '    sequnce: 1')],
    ['a date that does not exist', text.replace('start: 2022-03-07', 'start: 2022-02-30')],
    ['a sequence that fell', text.replace('sequence: 1', 'sequence: 0')],
    ['an end before the start', text.replace('end: 2022-03-13', 'end: 2022-03-01')],
    [
      'times without a zone',
      text
        .replace('start: 2022-03-07', 'start: 2022-03-07T09:00')
        .replace('end: 2022-03-13', 'end: 2022-03-07T10:00'),
    ],
    ['a stamp before its history', text.replace('modified: 2022-01-02', 'modified: 2021-01-02')],
    ['one uid twice', text.replace('2022-week-two@', '2022-week-one@')],
    ['one name twice', text.replace('- second', '- one')],
    ['nothing at all', ''],
    ['broken YAML', text.replace('kind: week', 'kind: "week')],
  ])('has %s: the error names the place, and how to go on', (_, broken) => {
    const { ledger: read, issues } = parseLedger(broken, file, '2022');
    expect(read).toBeUndefined();
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) {
      expect(issue.fix).toContain('git checkout HEAD -- content/2022/calendar.lock.yaml');
      expect(issue.fix).toContain('npm run calendar');
    }
    if (broken !== '') expect(issues[0]?.line).toBeGreaterThan(4);
  });

  it('lies in another edition: it was copied', () => {
    expect(explain(text, '2023')).toMatchInlineSnapshot(`
      "content/2022/calendar.lock.yaml:3:10 error ledger-edition
        This ledger is that of the edition 2022, and it lies in the folder 2023.
        If you copied the folder to begin a new edition, delete this file and run npm run calendar: the new edition begins with a ledger of its own."
    `);
  });

  it('says what is wrong in words', () => {
    expect(explain(text.replace('sequence: 1', 'sequence: 0'))).toMatchInlineSnapshot(`
      "content/2022/calendar.lock.yaml:8:15 error ledger-nonsense
        The sequence is 0, and by its history it is at least 1. It never falls, since clients ignore what is older than they have.
        Only npm run calendar writes this file. Take it back as it was (git checkout HEAD -- content/2022/calendar.lock.yaml), then run npm run calendar."
    `);
  });
});
