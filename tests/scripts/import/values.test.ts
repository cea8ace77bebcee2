import { describe, expect, it } from 'vitest';
import { matchColumns } from '../../../scripts/lib/import/columns.ts';
import { makeId } from '../../../scripts/lib/content-file.ts';
import {
  isSameName,
  parseAmount,
  parseAttendance,
  parseCount,
  parseCountry,
  parsePartnerKind,
  parsePhaseNumber,
  parseStatus,
  parseWeekKind,
  ValueError,
} from '../../../scripts/lib/import/values.ts';

/** What a parser says to write instead. */
function fixOf(parse: (text: string) => unknown, text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof ValueError) return error.fix;
  }
  return '';
}

describe('parseAmount', () => {
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
  ])('reads %s', (text, value, currency) => {
    expect(parseAmount(text)).toEqual({ value, currency });
  });

  it.each([
    ['$1,000', '"$" is the sign of several currencies.'],
    ['XYZ 5', '"XYZ" is not a known currency.'],
    ['미정', 'Not an amount.'],
    ['1,00,0', 'Not an amount.'],
    ['3 or 4 EUR', 'Not an amount.'],
  ])('refuses %s', (text, why) => {
    expect(() => parseAmount(text)).toThrow(why);
  });
});

describe('parseCountry', () => {
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
  ])('reads %s', (text, code) => {
    expect(parseCountry(text)).toBe(code);
  });

  it('suggests the country of a misspelt name', () => {
    expect(fixOf(parseCountry, 'Switzerlnd')).toBe('Write CH if you mean Switzerland.');
    expect(fixOf(parseCountry, 'Atlantis')).toContain('ISO 3166');
    expect(fixOf(parseCountry, 'XX')).toContain('ISO 3166');
  });
});

describe('fields with fixed values', () => {
  it.each([
    [parseStatus, 'Canceled', 'cancelled'],
    [parseStatus, '취소', 'cancelled'],
    [parseStatus, 'Confirmed', 'scheduled'],
    [parseWeekKind, '오리엔테이션', 'orientation'],
    [parseAttendance, 'On-site', 'in-person'],
    [parseAttendance, '온·오프라인', 'hybrid'],
    [parsePartnerKind, '대학교', 'school'],
  ] as const)('accept synonyms', (parse, text, value) => {
    expect(parse(text)).toBe(value);
  });

  it('suggest the nearest value, or list all', () => {
    expect(fixOf(parseStatus, 'postpned')).toBe('Write postponed, if you mean that.');
    expect(fixOf(parseStatus, 'held')).toBe('Write one of scheduled, cancelled, postponed.');
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
  ])('parseCount reads %s', (text, value) => {
    expect(parseCount(text)).toBe(value);
  });

  it.each(['0', '-1', '3.5', 'last', '1-5', ''])('parseCount refuses %s', (text) => {
    expect(() => parseCount(text)).toThrow('Not a whole number from 1 up.');
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
  ])('parsePhaseNumber reads %s', (text, number) => {
    expect(parsePhaseNumber(text)).toBe(number);
  });
});

describe('names of entries', () => {
  it('are compared without case, spaces, punctuation and width', () => {
    expect(isSameName('Kick-off  2030', 'ＫＩＣＫ ＯＦＦ (2030)')).toBe(true);
    expect(isSameName('Research & Practice', 'research and practice')).toBe(true);
    expect(isSameName('Workshop 1', 'Workshop 2')).toBe(false);
  });

  it('give ids if they have Latin letters', () => {
    expect(makeId('Università di Milano – "Cattolica"')).toBe('universita-di-milano-cattolica');
    expect(makeId('제1회 Workshop')).toBe('1-workshop');
    expect(makeId('2030 사업설명회')).toBeUndefined();
    expect(makeId('서울대학교 SNU')).toBeUndefined();
    expect(makeId('x'.repeat(80))).toHaveLength(60);
  });
});

describe('matchColumns', () => {
  const fields = (kind: Parameters<typeof matchColumns>[1], ...heads: string[]) =>
    matchColumns(heads, kind).map(({ name, field, note }) => `${name}: ${field ?? note ?? 'not used'}`);

  it('matches names in both languages, with and without brackets', () => {
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

  it('suggests similar names, and uses each field once', () => {
    expect(fields('events', 'Title', 'Name', 'Lokation', '')).toEqual([
      'Title: title',
      'Name: “Title” says it already',
      'Lokation: did you mean “Location”?',
    ]);
  });

  it('takes a column of contents for the subject if there is no other', () => {
    expect(fields('weeks', 'Week', 'Contents')).toEqual(['Week: number', 'Contents: topic']);
    expect(fields('weeks', '내용', '주제')).toEqual(['내용: body', '주제: topic']);
    expect(fields('events', '일시', '내용')).toEqual(['일시: dates', '내용: title']);
  });

  it('depends on the collection', () => {
    expect(fields('prizes', 'Place')).toEqual(['Place: rank']);
    expect(fields('events', 'Place')).toEqual(['Place: place']);
  });
});
