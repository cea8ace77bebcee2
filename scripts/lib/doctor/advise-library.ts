import type { Library } from '../../../src/model/entry.ts';
import type { Hash } from '../../../src/model/translation.ts';
import { adviseEditions, adviseSite, adviseTranslations } from './advice-edition.ts';
import { adviseLengths } from './advice-length.ts';
import type { Advice } from './advice.ts';

/**
 * All advice that follows from the content alone.
 * @param now decides which editions are over; which day it is depends on their zone
 */
export function adviseLibrary(library: Library, now: Date, hash: Hash): Advice[] {
  return [
    ...adviseLengths(library),
    ...adviseTranslations(library, hash),
    ...adviseEditions(library, now),
    ...adviseSite(library),
  ];
}
