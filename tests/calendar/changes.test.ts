import { describe, expect, it } from 'vitest';
import {
  describeChange,
  describeUpdate,
  listPublishedChanges,
  publishedSince,
  type EntryChange,
} from '../../src/calendar/changes.ts';
import type { ChangeRecord, FieldValues, Ledger, LedgerEntry } from '../../src/calendar/ledger.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { readProgramme } from '../programme.ts';

const entry = (facts: Partial<FieldValues> = {}): LedgerEntry => ({
  uid: 'a@example.org',
  kind: 'week',
  id: 'a',
  sequence: 0,
  stamps: {},
  facts: {
    name: { en: 'Phase I, week 5', ko: '1단계 5주차' },
    title: { en: 'Threats', ko: '위협' },
    start: '2022-03-29',
    end: '2022-04-03',
    status: 'scheduled',
    ...facts,
  },
});

function describeRecords(
  records: EntryChange['records'],
  facts: Partial<FieldValues> = {},
  locale = 'en',
): string {
  const t = createTranslator(locale);
  return describeChange(entry(facts), records, { t, locale, dateLocale: t('locale') }).join('; ');
}

describe('describeChange', () => {
  const day = '2022-05-24';
  const changeZone = (from: string, to: string) => ({ field: 'timezone', from, to }) as const;

  it.each<[EntryChange['records'], string, string]>([
    [
      [changeZone('America/New_York', 'Europe/Zurich')],
      ', which is 6 hours earlier for everyone',
      '(실제 시작은 6시간 빨라짐)',
    ],
    [[changeZone('Asia/Seoul', 'Asia/Kolkata')], ', which is 3.5 hours later for everyone', '3.5시간 늦어짐'],
    [[changeZone('Asia/Seoul', 'Asia/Tokyo')], ', at the same moment as before', '(실제 시작 시각은 같음)'],
    [
      [{ field: 'start', from: `${day}T23:00`, to: `${day}T15:00` }, changeZone('Asia/Tokyo', 'UTC')],
      ', which is 1 hour later for everyone',
      '1시간 늦어짐',
    ],
  ])('says what a change of zone means: %j', (records, english, korean) => {
    const facts = { start: `${day}T15:00`, end: `${day}T16:00` };
    expect(describeRecords(records, facts)).toMatch(new RegExp(`${RegExp.escape(english)}$`));
    expect(describeRecords(records, facts, 'ko')).toContain(korean);
  });

  it.each<[Partial<FieldValues>, EntryChange['records'], string]>([
    [
      { kind: 'deadline', start: `${day}T23:59` },
      [{ field: 'start', from: '2022-05-17T23:59', to: `${day}T23:59` }],
      'Phase I, week 5 is due on 24 May, 23:59 instead of 17 May, 23:59',
    ],
    [
      { kind: 'deadline', start: `${day}T23:59` },
      [{ field: 'status', to: 'scheduled' }],
      'Phase I, week 5 is new: due 24 May 2022, 23:59',
    ],
    [
      { kind: 'deadline', start: day },
      [
        { field: 'kind', to: 'deadline' },
        { field: 'end', from: day },
      ],
      'Phase I, week 5 is now a deadline: due 24 May 2022',
    ],
    [
      { start: `${day}T19:00` },
      [{ field: 'status', to: 'scheduled' }],
      'Phase I, week 5 is new: 24 May 2022, from 19:00',
    ],
    [
      { start: `${day}T19:00` },
      [{ field: 'end', from: `${day}T21:00` }],
      'the end of Phase I, week 5 is open',
    ],
    [
      { start: `${day}T19:00`, end: `${day}T21:00` },
      [{ field: 'end', to: `${day}T21:00` }],
      'Phase I, week 5 ends on 24 May 2022, 21:00',
    ],
  ])('describes deadlines and open ends: %j', (facts, records, text) => {
    expect(describeRecords(records, { end: undefined, ...facts })).toBe(text);
  });

  it.each<[EntryChange['records'], string]>([
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
      'Phase I, week 5 is on 13 May, 15:00 – 16:00 instead of 13 May',
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
  ])('describes %o as "%s"', (records, text) => {
    expect(describeRecords(records)).toBe(text);
  });

  it('has no clause for a text that changed in another language only', () => {
    const records: EntryChange['records'] = [
      { field: 'title', from: { en: 'Threats', ko: 'Threats' }, to: { en: 'Threats', ko: '위협' } },
    ];
    expect(describeRecords(records)).toBe('');
    expect(describeRecords(records, {}, 'ko')).toBe('1단계 5주차: 제목 변경, “Threats” → “위협”');
  });

  it('names an event by its title', () => {
    expect(
      describeRecords([{ field: 'status', from: 'scheduled', to: 'cancelled' }], {
        name: undefined,
        title: { en: 'Workshop 1' },
      }),
    ).toBe('Workshop 1 is cancelled');
  });
});

