import { closest, distance } from 'fastest-levenshtein';
import { limits } from './limits.ts';

/**
 * The candidate that a misspelt word most likely means, or undefined where none is near: at most a
 * third of the letters may differ, or two that were swapped. Case does not count. Nothing is near a text that
 * is too long for a word: the time grows with the square of its length.
 */
export function findNearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0 || word.length > limits.nearestLength) return undefined;
  const lower = candidates.map((candidate) => candidate.toLowerCase());
  const found = closest(word.toLowerCase(), lower);
  if (sortLetters(found) === sortLetters(word.toLowerCase())) return candidates[lower.indexOf(found)];
  const limit = Math.max(1, Math.floor(Math.max(word.length, found.length) / 3));
  return distance(word.toLowerCase(), found) <= limit ? candidates[lower.indexOf(found)] : undefined;
}

const sortLetters = (word: string) => Array.from(word).sort().join('');
