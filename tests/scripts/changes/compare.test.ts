import { describe, expect, it } from 'vitest';
import { hashText } from '../../../src/reader/ledger-file.ts';
import { compareStates } from '../../../scripts/lib/changes/compare.ts';
import { createState, dropInvalid } from '../../../scripts/lib/changes/state.ts';
import { fingerprint } from '../../../src/model/translation.ts';
import { paths, readSample, replace, type Change } from '../../sample.ts';
import { compareSamples, listSentences, type Changes } from './report-sample.ts';

/** Compares with a state that has errors, of which the valid part is compared. */
function compareInvalid(before: Changes, now: Changes = {}) {
  const old = readSample(before);
  const { library } = readSample(now);
  const [site] = library.originals.site;
  if (!site) throw new Error('The sample has no site.yaml.');
  const invalid = old.issues.filter(({ severity }) => severity === 'error').map(({ file }) => file);
  const valid = dropInvalid(old.library, invalid, site);
  const source = { name: 'main', commit: '0'.repeat(40), content: 'partial' as const, unread: [] };
  return compareStates(createState(valid, []), createState(library, []), source);
}
const seen = (before: Changes, now?: Changes) =>
  listSentences(compareInvalid(before, now)).filter((line) => !line.startsWith('get: '));
const broken = (path: string): Changes => ({ [path]: () => 'title: "broken' });

const squares = '---\ntitle: Squares\nsummary: All about squares.\n---\n\nThey have corners.\n';

describe('compareStates with an earlier state that has errors', () => {
  it('does not report unreadable files as new', () => {
    expect(seen(broken(paths.prize))).toEqual([]);
    expect(seen(broken(paths.page))).toEqual([]);
    expect(seen({ [paths.site]: () => 'name: [' })).toEqual([]);
  });

  it('leaves out entries that refer to unreadable files', () => {
    expect(seen(broken(paths.topic))).toEqual([]);
    expect(seen(broken(paths.phase))).toEqual([]);
    expect(seen(broken('2030/people/ada.yaml'))).toEqual([]);
    expect(seen({ [paths.pause]: replace('title: A pause\n', '') })).toEqual([]);
    expect(seen({ [paths.week]: replace('We read', '<b>We read') })).toEqual([]);
  });

  it('reports the valid rest', () => {
    expect(seen(broken(paths.topic), { [paths.prize]: replace('value: 200', 'value: 250') })).toEqual([
      'see: The amount of the prize “Second prize” is now CHF 250 instead of CHF 200.',
    ]);
  });

  it('says so if the programme of an edition was unreadable', () => {
    expect(seen(broken(paths.programme))).toEqual([
      'see: What visitors see change of “Small Cities 2030” is not told, since it could not be read as it was.',
    ]);
  });

  it('ignores languages without UI translations', () => {
    expect(seen({ [paths.site]: replace('[en, ko]', '[en, ko, de]') })).toEqual([]);
    expect(seen({ [paths.site]: replace('[en, ko]', '[de]') })).toEqual([]);
  });

  it('renders times that break the rules', () => {
    const [first] = seen({ [paths.event]: replace('start: 2030-03-04T15:00', 'start: 2030-03-05') });
    expect(first).toBe('see: Kick-off starts on 4 March 2030, 15:00 instead of 5 March 2030.');
    const [second] = seen({
      [paths.event]: (text) => text.replace('04T15:00', '09').replace('04T16:45', '08T10:00'),
    });
    expect(second).toBe('see: Kick-off is on 4 March 2030, 15:00 – 16:45 instead of 9 – 8 March 2030.');
  });
});

describe('outdated translations', () => {
  /** The translation, confirmed against an original after a change. */
  function confirm(change: Change = (text) => text): Change {
    const [original] = readSample({ [paths.week]: change }).library.originals.weeks;
    const words = Object.entries(original ? fingerprint(original, hashText) : {});
    const lines = words.map(([field, value]) => `  ${field}: ${value}\n`).join('');
    return replace('---\n\n', `translates:\n${lines}---\n\n`);
  }
  const listOld = (before: Changes, now: Changes) =>
    listSentences(compareSamples(before, now)).filter((line) => line.startsWith('old: '));
  const once = replace('Reading aloud', 'Reading together');
  const twice = replace('Reading aloud', 'Reading slowly');
  const line = 'old: content/2030/weeks/phase-1-week-1.ko.mdx (Korean): the activity';

  it('are reported once their original changes', () => {
    const before = { [paths.translation]: confirm() };
    expect(listOld(before, { ...before, [paths.week]: once })).toEqual([line]);
  });

  it('are not reported if they are confirmed again', () => {
    const before = { [paths.translation]: confirm() };
    expect(listOld(before, { [paths.week]: once, [paths.translation]: confirm(once) })).toEqual([]);
  });

  it('are reported again only if the original changes again', () => {
    const before = { [paths.translation]: confirm(), [paths.week]: once };
    expect(listOld(before, { ...before, [paths.prize]: replace('value: 200', 'value: 250') })).toEqual([]);
    expect(listOld(before, { ...before, [paths.week]: twice })).toEqual([line]);
  });

  it('are found under other file names', () => {
    const before = {
      '2030/topics/squares.ko.mdx': '---\ntitle: 광장\n---\n',
      '2030/topics/squares.mdx': squares,
    };
    const now = {
      '2030/topics/places.ko.mdx': '---\ntitle: 광장\n---\n',
      '2030/topics/places.mdx': squares.replace('They', 'Some'),
    };
    expect(listOld(before, now)).toEqual(['old: content/2030/topics/places.ko.mdx (Korean): the text']);
  });
});