describe('describeUpdate', () => {
  const language = { t: createTranslator('en'), locale: 'en', dateLocale: 'en-GB' };
  const added = (count: number): EntryChange[] =>
    Array.from({ length: count }, () => ({ entry: entry(), isNew: true, records: [] }));
  const cancelled: EntryChange = {
    entry: entry(),
    isNew: false,
    records: [{ field: 'status', from: 'scheduled', to: 'cancelled' }],
  };

  it.each([
    [3, 1, 3, 0],
    [4, 1, 0, 4],
    [3, 0, 0, 3],
  ])(
    'of %i new entries beside %i unchanged ones, names %i and counts %i',
    (count, unchanged, named, counted) => {
      const { clauses, added: rest } = describeUpdate({ changes: added(count), unchanged }, language);
      expect([clauses.length, rest]).toEqual([named, counted]);
    },
  );

  it('names changes beside counted new entries', () => {
    const { clauses, added: rest } = describeUpdate(
      { changes: [...added(4), cancelled], unchanged: 0 },
      language,
    );
    expect([clauses, rest]).toEqual([['Phase I, week 5 is cancelled'], 4]);
  });

  it('has a clause for a text that changed in another language only', () => {
    const translated: EntryChange = {
      entry: entry(),
      isNew: false,
      records: [{ field: 'title', from: { en: 'a', ko: '위험' }, to: { en: 'a', ko: '위협' } }],
    };
    expect(describeUpdate({ changes: [translated], unchanged: 0 }, language).clauses).toEqual([
      'the description of Phase I, week 5 has changed',
    ]);
  });
});

describe('listPublishedChanges', () => {
  const date = '2030-02-01T23:30:00Z';
  const makeLedger = (...history: ChangeRecord[]): Ledger => ({
    version: 2,
    edition: '2030',
    events: [
      {
        uid: 'a@b',
        kind: 'event',
        id: 'kick-off',
        sequence: 1,
        stamps: {},
        facts: {
          title: { en: 'start', ko: '시작' },
          start: '2030-03-04T15:00',
          end: '2030-03-04T16:45',
          timezone: 'Europe/Zurich',
          status: 'scheduled',
        },
        history,
      },
    ],
  });
  const list = (ledger: Ledger, locale = 'en') => {
    const { programme, t } = readProgramme({}, locale);
    return listPublishedChanges(ledger, programme, t);
  };
  const cancelled: ChangeRecord = { date, field: 'status', from: 'scheduled', to: 'cancelled' };

  it('joins the changes of one entry at one time, and begins with a capital letter', () => {
    const changes = list(
      makeLedger(
        { date, field: 'status', from: 'cancelled', to: 'scheduled' },
        { date, field: 'join', to: 'https://zoom.example.org/1' },
      ),
    );
    expect(changes).toMatchObject([
      {
        text: 'Start takes place after all; start has a new link to join online',
        address: '/2030/events/kick-off/',
      },
    ]);
  });

  it('sorts by time, newest first, then by uid', () => {
    const ledger = makeLedger(cancelled, { ...cancelled, date: '2030-02-03T00:00:00Z', to: 'postponed' });
    const [first] = ledger.events;
    if (!first) throw new Error('The ledger is empty.');
    const both = list({ ...ledger, events: [{ ...first, uid: 'b@b' }, first] });
    expect(both.map(({ uid, date: at }) => `${at.slice(0, 10)} ${uid}`)).toEqual([
      '2030-02-03 a@b',
      '2030-02-03 b@b',
      '2030-02-01 a@b',
      '2030-02-01 b@b',
    ]);
  });

  it('gives the day in the time zone of the programme', () => {
    expect(list(makeLedger(cancelled))[0]?.day).toBe('2030-02-02');
  });

  it('has no address for an entry without a page', () => {
    const ledger = makeLedger(cancelled);
    const events = ledger.events.map((each) => ({ ...each, id: 'gone' }));
    expect(list({ ...ledger, events })).toMatchObject([{ address: undefined }]);
  });

  it('leaves out ids, phases and descriptions', () => {
    const hidden = (['id', 'phase', 'description'] as const).map((field) => ({
      date,
      field,
      from: 'a',
      to: 'b',
    }));
    expect(list(makeLedger(...hidden))).toEqual([]);
  });

  it('leaves out changes in other languages only', () => {
    const ledger = makeLedger({
      date,
      field: 'title',
      from: { en: 'start', ko: '개시' },
      to: { en: 'start', ko: '시작' },
    });
    expect(list(ledger)).toEqual([]);
    expect(list(ledger, 'ko')).toHaveLength(1);
  });
});

describe('publishedSince', () => {
  const make = (...dates: string[]): Ledger => ({
    version: 2,
    edition: '2030',
    events: dates.map((modified) => ({
      ...entry(),
      stamps: { en: { modified, hash: '0123456789abcdef' } },
      history: [{ date: '2030-02-01T23:30:00Z', field: 'description' }],
    })),
  });

  it('is the day of the first stamp or change, in the zone of the programme', () => {
    expect(publishedSince(make('2030-03-01T00:00:00Z'), 'Asia/Seoul')).toBe('2030-02-02');
    expect(publishedSince(make('2030-01-31T20:00:00Z', '2030-03-01T00:00:00Z'), 'UTC')).toBe('2030-01-31');
  });

  it('is undefined where nothing was published', () => {
    expect(publishedSince(make(), 'UTC')).toBeUndefined();
  });
});
