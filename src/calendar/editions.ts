import { toParts } from '../reader/parts.ts';
import { hashText, serialiseLedger, type LedgerFile } from './ledger-file.ts';
import { readParagraphs } from '../reader/paragraph.ts';
import { assembleSite } from '../model/assemble.ts';
import { listPublications, type LocalisedProgramme } from './calendar-event.ts';
import type { Library } from '../model/entry.ts';
import type { Ledger } from './ledger.ts';
import type { Publication } from './ledger-update.ts';
import { updateLedger, type LedgerUpdate } from './ledger-update.ts';
import type { Programme, Site } from '../model/site.ts';
import { createTranslator } from '../i18n/translator.ts';

/** An edition, and how its calendar stands. */
export interface Edition {
  edition: string;
  /** The edition in each language of the site, the default first. */
  versions: LocalisedProgramme[];
  /** The weeks and events of its content. */
  publications: Publication[];
  /** The ledger that is committed. */
  written: LedgerFile | undefined;
  /** What the command would write. */
  update: LedgerUpdate;
  /** Whether the committed ledger says what the content says, to the byte. */
  isUpToDate: boolean;
}

/** What the calendars of a site are made of. */
export interface CalendarSources {
  /** The site in each of its languages, the default first. */
  sites: Site[];
  editions: Edition[];
}

/**
 * Compares content and ledgers of all editions. Drafts are in no calendar; an edition that is a draft has
 * one only if subscribers have been told of it before.
 * @param now the time of the update. Without it, as in a preview, entries that are not written yet bear a
 *   time that follows from content and ledger alone, so that the same content gives the same bytes
 */
export function readCalendars(library: Library, files: readonly LedgerFile[], now?: string): CalendarSources {
  const settings = library.originals.site[0]?.data;
  if (!settings) return { sites: [], editions: [] };
  const parts = toParts(library);
  const sites = settings.languages.map((locale) => assembleSite(parts, { locale, drafts: true }));
  const words = new Map(sites.map(({ locale }) => [locale, createWords(library, locale)]));
  const editions = (sites[0]?.programmes ?? []).flatMap(({ edition, draft, start }) => {
    const written = files.find((file) => file.edition === edition);
    if (draft && !written?.ledger) return [];
    const versions = sites.flatMap(({ locale, programmes }) => {
      const programme = programmes.find((each) => each.edition === edition);
      const own = words.get(locale);
      return programme && own ? [{ programme, ...own }] : [];
    });
    const publications = listPublications(versions);
    const update = updateLedger(written?.ledger, publications, {
      edition,
      domain: settings.calendarDomain,
      now: now ?? previewTime(written?.ledger, start),
      hash: hashText,
    });
    const isUpToDate = update.issues.length === 0 && written?.text === serialiseLedger(update.ledger);
    return [{ edition, versions, publications, written, update, isUpToDate }];
  });
  return { sites, editions };
}

function previewTime(ledger: Ledger | undefined, start: Programme['start']): string {
  const latest = ledger?.events
    .map(({ modified }) => modified)
    .sort()
    .at(-1);
  return latest ?? `${start}T00:00:00Z`;
}

function createWords(library: Library, locale: string): Omit<LocalisedProgramme, 'programme'> {
  const bodies = new Map<string, string>();
  for (const collection of ['weeks', 'events'] as const) {
    for (const { edition = '', id, body } of library.originals[collection]) {
      bodies.set(`${collection}/${edition}/${id}`, body?.markdown ?? '');
    }
  }
  for (const { collection, edition = '', id, lang, body } of library.translations) {
    bodies.set(`${collection}/${edition}/${id}.${lang}`, body?.markdown ?? '');
  }
  return {
    t: createTranslator(locale),
    readProse: (collection, { key }) => readParagraphs(bodies.get(`${collection}/${key}`) ?? ''),
  };
}
