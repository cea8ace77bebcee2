import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { markExcerpt, markMatches, type MarkedPiece, holdsQuery } from '../../src/search/mark.ts';

const show = (pieces: MarkedPiece[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const mark = (text: string, query: string) => show(markMatches(text, query));

describe('markMatches', () => {
  it('marks prefixes of words regardless of case and accents', () => {
    expect(mark('Cybersecurity Threats, Rapid cyber', 'CYBER')).toBe(
      '[Cyber]security Threats, Rapid [cyber]',
    );
    expect(mark('Università di Milano', 'universita')).toBe('[Università] di Milano');
  });

  it('marks inside words only in Hangul', () => {
    expect(mark('unsafe', 'safe')).toBe('unsafe');
    expect(mark('스마트시티를 서울은', '시티 서울')).toBe('스마트[시티]를 [서울]은');
  });

  it('leaves punctuation around a word unmarked and ignores it in numbers', () => {
    expect(mark('SDGs (11), KRW 3,000,000.', '11 3000000')).toBe('SDGs ([11]), KRW [3,000,000].');
    expect(mark('“Zoom”', 'zoom')).toBe('“[Zoom]”');
  });

  it('marks nothing for an empty query or one of punctuation', () => {
    expect(mark('Smart City', '')).toBe('Smart City');
    expect(mark('a - b', '- …')).toBe('a - b');
  });

  it('never changes the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
        const pieces = markMatches(text, query);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});

describe('markExcerpt', () => {
  const words = Array.from({ length: 100 }, (_, index) => `w${index}`);
  const text = words.join(' ');

  it('shows the beginning where the title has all words', () => {
    const pieces = markExcerpt(text, 'cyber', 'Cybersecurity', 'w60 <mark>cyber</mark>');
    expect(show(pieces)).toBe(`${words.slice(0, 30).join(' ')} …`);
  });

  it('shows the excerpt of the index with the words that only it found', () => {
    const found = 'w40 <mark>cities</mark> w41 &lt;b&gt;';
    expect(show(markExcerpt(text, 'city', 'Other', found))).toBe('… w40 [cities] w41 <b> …');
  });

  it('finds the word itself where the index has not marked it', () => {
    const korean = [...words.slice(0, 50), '스마트시티를', ...words.slice(50)].join(' ');
    const shown = show(markExcerpt(korean, '시티', '다른', 'w0 w1'));
    expect(shown).toMatch(/^… w40 .*스마트\[시티\]를.* w68 …$/);
  });

  it('shows a short text whole', () => {
    expect(show(markExcerpt('Seoul, South Korea', 'geneva', 'Other', 'Seoul, South Korea'))).toBe(
      'Seoul, South Korea',
    );
  });
});

describe('holdsQuery', () => {
  it('accepts words, prefixes and inflected forms', () => {
    expect(holdsQuery('Workshop: Open data', 'data work')).toBe(true);
    expect(holdsQuery('A hackathon', 'hackathons')).toBe(true);
    expect(holdsQuery('스마트시티 서울', '서울은 시티')).toBe(true);
  });

  it('rejects words that only begin like one of the query', () => {
    expect(holdsQuery('We do work in a network', 'workhsop')).toBe(false);
    expect(holdsQuery('We do', 'dongkuk')).toBe(false);
    expect(holdsQuery('네트워크', '워크샵')).toBe(false);
    expect(holdsQuery('', 'a')).toBe(false);
  });
});
