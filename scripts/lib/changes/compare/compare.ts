import { addressOf } from '../../../../src/model/address.ts';
import type { Entry } from '../../../../src/model/entry.ts';
import { compareSubscribers, listOf, type EditionContext } from './calendar.ts';
import { compareEdition, compareUndated, titleOf, type EditionChanges } from './edition.ts';
import { pairEntries } from './pair.ts';
import type { State } from './state.ts';
import { findOldTranslations } from './translation.ts';
import {
  limits,
  type AddressChange,
  type EditionReport,
  type OldTranslation,
  type Report,
} from '../report-data.ts';
import type { Hash } from '../../../../src/model/translation.ts';
import { isMarkedDraft } from '../../../../src/model/visibility.ts';

export interface CompareOptions {
  /** What is known of the state before. */
  before: Report['before'];
  /** Makes a fingerprint of 16 hexadecimal digits. */
  hash: Hash;
  /** The path of an edition's ledger from the project's root. */
  ledgerFile: (edition: string) => string;
}

/**
 * Compares two states of the content: what visitors and subscribers will see change. Drafts are seen by nobody.
 * @param before may lack what could not be read; what is listed there as unreadable is not taken for new
 * @param now must have passed the check
 */
export function compareStates(
  before: State,
  now: State,
  { before: known, hash, ledgerFile }: CompareOptions,
): Report {
  const [site] = now.library.originals.site;
  if (!site) throw new Error('The content has no site.yaml. Run the check to see what to write.');
  const states = [before, now] as const;
  const locale = site.data.languages[0] ?? 'en';
  const editions = listShown(before, now).map(({ edition, ...shown }) => {
    const context = { edition, states, hash, domain: site.data.calendarDomain, locale };
    return { ...shown, context, changes: describeEdition(context, shown) };
  });
  const renamed = new Map(editions.flatMap(({ changes }) => [...changes.renamed]));
  const old = findOldTranslations([before.library, now.library], hash, (name) => renamed.get(name) ?? name);
  const translationsOf = (edition: string | undefined) =>
    listOf(
      old
        .filter((each) => each.edition === edition)
        .map(({ file, lang, fields }): OldTranslation => ({ file, lang, fields })),
    );
  const libraries = [before.library, now.library] as const;
  return {
    version: 1,
    locale,
    before: known,
    site: listOf([
      ...compareUndated('site', pairEntries('site', undefined, libraries), states),
      ...compareUndated('history', pairEntries('history', undefined, libraries), states),
    ]),
    translations: translationsOf(undefined),
    editions: editions.slice(0, limits.editions).map(({ context, entry, what, changes }): EditionReport => ({
      ...{ edition: context.edition, title: titleOf(entry), what },
      ...countEntries(now, context.edition),
      visitors: listOf(changes.visitors),
      ...compareSubscribers(context, ledgerFile(context.edition)),
      addresses: listOf(changes.addresses),
      translations: translationsOf(context.edition),
    })),
  };
}

interface Shown {
  /** Its programme.yaml, now or else before. */
  entry: Entry<'programmes'>;
  what: EditionReport['what'];
}

/** The editions of both states, by name, and what becomes of each. */
function listShown(before: State, now: State): (Shown & { edition: string })[] {
  const [old, own] = [before, now].map(
    ({ library }) => new Map(library.originals.programmes.map((entry) => [entry.edition ?? '', entry])),
  );
  const unread = before.library.unreadable.filter(({ collection }) => collection === 'programmes');
  return [...new Set([...(old?.keys() ?? []), ...(own?.keys() ?? [])])].sort().flatMap((edition) => {
    const [was, is] = [old?.get(edition), own?.get(edition)];
    const entry = is ?? was;
    const isUnread = unread.some((each) => each.edition === edition);
    const what = isUnread ? 'unread' : nameFate(was, is);
    return entry && what ? [{ edition, entry, what }] : [];
  });
}

function nameFate(
  was: Entry<'programmes'> | undefined,
  is: Entry<'programmes'> | undefined,
): EditionReport['what'] | undefined {
  const wasPublic = was !== undefined && !isMarkedDraft(was);
  const isPublic = is !== undefined && !isMarkedDraft(is);
  if (wasPublic) return isPublic ? 'kept' : is ? 'withdrawn' : 'gone';
  if (isPublic) return was ? 'published' : 'new';
  return is && (was ? 'hidden' : 'draft');
}

/** What there is to say of an edition: of one that comes or goes as a whole, nothing one by one. */
function describeEdition(context: EditionContext, { what }: Shown): EditionChanges {
  if (what === 'kept') return compareEdition(context);
  const address = addressOf.edition(context.edition);
  const isNew = what === 'new' || what === 'published';
  const isGone = what === 'gone' || what === 'withdrawn';
  const whole: AddressChange = { address, what: isNew ? 'new' : 'gone', hasPages: true };
  return { visitors: [], addresses: isNew || isGone ? [whole] : [], renamed: new Map() };
}

function countEntries(
  { library }: State,
  edition: string,
): Pick<EditionReport, 'weeks' | 'events' | 'topics'> {
  const count = (collection: 'weeks' | 'events' | 'topics') =>
    (library.originals[collection] as Entry[]).filter(
      (entry) => entry.edition === edition && !isMarkedDraft(entry),
    ).length;
  return { weeks: count('weeks'), events: count('events'), topics: count('topics') };
}
