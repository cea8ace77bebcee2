import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText, wrapText } from '../../src/map/text.ts';

describe('wrapText', () => {
  it('breaks at spaces, into lines of about the same length', () => {
    expect(wrapText('Ethics of Data Management in Smart Cities', 15, 240)).toEqual([
      'Ethics of Data Management',
      'in Smart Cities',
    ]);
  });

  it('begins no line with a dash', () => {
    expect(wrapText('28 March – 3 April', 14, 90)).toEqual(['28 March –', '3 April']);
  });

  it('keeps a text that fits on one line', () => {
    expect(wrapText('Orientation Day', 15, 200)).toEqual(['Orientation Day']);
  });

  it('keeps Korean words whole', () => {
    expect(wrapText('스마트시티 데이터 관리의 윤리', 15, 120)).toEqual(['스마트시티 데이터', '관리의 윤리']);
  });

  it('breaks a word that is too wide, at brackets and hyphens first', () => {
    expect(wrapText('지속가능발전목표(11)', 15, 115)).toEqual(['지속가능발전목표', '(11)']);
    expect(wrapText('abcdefghij', 10, 40).join('')).toBe('abcdefghij');
  });

  it('loses nothing and never exceeds the width', () => {
    const text = fc.array(fc.stringMatching(/^[A-Za-z가-힣0-9()·-]{1,16}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 300 }), (words, width) => {
        const lines = wrapText(words.join(' '), 15, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        for (const line of lines) expect(measureText(line, 15)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('measureText', () => {
  it('measures Hangul as wider than Latin letters, and combining marks as nothing', () => {
    expect(measureText('가', 10)).toBeGreaterThan(measureText('a', 10));
    expect(measureText('e\u0301', 10)).toBe(measureText('e', 10));
  });
});
