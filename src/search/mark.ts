/** A piece of a text, and whether it is what was searched for. */
export interface MarkedPiece {
  text: string;
  marked: boolean;
}

/**
 * Divides a text where the words of a query stand in it: a word is marked where it begins with one of the
 * query's, in Hangul also inside it. Case and accents do not count.
 * @returns the pieces in their order; together they are the text
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

/** How many letters an ending of a word has at the most: "s", "ing", a Korean particle. */
const ending = 3;

/**
 * Whether every word of a query begins a word of a text, in Hangul also stands inside one, or is a word of it
 * with an ending. An index that knows no such word finds what begins like it: "work" for "workhsop".
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

/** The words of a query, as they are compared: the longest first. */
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

/** A word without case, accents and punctuation: the index compares words so. */
export const foldWord = (word: string) => foldWithPlaces(word.normalize('NFC')).folded;

/** The same, with the place in the word of each of its characters. */
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

/** How many words of a text are shown around a match. */
const excerptLength = 30;

/**
 * Cuts the part out of a text that shows best why it was found, with what is found marked: its beginning, where
 * the title says it already.
 * @param text the whole text
 * @param query what was searched for
 * @param title the title above it
 * @param found the part that the index would show, with `<mark>` around words that it found, such as the plural
 *   of one of the query's
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

/** The index escapes angle brackets and nothing else; marks are all the HTML that it writes. */
function readMarks(found: string, query: string): MarkedPiece[] {
  return found.split(/<mark>(.*?)<\/mark>/).flatMap((part, index) => {
    const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    const pieces = markMatches(text, query);
    const isWhole = index % 2 === 1 && !pieces.some(({ marked }) => marked);
    return isWhole ? [{ text, marked: true }] : pieces;
  });
}

/** The words around the first that is found, or around the one at `place`. */
function cutAround(text: string, query: string, place?: number): MarkedPiece[] {
  const words = text.split(' ');
  const terms = splitTerms(query);
  const first = place ?? words.findIndex((word) => findTerm(word, terms));
  const start = Math.max(0, Math.min(first - excerptLength / 3, words.length - excerptLength));
  return markMatches(words.slice(start, start + excerptLength).join(' '), query);
}

/** How many characters of punctuation a word ends in. */
const trailing = (word: string) => /[^\p{L}\p{N}]*$/u.exec(word)?.[0].length ?? 0;
