import type { Library } from '../entry.ts';
import { problemAt } from '../entry.ts';
import { findNearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { reservedPages } from '../address.ts';
import { checkUnique, listEditions, type Scope } from './scope.ts';

/** The rules of the whole site: there is one, and its current edition can be shown. */
export function checkSite(library: Library, label: string): Problem[] {
  const editions = listEditions(library);
  const site = library.originals.site[0];
  if (!site) {
    if (library.unreadable.some((each) => each.collection === 'site')) return [];
    return [
      problemAt(
        { file: `${label}/site.yaml`, positions: {} },
        {
          code: 'file-missing',
          message: 'The file site.yaml is missing: it says who holds the programme and in which languages.',
          fix: 'Add it, with name, organiser, calendarDomain, languages and current.',
        },
      ),
    ];
  }
  const { current, languages } = site.data;
  const problems: Problem[] = [];
  const repeated = languages.find((language, index) => languages.indexOf(language) !== index);
  if (repeated)
    problems.push(
      problemAt(site, {
        code: 'language-repeated',
        field: 'languages',
        value: repeated,
        message: `The language "${repeated}" stands here twice.`,
        fix: 'Delete one of the two.',
      }),
    );
  const programme = library.originals.programmes.find((each) => each.edition === current);
  if (!editions.includes(current)) {
    const nearest = findNearest(current, editions);
    problems.push(
      problemAt(site, {
        code: 'reference-unknown',
        field: 'current',
        value: current,
        allowed: editions,
        message: `There is no folder "${current}" of an edition.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
        fix: `Write the name of a folder: ${editions.join(', ') || 'add one first'}.`,
      }),
    );
  }
  if (programme?.data.draft)
    problems.push(
      problemAt(site, {
        code: 'reference-draft',
        field: 'current',
        value: current,
        message: `The edition "${current}" is a draft, so the published home page would be empty.`,
        fix: `Remove "draft: true" from ${programme.file}, or name another edition here.`,
      }),
    );
  return problems;
}

/** An edition has its programme.yaml, its pages keep off fixed addresses, and calendar ids occur once. */
export function checkEdition(scope: Scope, label: string): Problem[] {
  const problems: Problem[] = [];
  if (scope.ids('programmes').length === 0)
    problems.push(
      problemAt(
        { file: `${label}/${scope.edition}/programme.yaml`, positions: {} },
        {
          code: 'file-missing',
          message: `The folder ${scope.edition} has no programme.yaml, so nothing in it can be shown.`,
          fix: 'Add the file, with title, theme, goal, dates, time zone and state.',
        },
      ),
    );
  for (const page of scope.entries('pages').filter((each) => reservedPages.includes(each.id)))
    problems.push(
      problemAt(page, {
        code: 'page-reserved',
        value: page.id,
        allowed: [],
        message: `The address /${scope.edition}/${page.id}/ belongs to a page that the site makes itself.`,
        fix: 'Give the file another name.',
      }),
    );
  const dated = [...scope.entries('weeks'), ...scope.entries('events')];
  const repeated = checkUnique(
    dated,
    (entry) => entry.data.uid,
    'uid',
    (first) => ({
      code: 'uid-repeated',
      message: `${first.file} has this calendar id already.`,
      fix: 'Keep the line in the file whose event was renamed, and delete it in the other.',
    }),
  );
  return [...problems, ...repeated];
}
