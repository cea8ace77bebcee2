import type { PlainDate } from './date.ts';
import { problemAt, type Library } from './entry.ts';
import { addressOfEntry, indexPages } from './page-index.ts';
import { compareProblems, type Problem } from './problem.ts';
import { checkEvents } from './rules/event.ts';
import { checkBody, checkFile, type LinkTargets } from './rules/link.ts';
import { checkPrizes } from './rules/prize.ts';
import { checkProgramme } from './rules/programme.ts';
import { createScope, listEditions } from './rules/scope.ts';
import { checkEdition, checkSite } from './rules/site.ts';
import { checkTranslations } from './rules/translation.ts';
import { checkWeeks } from './rules/week.ts';

export interface CheckContext {
  /** Today's day, for rules that compare with it. */
  today: PlainDate;
  /** Says whether a file exists in public/. */
  hasFile: (path: string) => boolean;
  /** How problems name the content folder. */
  label: string;
}

/**
 * Checks what concerns several files at once, and collects every problem, in the order of files.
 * Entries that do not fit their schema are not in the library; references to them are not reported.
 */
export function checkLibrary(library: Library, context: CheckContext): Problem[] {
  const targets: LinkTargets = { pages: indexPages(library), hasFile: context.hasFile };
  return [
    ...checkSite(library, context.label),
    ...listEditions(library).flatMap((edition) => {
      const scope = createScope(library, edition);
      return [
        ...checkEdition(scope, context.label),
        ...checkProgramme(scope, context.today),
        ...checkWeeks(scope),
        ...checkEvents(scope),
        ...checkPrizes(scope),
      ];
    }),
    ...checkTranslations(library),
    ...checkPictures(library, targets),
    ...[...Object.values(library.originals).flat(), ...library.translations].flatMap((entry) => {
      const address = addressOfEntry(entry);
      return checkBody({ ...entry, ...(address ? { address } : {}) }, targets);
    }),
  ].sort(compareProblems);
}

function checkPictures(library: Library, targets: LinkTargets): Problem[] {
  return library.originals.partners.flatMap((partner) => {
    const file = partner.data.logo?.file;
    if (file === undefined) return [];
    return checkFile(file, targets).map((found) =>
      problemAt(partner, { ...found, field: 'logo.file', value: file }),
    );
  });
}
