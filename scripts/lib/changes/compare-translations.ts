import { hashText } from '../../../src/reader/ledger-file.ts';
import { identify } from '../../../src/model/entry.ts';
import {
  findChanges,
  fingerprint,
  listSaid,
  type Change,
  type Review,
} from '../../../src/model/translation.ts';
import { toReportField, type EntryPair } from './compare-entries.ts';
import type { OutdatedTranslation } from './report-schema.ts';
import type { State } from './state.ts';

/**
 * Finds translations that a change of their original has made outdated.
 * @param reviews of the current state
 */
export function findOutdated(
  reviews: readonly Review[],
  pairs: readonly EntryPair[],
  before: State,
): OutdatedTranslation[] {
  const originals = new Map(pairs.map((pair) => [pair.now, pair.before]));
  return reviews.flatMap((review) => {
    const { original, file, lang } = review;
    const changes = listChanges(review, originals.get(original), before);
    const fields = [...new Set(changes.map(({ field }) => toReportField(original.collection, field)))];
    return fields.length > 0 ? [{ file, lang, fields }] : [];
  });
}

/** What has changed since the translation was confirmed, or, if it never was, since the earlier state. */
function listChanges(
  { original, lang, translation, changes }: Review,
  past: EntryPair['before'],
  { library }: State,
): Change[] {
  if (!translation || !past) return [];
  const changed = findChanges(fingerprint(past, hashText), original, hashText);
  if (changed.length === 0) return [];
  if (changes) return changes;
  const earlier = library.translations.find(
    (each) => identify(each) === identify(past) && each.lang === lang,
  );
  const isSame = earlier && JSON.stringify(listSaid(earlier)) === JSON.stringify(listSaid(translation));
  return isSame ? changed : [];
}
