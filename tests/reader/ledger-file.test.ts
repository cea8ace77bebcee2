import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseLedger, serialiseLedger } from '../../src/reader/ledger-file.ts';
import type { Ledger, LedgerEntry } from '../../src/calendar/ledger.ts';
import { renderParagraphs } from '../../src/format/issues.ts';
import { compareText } from '../../src/model/issue.ts';

const entry = (id: string, rest: Partial<LedgerEntry> = {}): LedgerEntry => ({
  uid: `2022-week-${id}@example.org`,
  kind: 'week',
  id,
  sequence: 0,
  stamps: { en: { modified: '2022-01-01T00:00:00Z', hash: '0123456789abcdef' } },
  facts: {
    title: { en: 'Data: a "title", 한글' },
    start: '2022-03-07',
    end: '2022-03-13',
    status: 'scheduled',
  },
  ...rest,
});
const ledger = (...events: LedgerEntry[]): Ledger => ({ version: 2, edition: '2022', events });
const file = 'content/2022/calendar.lock.yaml';
const explain = (text: string, edition = '2022') => renderParagraphs(parseLedger(text, file, edition).issues);

const text = serialiseLedger(
  ledger(
    entry('one', {
      sequence: 1,
      stamps: { en: { modified: '2022-01-02T00:00:00Z', hash: '0123456789abcdef' } },
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
    const { facts, uid, ...rest } = entry('one');
    expect(serialiseLedger(ledger({ facts, ...rest, uid }))).toBe(serialiseLedger(ledger(entry('one'))));
  });
});

describe('two branches', () => {
  let repository: string;
  beforeEach(() => {
    repository = mkdtempSync(join(tmpdir(), 'merge-'));
    cpSync(join(import.meta.dirname, '../../.gitattributes'), join(repository, '.gitattributes'));
    mkdirSync(join(repository, 'content/2022'), { recursive: true });
    git('init', '--quiet', '--initial-branch', 'main');
  });
  afterEach(() => rmSync(repository, { recursive: true }));

  const git = (...args: string[]) => {
    const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'core.hooksPath=/dev/null'];
    return spawnSync('git', [...author, ...args], { cwd: repository, encoding: 'utf8' });
  };
  function commit(branch: string, ...events: LedgerEntry[]): void {
    git('checkout', '--quiet', '-B', branch);
    writeFileSync(join(repository, file), serialiseLedger(ledger(...events)));
    git('add', '.');
    git('commit', '--quiet', '--message', branch);
  }
  /** Merges two branches with git, from a common state. */
  function merge(base: LedgerEntry[], ours: LedgerEntry[], theirs: LedgerEntry[]) {
    commit('main', ...base);
    commit('theirs', ...theirs);
    git('checkout', '--quiet', 'main');
    commit('ours', ...ours);
    const { status } = git('merge', '--quiet', '--no-edit', 'theirs');
    return { status, ...parseLedger(readFileSync(join(repository, file), 'utf8'), file, '2022') };
  }

  const change = (id: string, date = '2022-01-03T00:00:00Z') =>
    entry(id, {
      sequence: 1,
      stamps: { en: { modified: date, hash: 'fedcba9876543210' } },
      former: [`old-${id}`],
      history: [{ date, field: 'status', from: 'scheduled', to: 'cancelled' }],
    });

  it('that change different weeks merge without conflict, neighbours too', () => {
    const base = [entry('a'), entry('b'), entry('c')];
    const merged = merge(base, [change('a'), entry('b'), entry('c')], [entry('a'), change('b'), entry('c')]);
    expect(merged).toEqual({
      status: 0,
      ledger: ledger(change('a'), change('b'), entry('c')),
      issues: [],
    });
  });

  it.each([
    ['the same place', ['b', 'c'], ['d', 'e', 'f']],
    ['different places', ['b'], ['y']],
    ['the end', ['y'], ['z']],
  ])('that add weeks at %s merge without conflict', (_, ours, theirs) => {
    const base = [entry('a'), entry('x')];
    const add = (ids: string[]) =>
      [...base, ...ids.map((id) => entry(id))].sort((one, other) => compareText(one.uid, other.uid));
    const { status, ledger: merged, issues } = merge(base, add(ours), add(theirs));
    expect([status, issues]).toEqual([0, []]);
    const events = merged?.events.toSorted((one, other) => compareText(one.uid, other.uid));
    expect(events).toEqual(add([...ours, ...theirs]));
  });

  it('that rename a topic and move a week of it merge without conflict', () => {
    const base = ['a', 'b', 'c', 'd'].map((id) => entry(id));
    const renamed = base.map((each) => (each.id === 'c' ? each : change(each.id)));
    const moved = base.map((each) => (each.id === 'c' ? change('c') : each));
    expect(merge(base, renamed, moved)).toMatchObject({
      status: 0,
      ledger: ledger(...base.map(({ id }) => change(id))),
    });
  });

  it('that change the same week leave both entries, and the error says which to keep', () => {
    const { ledger: merged, issues } = merge(
      [entry('a')],
      [change('a')],
      [change('a', '2022-01-04T00:00:00Z')],
    );
    expect(merged).toBeUndefined();
    expect(renderParagraphs(issues.slice(0, 1))).toMatchInlineSnapshot(`
      "content/2022/calendar.lock.yaml:7:12 error ledger-repeated
        The entry 2022-week-a@example.org is there twice: two branches have changed it.
        Keep the line that was published and delete the other. If neither was, keep either: what the content says is added when it is published."
    `);
  });

  it('that are merged without .gitattributes may leave marks, and the error says how to go on', () => {
    const marked = text.replace('  # week two\n', '<<<<<<< HEAD\n  # week two\n=======\n>>>>>>> other\n');
    expect(explain(marked)).toMatchInlineSnapshot(`
      "content/2022/calendar.lock.yaml:7:1 error ledger-merge
        Two branches have changed this ledger at the same place, and the merge left its marks here.
        Take the file of the branch that is published as a whole. What the content says beyond it is added when it is published."
    `);
  });
});

