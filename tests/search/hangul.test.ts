import { describe, expect, it } from 'vitest';
import { listSuffixes, packHangul, unpackHangul } from '../../src/search/hangul.ts';

describe('listSuffixes', () => {
  it('lists the suffixes of a word without its particle', () => {
    expect(listSuffixes('스마트시티를')).toEqual(['마트시티', '트시티', '시티']);
  });

  it('leaves out the word itself unless something precedes it', () => {
    expect(listSuffixes('서울')).toEqual([]);
    expect(listSuffixes('2단계')).toEqual(['단계']);
  });

  it('does not take the second of two syllables for a particle', () => {
    expect(listSuffixes('사이로')).toEqual([]);
    expect(listSuffixes('도로')).toEqual([]);
  });

  it('lists each suffix once, whatever is between the words', () => {
    expect(listSuffixes('대도시, 신도시(소도시)')).toEqual(['도시']);
  });

  it('ignores other scripts', () => {
    expect(listSuffixes('Smart city 2022')).toEqual([]);
  });
});

describe('packHangul', () => {
  const text = 'WeGO 스마트시티 2022: 가나다 힣 città';

  it('encodes syllables as letters that do not decompose', () => {
    const packed = packHangul(text);
    expect(packed).not.toMatch(/[\uAC00-\uD7A3\u1100-\u11FF]/);
    expect(packHangul('스마트시티').normalize('NFD')).toBe(packHangul('스마트시티'));
    expect(Array.from(packHangul('시티')).every((letter) => /\p{L}/u.test(letter))).toBe(true);
  });

  it('is reversed by unpackHangul', () => {
    expect(unpackHangul(packHangul(text))).toBe(text);
  });

  it('encodes decomposed syllables in the same way', () => {
    expect(packHangul('서울'.normalize('NFD'))).toBe(packHangul('서울'));
  });
});
