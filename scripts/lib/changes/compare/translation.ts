import { identify, type Library } from '../../../../src/model/entry.ts';
import { nameReportField } from './facts.ts';
import type { OldTranslation } from '../report-data.ts';
import {
  findChanges,
  fingerprint,
  listSaid,
  reviewTranslations,
  type Change,
  type Hash,
  type Review,
} from '../../../../src/model/translation.ts';

/**
 * Finds translations that are behind their original now and were not, or not by as much.
 * @param nameBefore the name that an entry had before, both as `identify` gives them
 */
export function findOldTranslations(
  [before, now]: readonly [Library, Library],
  hash: Hash,
  nameBefore: (name: string) => string,
): (OldTranslation & { edition: string | undefined })[] {
  const old = new Map(
    reviewTranslations(before, hash).map((review) => [`${identify(review.original)}.${review.lang}`, review]),
  );
  return reviewTranslations(now, hash).flatMap((review) => {
    const { original, file, lang } = review;
    const past = old.get(`${nameBefore(identify(original))}.${lang}`);
    const changes = past ? listChanged(past, review, hash) : [];
    const fields = new Set(changes.map(({ field }) => nameReportField(original.collection, field)));
    return fields.size > 0 ? [{ edition: original.edition, file, lang, fields: [...fields] }] : [];
  });
}

/**
 * What an original says otherwise than its translation was compared with. If nobody has noted that, it is what
 * the original says otherwise than before, as long as the translation has not changed with it.
 */
function listChanged(past: Review, { translation, original, changes }: Review, hash: Hash): Change[] {
  if (!translation) return [];
  const isStill = isSame(listSaid(past.original), listSaid(original));
  if (changes) return isStill && isSame(past.changes, changes) ? [] : changes;
  const isUntouched = past.translation && isSame(listSaid(past.translation), listSaid(translation));
  return isUntouched ? findChanges(fingerprint(past.original, hash), original, hash) : [];
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
