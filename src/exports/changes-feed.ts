import { addressOf, exportAddressOf } from '../model/address.ts';
import type { Ledger } from '../calendar/ledger.ts';
import type { Programme, Site } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';
import type { AtomFeed } from './atom.ts';
import type { ChangeKey } from '../calendar/describe-changes.ts';
import { listNews } from '../calendar/news.ts';

export type FeedKey = ChangeKey | 'locale' | 'changes.title' | 'changes.description';

/**
 * The history of an edition as a feed. Its names are tag URIs (RFC 4151) on the domain of the calendars, so
 * that they outlive the site's address; its dates are those of the ledger and never today's.
 * @param ledger what subscribers were told; undefined before they were told anything
 * @param urlTo gives an address in full, in the language of the programme
 */
export function describeChangesFeed(
  site: Site,
  programme: Programme,
  ledger: Ledger | undefined,
  { t, urlTo }: { t: Translate<FeedKey>; urlTo: (address: string) => string },
): AtomFeed {
  const { edition, locale, title } = programme;
  const { organiser, calendarDomain } = site;
  const news = ledger ? listNews(ledger, programme, t) : [];
  const told = ledger?.events.map(({ modified }) => modified).sort() ?? [];
  const nameOf = (day: string, name: string) => `tag:${calendarDomain},${day}:${edition}/${locale}/${name}`;
  const page = urlTo(addressOf.page(edition, 'changes'));
  return {
    // The year only says whose domain it was then.
    id: nameOf(programme.start.slice(0, 4), 'changes'),
    title: `${t('changes.title')}: ${title.text}`,
    subtitle: t('changes.description', { title: title.text }),
    language: locale,
    updated: news[0]?.date ?? told.at(-1) ?? `${programme.start}T00:00:00Z`,
    author: { name: (organiser.fullName ?? organiser.name).text, url: organiser.url },
    page,
    self: urlTo(exportAddressOf.changes(edition)),
    entries: news.map(({ uid, date, text, address }) => ({
      id: nameOf(
        date.slice(0, 10),
        `${encodeURIComponent(uid.replace(/@.*$/, ''))}/${date.slice(11, 19).replaceAll(':', '')}`,
      ),
      ...{ title: text, updated: date, page: address === undefined ? page : urlTo(address) },
    })),
  };
}
