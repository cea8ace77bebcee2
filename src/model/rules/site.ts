import type { Entry, Library } from '../entry.ts';
import { issueAt } from '../entry.ts';
import { findNearest } from '../nearest.ts';
import type { Issue } from '../issue.ts';
import { reservedPages } from '../address.ts';
import { checkUnique, listEditions, type Scope, type CheckContext } from './scope.ts';

/** The rules of the whole site: there is one, its languages have words, its current edition can be shown. */
export function checkSite(
  library: Library,
  context: Pick<CheckContext, 'label' | 'locales' | 'publish'>,
): Issue[] {
  const site = library.originals.site[0];
  const isUnreadable = library.unreadable.some((each) => each.collection === 'site');
  return [
    ...(site
      ? [
          ...checkLanguages(site, context.locales),
          ...checkCurrent(site, library),
          ...checkPublisher(site, context.publish),
          ...checkNotices(site),
        ]
      : []),
    ...(site || isUnreadable ? [] : [missingFile(`${context.label}/site.yaml`, siteWords)]),
    ...checkYears(library),
    ...checkCalendarIds(library),
  ];
}

const siteWords = {
  message: 'The file site.yaml is missing: it says who holds the programme and in which languages.',
  fix: 'Add it, with name, organiser, calendarDomain, languages and current.',
};

const missingFile = (file: string, words: Pick<Issue, 'message' | 'fix'>) =>
  issueAt({ file, positions: {} }, { code: 'file-missing', ...words });

function checkLanguages(site: Entry<'site'>, locales: readonly string[]): Issue[] {
  const { languages } = site.data;
  return languages.flatMap((language, index) => {
    const at = { field: `languages.${index}`, value: language };
    if (languages.indexOf(language) < index)
      return issueAt(site, {
        ...at,
        code: 'language-repeated',
        message: `The language "${language}" stands here twice.`,
        fix: 'Delete one of the two.',
      });
    if (locales.length === 0 || locales.includes(language)) return [];
    const nearest = findNearest(language, locales);
    return issueAt(site, {
      ...at,
      code: 'language-unknown',
      allowed: [...locales],
      message: `The site's own words, such as those of its menu, are not there in the language "${language}".${nearest ? ` Did you mean "${nearest}"?` : ''}`,
      fix: `Write ${nearest ? `"${nearest}"` : 'one of the allowed languages'}, or have src/i18n/${language}.json translated first.`,
    });
  });
}

