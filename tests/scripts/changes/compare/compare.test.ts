import { describe, expect, it } from 'vitest';
import { assembleModel } from '../../../../src/pipeline/load.ts';
import { hashText } from '../../../../src/reader/ledger-file.ts';
import { compareStates } from '../../../../scripts/lib/changes/compare/compare.ts';
import { keepSound } from '../../../../scripts/lib/changes/compare/sound.ts';
import { fingerprint } from '../../../../src/model/translation.ts';
import { paths, readSample, replace, type Change } from '../../../sample.ts';
import { compareSamples, listSentences, type Changes } from '../report-sample.ts';

/** The report where the content before has not passed the check, of which only the sound part is compared. */
function compareUnsound(before: Changes, now: Changes = {}) {
  const old = readSample(before);
  const { library } = readSample(now);
  const [site] = library.originals.site;
  if (!site) throw new Error('The sample has no site.yaml.');
  const sound = keepSound(old.library, old.issues, site, ['en', 'ko']);
  const stateOf = (each: typeof library) => ({
    library: each,
    ledgers: [],
    calendars: assembleModel({ publish: false }, { library: each, ledgers: [] }).calendars,
  });
  return compareStates(stateOf(sound), stateOf(library), {
    before: { name: 'main', commit: '0'.repeat(40), content: 'partial', unread: [] },
    hash: hashText,
    ledgerFile: (edition) => `content/${edition}/calendar.lock.yaml`,
  });
}
const seen = (before: Changes, now?: Changes) =>
  listSentences(compareUnsound(before, now)).filter((line) => !line.startsWith('get: '));
const broken = (path: string): Changes => ({ [path]: () => 'title: "broken' });

const squares = '---\ntitle: Squares\nsummary: All about squares.\n---\n\nThey have corners.\n';

describe('content that was not sound before', () => {
  it('takes nothing that could not be read for new', () => {
    expect(seen(broken(paths.prize))).toEqual([]);
    expect(seen(broken(paths.page))).toEqual([]);
    expect(seen({ [paths.site]: () => 'name: [' })).toEqual([]);
  });

  it('leaves out what cannot be put together without what could not be read', () => {
    expect(seen(broken(paths.topic))).toEqual([]);
    expect(seen(broken(paths.phase))).toEqual([]);
    expect(seen(broken('2030/people/ada.yaml'))).toEqual([]);
    expect(seen({ [paths.pause]: replace('title: A pause\n', '') })).toEqual([]);
    expect(seen({ [paths.week]: replace('We read', '<b>We read') })).toEqual([]);
  });

  it('still tells of the rest', () => {
    expect(seen(broken(paths.topic), { [paths.prize]: replace('value: 200', 'value: 250') })).toEqual([
      'see: The amount of the prize “Second prize” is now CHF 250 instead of CHF 200.',
    ]);
  });

  it('says of an edition whose programme could not be read that nothing can be said', () => {
    expect(seen(broken(paths.programme))).toEqual([
      'see: What visitors see change of “Small Cities 2030” is not told, since it could not be read as it was.',
    ]);
  });

  it('takes languages that the interface has no words in for none', () => {
    expect(seen({ [paths.site]: replace('[en, ko]', '[en, ko, de]') })).toEqual([]);
    expect(seen({ [paths.site]: replace('[en, ko]', '[de]') })).toEqual([]);
  });

  it('can have times that make no sense', () => {
    const [first] = seen({ [paths.event]: replace('start: 2030-03-04T15:00', 'start: 2030-03-05') });
    expect(first).toBe('see: Kick-off starts on 4 March 2030, 15:00 instead of 5 March 2030.');
    const [second] = seen({
      [paths.event]: (text) => text.replace('04T15:00', '09').replace('04T16:45', '08T10:00'),
    });
    expect(second).toBe('see: Kick-off is on 4 March 2030, 15:00–16:45 instead of 9 – 8 March 2030.');
  });
});

describe('translations that were compared with their originals', () => {
  /** The translation, which notes what the original said when the two were compared. */
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

  it('are behind once their original says something else', () => {
    const before = { [paths.translation]: confirm() };
    expect(listOld(before, { ...before, [paths.week]: once })).toEqual([line]);
  });

  it('are not, once that is noted', () => {
    const before = { [paths.translation]: confirm() };
    expect(listOld(before, { [paths.week]: once, [paths.translation]: confirm(once) })).toEqual([]);
  });

  it('are named again only if they are behind by more', () => {
    const before = { [paths.translation]: confirm(), [paths.week]: once };
    expect(listOld(before, { ...before, [paths.prize]: replace('value: 200', 'value: 250') })).toEqual([]);
    expect(listOld(before, { ...before, [paths.week]: twice })).toEqual([line]);
  });

  it('are found when the files have other names', () => {
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
