/** A piece of a text, and whether it matches the query. */
export interface MarkedPiece {
  text: string;
  marked: boolean;
}

/**
 * Marks the words of a query in a text: as prefixes of words, in Hangul also inside words. Case and accents are
 * ignored.
 * @returns consecutive pieces of the text
 */
export function markMatches(text: string, query: string): MarkedPiece[] {
  const terms = splitTerms(query);
  const pieces: MarkedPiece[] = [];
  const add = (piece: string, marked: boolean) => {
    const last = pieces.at(-1);
    if (piece === '') return;
    if (last?.marked === marked) last.text += piece;
    else pieces.push({ text: piece, marked });
  };
  for (const token of text.split(/(\s+)/)) {
    const found = findTerm(token, terms);
    if (!found) add(token, false);
    else {
      add(token.slice(0, found.start), false);
      add(token.slice(found.start, found.end), true);
      add(token.slice(found.end), false);
    }
  }
  return pieces;
}

/** The greatest length of an inflectional ending: "s", "ing", a Korean particle. */
const ending = 3;

/**
 * Whether a text has every word of a query: as a prefix of a word, in Hangul also inside one, or as an inflected
 * form. The index shortens unknown words until something matches: "workhsop" finds "work".
 */
export function holdsQuery(text: string, query: string): boolean {
  const words = text.split(/\s+/);
  const folded = words.map(foldWord);
  return splitTerms(query).every((term) => {
    const stem = term.slice(0, Math.max(2, term.length - ending));
    return (
      words.some((word) => findTerm(word, [term])) ||
      folded.some((word) => word.startsWith(stem) && term.startsWith(word))
    );
  });
}

/** The folded words of a query, the longest first. */
function splitTerms(query: string): string[] {
  const terms = query.split(/\s+/).map(foldWord);
  return terms.filter((term) => term !== '').sort((a, b) => b.length - a.length);
}

function findTerm(token: string, terms: readonly string[]): { start: number; end: number } | undefined {
  const { folded, places } = foldWithPlaces(token);
  for (const term of terms) {
    const index = /[\uAC00-\uD7A3]/.test(term) ? folded.indexOf(term) : folded.startsWith(term) ? 0 : -1;
    if (index === -1) continue;
    const start = places[index] ?? 0;
    return { start, end: places[index + term.length] ?? token.length - trailing(token) };
  }
  return undefined;
}

/** Folds a word as the index does: without case, accents and punctuation. */
export const foldWord = (word: string) => foldWithPlaces(word.normalize('NFC')).folded;

/** Folds a word, with the original index of each remaining character. */
function foldWithPlaces(word: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let place = 0;
  for (const character of word) {
    const plain = character
      .normalize('NFD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .normalize('NFC')
      .toLowerCase();
    for (const _ of plain) places.push(place);
    folded += plain;
    place += character.length;
  }
  return { folded, places };
}

/** Length of an excerpt, in words. */
const excerptLength = 30;

/**
 * Makes the excerpt of a result, with matches marked. Where the title has all words of the query it is the
 * beginning of the text.
 * @param found the index's own excerpt, with `<mark>` around the words that it found, such as a plural
 */
export function markExcerpt(text: string, query: string, title: string, found: string): MarkedPiece[] {
  const words = title.split(/\s+/);
  const isInTitle = splitTerms(query).every((term) => words.some((word) => findTerm(word, [term])));
  const pieces =
    !isInTitle && found.includes('<mark>')
      ? readMarks(found, query)
      : cutAround(text, query, isInTitle ? 0 : undefined);
  const shown = pieces.map((piece) => piece.text).join('');
  return [
    { text: text.startsWith(shown) ? '' : '… ', marked: false },
    ...pieces,
    { text: text.endsWith(shown) ? '' : ' …', marked: false },
  ].filter((piece) => piece.text !== '');
}

/** Reads the index's excerpt: HTML with `<mark>` as its only element and angle brackets as the only entities. */
function readMarks(found: string, query: string): MarkedPiece[] {
  return found.split(/<mark>(.*?)<\/mark>/).flatMap((part, index) => {
    const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    const pieces = markMatches(text, query);
    const isWhole = index % 2 === 1 && !pieces.some(({ marked }) => marked);
    return isWhole ? [{ text, marked: true }] : pieces;
  });
}

/** The words around the first match, or from `place` on. */
function cutAround(text: string, query: string, place?: number): MarkedPiece[] {
  const words = text.split(' ');
  const terms = splitTerms(query);
  const first = place ?? words.findIndex((word) => findTerm(word, terms));
  const start = Math.max(0, Math.min(first - excerptLength / 3, words.length - excerptLength));
  return markMatches(words.slice(start, start + excerptLength).join(' '), query);
}

/** The number of punctuation characters at the end of a word. */
const trailing = (word: string) => /[^\p{L}\p{N}]*$/u.exec(word)?.[0].length ?? 0;
