import { addressOf } from '../model/address.ts';
import { listMoved, listRemoved, type Ledger, type Moved } from './ledger.ts';
import type { Programme } from '../model/site.ts';
import type { Text } from '../model/text.ts';

/** An address that once had a page: people have kept it, and calendars link to it. */
export interface Former {
  /** The folder in the address: weeks or events. */
  folder: 'weeks' | 'events';
  id: string;
  address: string;
  title: Text;
  /** The address of its page now, or undefined where it is no longer held. */
  target: string | undefined;
}

/**
 * Lists the addresses of an edition's weeks and events that were renamed or removed since subscribers were
 * told of them. A name that is in use again is not among them.
 * @param defaultLocale the language of titles that the ledger has not in the programme's own
 */
export function listFormer(ledger: Ledger, programme: Programme, defaultLocale: string): Former[] {
  const { edition, locale, weeks, events } = programme;
  const taken = new Set([...weeks, ...events].map(({ id }) => id));
  const toFormer = ({ kind, id, entry }: Moved, target: string | undefined): Former => {
    const { title } = entry.facts;
    const lang = title[locale] === undefined ? defaultLocale : locale;
    return {
      folder: kind === 'week' ? 'weeks' : 'events',
      id,
      address: addressOf[kind](edition, id),
      title: { text: title[lang] ?? entry.id, lang },
      target,
    };
  };
  return [
    ...listMoved(ledger).map((moved) => toFormer(moved, addressOf[moved.kind](edition, moved.entry.id))),
    ...listRemoved(ledger).map((removed) => toFormer(removed, undefined)),
  ].filter(({ id }) => !taken.has(id));
}
