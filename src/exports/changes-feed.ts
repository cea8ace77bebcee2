import { createHash } from 'node:crypto';
import { generateAtomFeed } from 'feedsmith';
import { addressOf, exportAddressOf } from '../model/address.ts';
import { modifiedIn, type Ledger } from '../calendar/ledger.ts';
import type { Programme, Site } from '../model/site.ts';
import type { Translate } from '../model/translate.ts';
import { listPublishedChanges } from '../calendar/changes.ts';
import { describeLicence, describePublisher } from '../format/publisher.ts';

/**
 * Renders the changes of an edition as an Atom feed (RFC 4287). Ids stay the same if the site moves;
 * dates are those of the ledger, never today's.
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
  const { publisher, calendarDomain, license } = site;
  const changes = ledger ? listPublishedChanges(ledger, programme, t) : [];
  const modified = ledger?.events
    .map((entry) => modifiedIn(entry, locale))
    .sort()
    .at(-1);
  const idOf = (day: string, name: string) => `tag:${calendarDomain},${day}:${edition}/${locale}/${name}`;
  const entryIdOf = (date: string, uid: string) => {
    const name = `${encodeURIComponent(uid.replace(/@.*$/, ''))}/${date.slice(11, 19).replaceAll(':', '')}`;
    const tag = idOf(date.slice(0, 10), name);
    // Only the owner of a domain may mint tags in it (RFC 4151, section 2.1), and it is the organiser's.
    return publisher?.relation === 'on-behalf' ? tag : toUuid(tag);
  };
  const rights = describeLicence(site, t);
  const page = urlTo(addressOf.page(edition, 'changes'));
  return generateAtomFeed({
    xml: { lang: locale },
    // A tag URI needs a date on which the domain was the organiser's; the year is enough.
    id: idOf(programme.start.slice(0, 4), 'changes'),
    title: toText(`${t('changes.title')}: ${title.text}`),
    subtitle: toText(t('changes.description', { title: title.text })),
    updated: new Date(changes[0]?.date ?? modified ?? programme.start),
    authors: [
      {
        name: dropInvalid(publisher?.name.text ?? describePublisher(site, t)),
        uri: publisher?.url,
        email: publisher?.email,
      },
    ],
    rights: rights === undefined ? undefined : toText(rights),
    links: [
      { rel: 'alternate', type: 'text/html', hreflang: locale, href: page },
      { rel: 'self', type: 'application/atom+xml', href: urlTo(exportAddressOf.changes(edition)) },
      // RFC 4946
      ...(license ? [{ rel: 'license', href: license.url }] : []),
    ],
    entries: changes.map(({ uid, date, text, address }) => ({
      id: entryIdOf(date, uid),
      title: toText(text),
      updated: new Date(date),
      links: [{ rel: 'alternate', type: 'text/html', href: address === undefined ? page : urlTo(address) }],
      // Some readers show only the content.
      content: toText(text),
    })),
  });
}

/** A UUID of version 8 (RFC 9562, section 5.8) that follows from a name. */
function toUuid(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex');
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(12, 15)}`,
    `a${digits.slice(15, 18)}`,
  ];
  return `urn:uuid:${[...parts, digits.slice(18, 30)].join('-')}`;
}

const toText = (text: string) => ({ value: dropInvalid(text) });

/** Drops characters that XML 1.0 does not allow (section 2.2). feedsmith writes them as they are. */
const dropInvalid = (text: string) =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
