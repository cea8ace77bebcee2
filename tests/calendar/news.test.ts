import { expect, it } from 'vitest';
import type { ChangeRecord, Ledger } from '../../src/calendar/ledger.ts';
import { listNews } from '../../src/calendar/news.ts';
import { readProgramme } from '../programme.ts';

const ledgerWith = (...history: ChangeRecord[]): Ledger => ({
  ...{ version: 1, edition: '2030' },
  events: [
    {
      ...{ uid: 'a@b', kind: 'event', id: 'kick-off', sequence: 1, hash: '0123456789abcdef' },
      modified: '2030-02-01T00:00:00Z',
      facts: {
        ...{ title: { en: 'start', ko: '시작' }, start: '2030-03-04T15:00', end: '2030-03-04T16:45' },
        ...{ timezone: 'Europe/Zurich', status: 'scheduled' },
      },
      history,
    },
  ],
});
const date = '2030-02-01T23:30:00Z';

function tell(ledger: Ledger, locale = 'en') {
  const { programme, t } = readProgramme({}, locale);
  return listNews(ledger, programme, t);
}

it('tells all that changed of one thing at one time together, and begins with a capital letter', () => {
  const [news, ...rest] = tell(
    ledgerWith(
      { date, field: 'status', from: 'cancelled', to: 'scheduled' },
      { date, field: 'join', to: 'https://zoom.example.org/1' },
    ),
  );
  expect(rest).toEqual([]);
  expect(news?.text).toBe('Start takes place after all; start has a new link to join online');
  expect(news?.address).toBe('/2030/events/kick-off/');
});

it('names the day in the zone of the programme', () => {
  const [news] = tell(ledgerWith({ date, field: 'status', from: 'scheduled', to: 'cancelled' }));
  expect(news?.day).toBe('2030-02-02');
});

it('leaves out what has changed in another language alone', () => {
  const ledger = ledgerWith({
    ...{ date, field: 'title', from: { en: 'start', ko: '개시' }, to: { en: 'start', ko: '시작' } },
  });
  expect(tell(ledger)).toEqual([]);
  expect(tell(ledger, 'ko')).toHaveLength(1);
});