function checkCurrent(site: Entry<'site'>, library: Library): Issue[] {
  const { current } = site.data;
  const editions = listEditions(library);
  const at = { field: 'current', value: current };
  if (!editions.includes(current)) {
    const nearest = findNearest(current, editions);
    return [
      issueAt(site, {
        ...at,
        code: 'reference-unknown',
        allowed: editions,
        message: `There is no folder "${current}" of an edition.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
        fix: nearest
          ? `Write "current: ${nearest}".`
          : 'Write the name of a folder that has a programme.yaml.',
      }),
    ];
  }
  const programme = library.originals.programmes.find((each) => each.edition === current);
  if (!programme?.data.draft) return [];
  return [
    issueAt(site, {
      ...at,
      code: 'reference-draft',
      message: `The edition "${current}" is a draft, so the published home page would be empty.`,
      fix: `Remove "draft: true" from ${programme.file}, or name another edition here.`,
    }),
  ];
}

/** Somebody answers for a site that is published, and can be found. A preview goes without. */
function checkPublisher(site: Entry<'site'>, publish = false): Issue[] {
  const { publisher } = site.data;
  if (!publisher)
    return [
      issueAt(site, {
        severity: publish ? 'error' : 'warning',
        code: 'publisher-missing',
        field: 'publisher',
        message: `Nothing says who publishes this site${publish ? ', so it cannot be published' : ': until then it is an unofficial preview'}.`,
        fix: 'Write "publisher: { name: …, relation: on-behalf, url: …, email: … }", or "relation: independent" if the organiser has no part in it.',
      }),
    ];
  if (publisher.address ?? publisher.url) return [];
  return [
    issueAt(site, {
      code: 'publisher-address',
      field: 'publisher',
      message: 'Visitors cannot find out who this publisher is.',
      fix: 'Add "url" with a page about the publisher, or "address" with a postal address.',
    }),
  ];
}

/** What the pages about the site itself need, and only people can know. */
const noticeFields = {
  license: {
    message: 'Nothing says how others may use the texts and data of this site.',
    fix: 'Choose a licence and write it, such as "license: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }".',
  },
  host: {
    message: 'The page on privacy does not name the host, which keeps logs of requests.',
    fix: 'Write "host: { name: …, url: … }" with the name of the host and the address of its privacy policy.',
  },
  accessibility: {
    message: 'The accessibility statement has no status, date, method and known faults.',
    fix: 'Write "accessibility: { status: partial, date: …, method: …, faults: [ … ] }".',
  },
  reviewed: {
    message: 'Nothing says when the pages were last compared with their sources.',
    fix: 'Write "reviewed: …" with the day, such as 2026-11-28, once somebody has done so.',
  },
} as const;

function checkNotices(site: Entry<'site'>): Issue[] {
  return (Object.keys(noticeFields) as (keyof typeof noticeFields)[])
    .filter((field) => site.data[field] === undefined)
    .map((field) =>
      issueAt(site, { severity: 'warning', code: 'notice-incomplete', field, ...noticeFields[field] }),
    );
}

/**
 * Each year has one file: in history/, or a folder of its own. While that folder is a draft, visitors see the
 * history.
 */
function checkYears(library: Library): Issue[] {
  const { history, programmes } = library.originals;
  const repeated = checkUnique(
    history,
    (each) => each.data.year,
    'year',
    (first, value) => ({
      code: 'number-repeated',
      message: `${first.file} is about the year ${value} already.`,
      fix: 'Put the facts of one year into one file.',
    }),
  );
  const told = history.flatMap((each) => {
    const programme = programmes.find(({ edition }) => edition === String(each.data.year));
    if (!programme || programme.data.draft) return [];
    return issueAt(each, {
      code: 'number-repeated',
      field: 'year',
      value: String(each.data.year),
      message: `The year ${each.data.year} has a folder of its own, and "history" is for years without one.`,
      fix: `Move the facts to ${programme.file} ("results"), and delete this file.`,
    });
  });
  return [...repeated, ...told];
}

/** Calendar ids are one of a kind in all editions: one feed has them all. */
function checkCalendarIds(library: Library): Issue[] {
  return checkUnique(
    [...library.originals.weeks, ...library.originals.events],
    (entry) => entry.data.uid,
    'uid',
    (first) => ({
      code: 'uid-repeated',
      message: `${first.file} has this calendar id already.`,
      fix: 'Keep the line in the file whose event was renamed, and delete it in the other.',
    }),
  );
}

/** An edition has its programme.yaml, and its pages keep off fixed addresses. */
export function checkEdition(scope: Scope, library: Library, label: string): Issue[] {
  const { edition } = scope;
  const reserved = scope.entries('pages').filter((each) => reservedPages.includes(each.id));
  const languages = library.originals.site[0]?.data.languages ?? [];
  return [
    ...(languages.includes(edition) ? [languageAsEdition(edition, label)] : []),
    ...(scope.ids('programmes').length > 0 ? [] : [missingProgramme(edition, library, label)]),
    ...reserved.map((page) =>
      issueAt(page, {
        code: 'page-reserved',
        value: page.id,
        message: `The address /${edition}/${page.id}/ belongs to a page that the site makes itself.`,
        fix: 'Give the file another name.',
      }),
    ),
  ];
}

const languageAsEdition = (edition: string, label: string) =>
  issueAt(
    { file: `${label}/${edition}/programme.yaml`, positions: {} },
    {
      code: 'edition-reserved',
      value: edition,
      message: `The address /${edition}/ belongs to the pages in the language "${edition}", so no edition can be called that.`,
      fix: 'Give the folder another name, such as the year.',
    },
  );

function missingProgramme(edition: string, library: Library, label: string): Issue {
  const others = library.originals.programmes.flatMap((each) => each.edition ?? []);
  // Years are all alike: 2031 is more likely a new edition than a slip of the pen for 2030.
  const nearest = /^\d+$/.test(edition) ? undefined : findNearest(edition, others);
  return {
    ...missingFile(`${label}/${edition}/programme.yaml`, {
      message: `The folder ${edition}/ has no programme.yaml, so nothing in it can be shown.${nearest ? ` Did you mean ${nearest}/?` : ''}`,
      fix: `${nearest ? `Move its files to ${nearest}/. If it is an edition of its own, add` : 'Add'} the file, with title, theme, goal, dates, time zone and state.`,
    }),
    value: edition,
    allowed: others,
  };
}
