import { describe, expect, it } from 'vitest';
import type { ChangeRecord, Facts, LedgerEntry } from '../../src/calendar/ledger.ts';
import { describeChange } from '../../src/calendar/describe-changes.ts';
import { createTranslator } from '../../src/i18n/translator.ts';

const entry = (facts: Partial<Facts> = {}): LedgerEntry => ({
  ...{
    uid: 'a@example.org',
    kind: 'week',
    id: 'a',
    sequence: 0,
    modified: '2022-01-01T00:00:00Z',
    hash: '0',
  },
  facts: {
    name: { en: 'Phase I, week 5', ko: '1단계 5주차' },
    title: { en: 'Threats', ko: '위협' },
    ...{ start: '2022-03-29', end: '2022-04-03', status: 'scheduled' },
    ...facts,
  },
});

function say(records: Omit<ChangeRecord, 'date'>[], facts: Partial<Facts> = {}, locale = 'en'): string {
  const t = createTranslator(locale);
  const dated = records.map((record) => ({ date: '2022-03-01T00:00:00Z', ...record }));
  return describeChange(entry(facts), dated, { t, locale, dateLocale: t('locale') }).join('; ');
}

describe('describeChange', () => {
  it.each<[Omit<ChangeRecord, 'date'>[], string]>([
    [
      [{ field: 'start', from: '2022-03-28', to: '2022-03-29' }],
      'Phase I, week 5 starts on 29 March instead of 28 March',
    ],
    [
      [{ field: 'end', from: '2022-04-03', to: '2023-04-03' }],
      'Phase I, week 5 ends on 3 April 2023 instead of 3 April 2022',
    ],
    [
      [
        { field: 'start', from: '2022-05-13', to: '2022-05-14' },
        { field: 'end', from: '2022-05-13', to: '2022-05-14' },
      ],
      'Phase I, week 5 is on 14 May instead of 13 May',
    ],
    [
      [
        { field: 'start', from: '2022-05-13', to: '2022-05-13T15:00' },
        { field: 'end', from: '2022-05-13', to: '2022-05-13T16:00' },
        { field: 'timezone', to: 'Asia/Seoul' },
        { field: 'time', from: 'unannounced' },
      ],
      'Phase I, week 5 is on 13 May, 15:00–16:00 instead of 13 May',
    ],
    [
      [{ field: 'start', from: '2022-05-13T15:00', to: '2022-05-13T14:30' }],
      'Phase I, week 5 starts on 13 May, 14:30 instead of 13 May, 15:00',
    ],
    [[{ field: 'time', from: 'unannounced' }], 'Phase I, week 5 lasts the whole day'],
    [[{ field: 'status', from: 'scheduled', to: 'cancelled' }], 'Phase I, week 5 is cancelled'],
    [[{ field: 'status', from: 'scheduled', to: 'postponed' }], 'Phase I, week 5 is postponed'],
    [[{ field: 'status', from: 'scheduled', to: 'removed' }], 'Phase I, week 5 is no longer held'],
    [[{ field: 'status', from: 'cancelled', to: 'scheduled' }], 'Phase I, week 5 takes place after all'],
    [[{ field: 'status', to: 'scheduled' }], 'Phase I, week 5 is new: 29 March – 3 April 2022'],
    [
      [{ field: 'title', from: { en: 'Risks' }, to: { en: 'Threats' } }],
      'the title of Phase I, week 5 is now “Threats” instead of “Risks”',
    ],
    [
      [{ field: 'name', from: { en: 'Phase I, week 4' }, to: { en: 'Phase I, week 5' } }],
      'Phase I, week 4 is now Phase I, week 5',
    ],
    [
      [{ field: 'location', from: { en: 'Seoul' }, to: { en: 'Busan' } }],
      'Phase I, week 5 is held here: Busan (before: Seoul)',
    ],
    [[{ field: 'location', to: { en: 'Busan' } }], 'Phase I, week 5 is held here: Busan'],
    [[{ field: 'location', from: { en: 'Seoul' } }], 'Phase I, week 5 no longer has a place (Seoul)'],
    [[{ field: 'join', to: 'https://example.org' }], 'Phase I, week 5 has a new link to join online'],
    [[{ field: 'join', from: 'https://example.org' }], 'Phase I, week 5 no longer has a link to join online'],
    [
      [{ field: 'timezone', from: 'Asia/Seoul', to: 'Europe/Zurich' }],
      'Phase I, week 5 is in the time zone Europe/Zurich instead of Asia/Seoul',
    ],
    [[{ field: 'id', from: 'a', to: 'b' }], 'Phase I, week 5 has a new page address'],
    [[{ field: 'description' }], 'the description of Phase I, week 5 has changed'],
    [
      [{ field: 'phase', from: 'phase-1', to: 'one' }],
      'Phase I, week 5 belongs to the phase “one”, which was “phase-1”',
    ],
  ])('says %o as "%s"', (records, words) => {
    expect(say(records)).toBe(words);
  });

  it('says nothing of a text that has changed in another language alone', () => {
    const records: Omit<ChangeRecord, 'date'>[] = [
      { field: 'title', from: { en: 'Threats', ko: 'Threats' }, to: { en: 'Threats', ko: '위협' } },
    ];
    expect(say(records)).toBe('');
    expect(say(records, {}, 'ko')).toBe('1단계 5주차: 제목 변경, “Threats” → “위협”');
  });

  it('calls an event by its title', () => {
    expect(
      say([{ field: 'status', from: 'scheduled', to: 'cancelled' }], {
        name: undefined,
        title: { en: 'Workshop 1' },
      }),
    ).toBe('Workshop 1 is cancelled');
  });
});
