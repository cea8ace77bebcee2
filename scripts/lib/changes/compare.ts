import { hashText } from '../../../src/reader/ledger-file.ts';
import { addressOf } from '../../../src/model/address.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { collections, editionCollections, type CollectionName } from '../../../src/model/registry.ts';
import { reviewTranslations, type Review } from '../../../src/model/translation.ts';
import { isMarkedDraft } from '../../../src/model/visibility.ts';
import { compareAddresses } from './compare-addresses.ts';
import { compareDated, compareSubscribers, limitList } from './compare-calendars.ts';
import { compareUndated, compareVisibility, pairEntries, titleOf } from './compare-entries.ts';
import { findOutdated } from './compare-translations.ts';
import { limits, type AddressChange, type EditionReport, type Report } from './report-schema.ts';
import { findCalendar, type State, type States } from './state.ts';

interface Comparison extends States {
  /** The default language of the site. */
  locale: string;
  /** The translations of the current state. */
  reviews: Review[];
}

/**
 * Compares two states of the content: what visitors and subscribers will see change.
 * @param before without what was not valid, which is listed as unreadable and not reported as new
 * @param now must be valid
 * @param source what the earlier state was read from
 */
export function compareStates(before: State, now: State, source: Report['before']): Report {
  const [site] = now.library.originals.site;
  if (!site) throw new Error('The content has no site.yaml. Run the check to see what to write.');
  const locale = site.data.languages[0] ?? 'en';
  const reviews = reviewTranslations(now.library, hashText);
  const comparison = { before, now, locale, reviews };
  const programmes = [...before.library.originals.programmes, ...now.library.originals.programmes];
  const editions = [...new Set(programmes.map(({ edition }) => edition ?? ''))].sort();
  const sitePairs = pairEntries('site', undefined, comparison);
  const historyPairs = pairEntries('history', undefined, comparison);
  return {
    version: 1,
    locale,
    before: source,
    site: limitList([
      ...compareUndated('site', sitePairs, comparison),
      ...compareUndated('history', historyPairs, comparison),
    ]),
    translations: limitList(findOutdated(reviews, [...sitePairs, ...historyPairs], before)),
    editions: editions.flatMap((edition) => compareEdition(edition, comparison)).slice(0, limits.editions),
  };
}

/** What an edition has beside its programme, weeks and events, in the order of a report. */
const otherCollections = editionCollections.filter((name) => name !== 'weeks' && name !== 'events');

/** @returns nothing for a draft that is gone */
function compareEdition(edition: string, comparison: Comparison): EditionReport[] {
  const { before, now, locale, reviews } = comparison;
  const isOwn = (each: { edition: string | undefined }) => each.edition === edition;
  const findProgramme = ({ library }: State) => library.originals.programmes.find(isOwn);
  const wasUnreadable = before.library.unreadable.some(
    (each) => each.collection === 'programmes' && isOwn(each),
  );
  const programme = { before: findProgramme(before), now: findProgramme(now) };
  const what = wasUnreadable ? 'unread' : compareVisibility(programme);
  const entry = programme.now ?? programme.before;
  if (!entry || !what) return [];

  const pairsOf = (collection: CollectionName) => pairEntries(collection, edition, comparison);
  const programmes = pairsOf('programmes');
  const dated = [...pairsOf('weeks'), ...pairsOf('events')];
  const others = otherCollections.map((name) => ({ kind: collections[name].noun, pairs: pairsOf(name) }));
  const pairs = [...programmes, ...dated, ...others.flatMap((each) => each.pairs)];
  const visitors = [
    ...compareUndated('programme', programmes, comparison),
    ...compareDated(dated, comparison, locale),
    ...others.flatMap((each) => compareUndated(each.kind, each.pairs, comparison)),
  ];
  const ledger = findCalendar(now, edition)?.update.ledger;
  const addresses = compareAddresses(edition, pairs, comparison, ledger);
  const ownReviews = reviews.filter(({ original }) => isOwn(original));
  const countPublic = (entries: readonly Entry[]) =>
    entries.filter((each) => isOwn(each) && !isMarkedDraft(each)).length;
  return [
    {
      edition,
      title: titleOf(entry),
      what,
      weeks: countPublic(now.library.originals.weeks),
      events: countPublic(now.library.originals.events),
      topics: countPublic(now.library.originals.topics),
      // What comes or goes as a whole is not listed one by one.
      visitors: limitList(what === 'kept' ? visitors : []),
      subscribers: compareSubscribers(edition, comparison),
      addresses: limitList(what === 'kept' ? addresses : listWhole(edition, what)),
      translations: limitList(findOutdated(ownReviews, pairs, before)),
    },
  ];
}

/** The address of an edition that is published or withdrawn as a whole. */
function listWhole(edition: string, what: EditionReport['what']): AddressChange[] {
  const address = addressOf.edition(edition);
  if (what === 'new' || what === 'published') return [{ address, what: 'new', hasPages: true }];
  if (what === 'gone' || what === 'withdrawn') return [{ address, what: 'gone', hasPages: true }];
  return [];
}