describe('a ledger that no command has written', () => {
  it.each([
    ['an unknown key', text.replace('"sequence":1', '"sequnce":1')],
    ['a date that does not exist', text.replace('"start":"2022-03-07', '"start":"2022-02-30')],
    ['a sequence that fell', text.replace('"sequence":1', '"sequence":0')],
    ['an end before the start', text.replace('"end":"2022-03-13', '"end":"2022-03-01')],
    [
      'times without a zone',
      text
        .replace('"start":"2022-03-07', '"start":"2022-03-07T09:00')
        .replace('"end":"2022-03-13', '"end":"2022-03-07T10:00'),
    ],
    ['a stamp before its history', text.replace('"modified":"2022-01-02', '"modified":"2021-01-02')],
    ['one name twice', text.replace('"second"', '"one"')],
    ['nothing at all', ''],
    ['broken YAML', text.replace('"kind":"week"', '"kind":"week')],
  ])('has %s: the error names the place, and how to go on', (_, broken) => {
    const { ledger: read, issues } = parseLedger(broken, file, '2022');
    expect(read).toBeUndefined();
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) {
      expect(issue.fix).toContain('Take it as it was before the last edit');
    }
    if (broken !== '') expect(issues[0]?.line).toBeGreaterThan(4);
  });

  it('lies in another edition: it was copied', () => {
    expect(explain(text, '2023')).toMatchInlineSnapshot(`
      "content/2022/calendar.lock.yaml:3:10 error ledger-edition
        This ledger is that of the edition 2022, and it lies in the folder 2023.
        If you copied the folder to begin a new edition, delete this file: the new edition gets a ledger of its own when it is published."
    `);
  });

  it('says what is wrong in words', () => {
    expect(explain(text.replace('"sequence":1', '"sequence":0'))).toMatchInlineSnapshot(`
      "content/2022/calendar.lock.yaml:6:76 error ledger-nonsense
        The sequence is 0, and by its history it is at least 1. It never falls, since clients ignore what is older than they have.
        Publishing alone writes this file. Take it as it was before the last edit, from the history of git."
    `);
  });
});
