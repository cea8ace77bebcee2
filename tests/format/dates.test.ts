import { describe, expect, it } from 'vitest';
import { describeZone, formatDays, formatWhen } from '../../src/format/dates.ts';
import { formatLocalTime } from '../../src/format/local-time.ts';
import { createTranslator } from '../../src/i18n/translator.ts';

describe('describeZone', () => {
  const describeIn = (language: string, timezone: string, start: string, end: string) => {
    const t = createTranslator(language);
    const event = { timezone, start, end };
    return [describeZone(event, t), describeZone(event, t, true)];
  };

  it('calls the zone of Korea by its usual name', () => {
    const [name] = describeIn('en', 'Asia/Seoul', '2026-10-31T18:00', '2026-10-31T23:00');
    expect(name).toBe('Korea Standard Time (GMT+9)');
  });

  it('has the offset on the day of the event', () => {
    const zone = 'America/New_York';
    expect(describeIn('en', zone, '2026-10-31T18:00', '2026-10-31T23:00')).toEqual([
      'Eastern Time (GMT-4)',
      'GMT-4',
    ]);
    expect(describeIn('en', zone, '2026-11-01T18:00', '2026-11-01T23:00')).toEqual([
      'Eastern Time (GMT-5)',
      'GMT-5',
    ]);
    expect(describeIn('ko', 'Asia/Seoul', '2026-11-01T18:00', '2026-11-01T23:00')).toEqual([
      '한국 표준시(GMT+9)',
      'GMT+9',
    ]);
  });

  it.each([
    ['en', 'America/New_York', '2026-10-31T23:00', '2026-11-01T03:00', 'Eastern Time'],
    ['ko', 'America/New_York', '2026-10-31T23:00', '2026-11-01T03:00', '미 동부 시간'],
    ['en', 'America/New_York', '2027-03-13T20:00', '2027-03-14T04:00', 'Eastern Time'],
    ['en', 'Europe/Lisbon', '2027-03-28T00:30', '2027-03-28T03:00', 'Western European Time'],
    ['ko', 'Europe/Lisbon', '2027-03-28T00:30', '2027-03-28T03:00', '서유럽 시간'],
  ])(
    'has no offset if it changes between start and end: %s, %s, %s to %s',
    (language, zone, start, end, name) => {
      expect(describeIn(language, zone, start, end)).toEqual([name, name]);
    },
  );
});

const deadline = { kind: 'deadline', start: '2022-05-24T23:59' };

it.each([
  ['a day', { start: '2022-05-24', end: '2022-05-24' }, '24 May 2022', '24 May 2022'],
  ['days', { start: '2022-05-24', end: '2022-05-25' }, '24 – 25 May 2022', '24 – 25 May 2022'],
  [
    'times',
    { start: '2022-05-24T15:00', end: '2022-05-24T16:45' },
    '24 May 2022',
    '24 May 2022, 15:00 – 16:45',
  ],
  ['an open end', { start: '2022-05-24T19:00' }, '24 May 2022', '24 May 2022, from 19:00'],
  ['a deadline', deadline, 'due 24 May 2022', 'due 24 May 2022, 23:59'],
  ['a deadline on a day', { ...deadline, start: '2022-05-24' }, 'due 24 May 2022', 'due 24 May 2022'],
])('formatDays and formatWhen format %s', (_, entry, days, when) => {
  const t = createTranslator('en');
  expect([formatDays(entry, t), formatWhen(entry, t)]).toEqual([days, when]);
});

it('formatWhen puts the Korean words after the date', () => {
  const t = createTranslator('ko');
  expect(formatWhen(deadline, t)).toBe('2022년 5월 24일, 23:59까지');
  expect(formatWhen({ start: '2022-05-24T19:00' }, t)).toBe('2022년 5월 24일, 19:00부터');
});

it('formatLocalTime gives the beginning alone where there is no end', () => {
  const span = { start: '2022-05-24T14:59:00Z', zone: 'Asia/Seoul' };
  expect(formatLocalTime(span, 'America/New_York', 'en-GB', '{from} – {to}')).toMatchObject({
    hours: '10:59',
    same: false,
  });
  expect(formatLocalTime(span, 'Asia/Tokyo', 'en-GB', '{from} – {to}')).toMatchObject({
    hours: '23:59',
    same: true,
  });
});
