import { describe, expect, it } from 'vitest';
import { describeZone } from '../../src/format/dates.ts';
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
