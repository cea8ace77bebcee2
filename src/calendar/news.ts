import { addressOf } from '../model/address.ts';
import { listChanges } from './changes.ts';
import type { PlainDate } from '../model/date.ts';
import type { Ledger } from './ledger.ts';
import type { Programme } from '../model/site.ts';
import { dayAt } from '../model/timezone.ts';
import type { Translate } from '../model/translate.ts';
import { beginSentence, describeChange, type ChangeKey } from './describe-changes.ts';

/** What has changed of one week or event at one time, in words. */
export interface News {
  /** The week or event, as calendars know it. */
  uid: string;
  /** When it was told, in UTC. */
  date: string;
  /** The same as a day in the time zone of the programme. */
  day: PlainDate;
  text: string;
  /** Its page, without base and language; undefined if it is no longer held. */
  address: string | undefined;
}

/** The history of an edition in words, newest first. What has changed in another language alone is no news. */
export function listNews(ledger: Ledger, programme: Programme, t: Translate<ChangeKey | 'locale'>): News[] {
  const { locale, edition, timezone, weeks, events } = programme;
  const language = { t, locale, dateLocale: t('locale') };
  return listChanges(ledger).flatMap(({ date, entry, records }) => {
    const [first, ...rest] = describeChange(entry, records, language);
    if (first === undefined) return [];
    const held = (entry.kind === 'week' ? weeks : events).some(({ id }) => id === entry.id);
    const address = (entry.kind === 'week' ? addressOf.week : addressOf.event)(edition, entry.id);
    return [
      {
        ...{ uid: entry.uid, date, day: dayAt(new Date(date), timezone) },
        ...{ text: [beginSentence(first, locale), ...rest].join('; '), address: held ? address : undefined },
      },
    ];
  });
}
