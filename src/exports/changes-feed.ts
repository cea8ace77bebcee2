import { generateAtomFeed } from 'feedsmith';
import { addressOf, exportAddressOf } from '../model/address.ts';
import { modifiedIn, type Ledger } from '../calendar/ledger.ts';
import type { Programme, Site } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';
import { listPublishedChanges } from '../calendar/changes.ts';

/**
 * Renders the changes of an edition as an Atom feed (RFC 4287). Ids are tag URIs (RFC 4151) on the calendar
 * domain, so that they stay the same if the site moves; dates are those of the ledger, never today's.
 * @param ledger undefined before the calendar was first published
 * @param urlTo gives the full URL of an address, in the language of the programme
 */
export function renderChangesFeed(
  site: Site,
  programme: Programme,
  ledger: Ledger | undefined,
  { t, urlTo }: { t: Translate; urlTo: (address: string) => string },
): string {
  const { edition, locale, title } = programme;
  const { organiser, calendarDomain } = site;
  const changes = ledger ? listPublishedChanges(ledger, programme, t) : [];
  const modified = ledger?.events
    .map((entry) => modifiedIn(entry, locale))
    .sort()
    .at(-1);
  const idOf = (day: string, name: string) => `tag:${calendarDomain},${day}:${edition}/${locale}/${name}`;
  const page = urlTo(addressOf.page(edition, 'changes'));
  return generateAtomFeed({
    xml: { lang: locale },
    // A tag URI needs a date on which the domain was the organiser's; the year is enough.
    id: idOf(programme.start.slice(0, 4), 'changes'),
    title: toText(`${t('changes.title')}: ${title.text}`),
    subtitle: toText(t('changes.description', { title: title.text })),
    updated: new Date(changes[0]?.date ?? modified ?? programme.start),
    authors: [{ name: dropInvalid((organiser.fullName ?? organiser.name).text), uri: organiser.url }],
    links: [
      { rel: 'alternate', type: 'text/html', hreflang: locale, href: page },
      { rel: 'self', type: 'application/atom+xml', href: urlTo(exportAddressOf.changes(edition)) },
    ],
    entries: changes.map(({ uid, date, text, address }) => ({
      id: idOf(
        date.slice(0, 10),
        `${encodeURIComponent(uid.replace(/@.*$/, ''))}/${date.slice(11, 19).replaceAll(':', '')}`,
      ),
      title: toText(text),
      updated: new Date(date),
      links: [{ rel: 'alternate', type: 'text/html', href: address === undefined ? page : urlTo(address) }],
      // Some readers show only the content.
      content: toText(text),
    })),
  });
}

const toText = (text: string) => ({ value: dropInvalid(text) });

/** Drops characters that XML 1.0 does not allow (section 2.2). feedsmith writes them as they are. */
const dropInvalid = (text: string) =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
