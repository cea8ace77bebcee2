import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../scripts/lib/import/amount.ts';
import { matchColumns } from '../../../scripts/lib/import/columns.ts';
import { readCountry } from '../../../scripts/lib/import/country.ts';
import { makeId } from '../../../scripts/lib/content-file.ts';
import { isSameName } from '../../../scripts/lib/import/text.ts';
import {
  readAttendance,
  readCount,
  readPartnerKind,
  readPhaseNumber,
  readStatus,
  readWeekKind,
} from '../../../scripts/lib/import/values.ts';

describe('an amount of money', () => {
  it.each([
    ['KRW 3,000,000', 3_000_000, 'KRW'],
    ['₩3,000,000', 3_000_000, 'KRW'],
    ['3,000,000원', 3_000_000, 'KRW'],
    ['300만원', 3_000_000, 'KRW'],
    ['1.5억 원', 150_000_000, 'KRW'],
    ['1.000,50 EUR', 1000.5, 'EUR'],
    ["CHF 1'500", 1500, 'CHF'],
    ['€500', 500, 'EUR'],
    ['1.500', 1500, undefined],
    ['3000000', 3_000_000, undefined],
    ['0.1', 0.1, undefined],
  ])('is read from %s', (text, value, currency) => {
    expect(readAmount(text)).toEqual({ value: { value, currency } });
  });

  it.each([
    ['$1,000', '"$" is the sign of several currencies.'],
    ['XYZ 5', '"XYZ" is no currency that is known here.'],
    ['미정', 'This is no amount.'],
    ['1,00,0', 'This is no amount.'],
    ['3 or 4 EUR', 'This is no amount.'],
  ])('is none: %s', (text, why) => {
    expect(readAmount(text)).toMatchObject({ why });
  });
});

describe('a country', () => {
  it.each([
    ['KR', 'KR'],
    ['kr', 'KR'],
    ['South Korea', 'KR'],
    ['Korea', 'KR'],
    ['대한민국', 'KR'],
    ['한국', 'KR'],
    ['Switzerland', 'CH'],
    ['스위스', 'CH'],
    ['UK', 'GB'],
    ['U.S.A.', 'US'],
    ['Türkiye', 'TR'],
    ['Côte d’Ivoire', 'CI'],
  ])('is read from %s', (text, code) => {
    expect(readCountry(text)).toEqual({ value: code });
  });

  it('is suggested where it is misspelt', () => {
    expect(readCountry('Switzerlnd')).toMatchObject({ fix: 'Write CH if you mean Switzerland.' });
    expect(readCountry('Atlantis')).toMatchObject({ fix: expect.stringContaining('ISO 3166') as string });
    expect(readCountry('XX')).toHaveProperty('why');
  });
});

describe('words that stand for a value', () => {
  it.each([
    [readStatus, 'Canceled', 'cancelled'],
    [readStatus, '취소', 'cancelled'],
    [readStatus, 'Confirmed', 'scheduled'],
    [readWeekKind, '오리엔테이션', 'orientation'],
    [readAttendance, 'On-site', 'in-person'],
    [readAttendance, '온·오프라인', 'hybrid'],
    [readPartnerKind, '대학교', 'school'],
  ] as const)('are known', (read, text, value) => {
    expect(read(text)).toEqual({ value });
  });

  it('are suggested, or listed', () => {
    expect(readStatus('postpned')).toMatchObject({ fix: 'Write postponed, if you mean that.' });
    expect(readStatus('held')).toMatchObject({ fix: 'Write one of scheduled, cancelled, postponed.' });
  });

  it.each([
    ['3', 3],
    ['3.0', 3],
    ['Week 3', 3],
    ['3주차', 3],
    ['제3주', 3],
    ['1st', 1],
    ['2등', 2],
    ['First prize', 1],
  ])('count: %s', (text, value) => {
    expect(readCount(text)).toEqual({ value });
  });

  it.each(['0', '-1', '3.5', 'last', '1-5', ''])('do not count: %s', (text) => {
    expect(readCount(text)).toHaveProperty('why');
  });

  it.each([
    ['1', 1],
    ['I', 1],
    ['Phase II: Capacity Building', 2],
    ['Ⅱ단계', 2],
    ['제2단계', 2],
    ['2', 2],
    ['Introduction', undefined],
    ['Ideas', undefined],
  ])('number a phase: %s', (text, number) => {
    expect(readPhaseNumber(text)).toBe(number);
  });
});

describe('names', () => {
  it('are the same but for case, spaces, punctuation and width', () => {
    expect(isSameName('Kick-off  2030', 'ＫＩＣＫ ＯＦＦ (2030)')).toBe(true);
    expect(isSameName('Research & Practice', 'research and practice')).toBe(true);
    expect(isSameName('Workshop 1', 'Workshop 2')).toBe(false);
  });

  it('make ids of Latin letters, and none of others', () => {
    expect(makeId('Università di Milano – "Cattolica"')).toBe('universita-di-milano-cattolica');
    expect(makeId('제1회 Workshop')).toBe('1-workshop');
    expect(makeId('2030 사업설명회')).toBeUndefined();
    expect(makeId('서울대학교 SNU')).toBeUndefined();
    expect(makeId('x'.repeat(80))).toHaveLength(60);
  });
});

describe('heads of columns', () => {
  const fields = (kind: Parameters<typeof matchColumns>[1], ...heads: string[]) =>
    matchColumns(heads, kind).map(({ head, field, note }) => `${head}: ${field ?? note ?? 'not used'}`);

  it('are matched by name, in both languages, with what stands in brackets or without', () => {
    expect(fields('weeks', '단계', 'Week no.', 'START DATE', '종료일 (예정)', 'Topic', 'Notes')).toEqual([
      '단계: phase',
      'Week no.: number',
      'START DATE: start',
      '종료일 (예정): end',
      'Topic: topic',
      'Notes: not used',
    ]);
    expect(matchColumns(['상금 (KRW)'], 'prizes')).toMatchObject([{ field: 'amount', unit: 'KRW' }]);
  });

  it('are suggested where they are nearly known, and used once', () => {
    expect(fields('events', 'Title', 'Name', 'Lokation', '')).toEqual([
      'Title: title',
      'Name: “Title” says it already',
      'Lokation: did you mean “Location”?',
    ]);
  });

  it('call contents what a week or an event is about, where no other column says it', () => {
    expect(fields('weeks', 'Week', 'Contents')).toEqual(['Week: number', 'Contents: topic']);
    expect(fields('weeks', '내용', '주제')).toEqual(['내용: body', '주제: topic']);
    expect(fields('events', '일시', '내용')).toEqual(['일시: dates', '내용: title']);
  });

  it('mean what they mean in a sheet of their kind', () => {
    expect(fields('prizes', 'Place')).toEqual(['Place: rank']);
    expect(fields('events', 'Place')).toEqual(['Place: place']);
  });
});
