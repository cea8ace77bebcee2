import { issueAt, type Entry, type Library } from './entry.ts';
import { explainHost } from './host.ts';
import { addressOfEntry, indexPages } from './page-index.ts';
import { compareIssues, type Issue } from './issue.ts';
import { checkEvents } from './rules/event.ts';
import { checkBody, checkFile, type LinkTargets } from './rules/link.ts';
import { checkPartners } from './rules/partner.ts';
import { checkPrizes } from './rules/prize.ts';
import { checkProgramme } from './rules/programme.ts';
import { createScope, listEditions, type CheckContext } from './rules/scope.ts';
import { checkEdition, checkSite } from './rules/site.ts';
import { checkTranslations } from './rules/translation.ts';
import { checkWeeks } from './rules/week.ts';
import { isText } from './text.ts';
import { createVisibility } from './visibility.ts';

/**
 * Checks what concerns several files at once, and collects every issue, in the order of files.
 * Entries that do not fit their schema are not in the library; references to them are not reported.
 */
export function checkLibrary(library: Library, context: CheckContext): Issue[] {
  const targets: LinkTargets = { pages: indexPages(library), files: context.publicFiles };
  return [
    ...checkSite(library, context),
    ...listEditions(library).flatMap((edition) => {
      const scope = createScope(library, edition);
      return [
        ...checkEdition(scope, library, context.label),
        ...checkProgramme(scope, context.now),
        ...checkWeeks(scope),
        ...checkEvents(scope),
        ...checkPrizes(scope),
        ...checkPartners(scope),
      ];
    }),
    ...checkTranslations(library),
    ...checkPictures(library, targets),
    ...checkBodies(library, targets),
    ...checkAddresses(library),
  ].sort(compareIssues);
}

function checkBodies(library: Library, targets: LinkTargets): Issue[] {
  const visibility = createVisibility(library);
  return [...Object.values(library.originals).flat(), ...library.translations].flatMap((entry) =>
    checkBody(
      {
        file: entry.file,
        body: entry.body,
        address: addressOfEntry(entry),
        draft: visibility.isDraft(entry),
        languages: visibility.languagesOf(entry),
      },
      targets,
    ),
  );
}

function checkPictures(library: Library, targets: LinkTargets): Issue[] {
  return library.originals.partners.flatMap((partner) => {
    const file = partner.data.logo?.file;
    if (file === undefined) return [];
    return checkFile(file, targets).map((found) =>
      issueAt(partner, { ...found, field: 'logo.file', value: file }),
    );
  });
}

/** Addresses in fields, wherever they stand: a schema says only that they begin with https://. */
function checkAddresses(library: Library): Issue[] {
  return (Object.values(library.originals).flat() as Entry[]).flatMap((entry) =>
    listAddresses(entry.data, []).flatMap(([field, value]) =>
      explainHost(value).map((found) => issueAt(entry, { ...found, field, value })),
    ),
  );
}

function listAddresses(value: unknown, path: readonly string[]): [field: string, address: string][] {
  if (typeof value === 'string') return /^https:\/\//i.test(value) ? [[path.join('.'), value]] : [];
  if (isText(value) || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => listAddresses(item, [...path, key]));
}
