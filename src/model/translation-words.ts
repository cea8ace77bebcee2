import { nameField } from './field-name.ts';
import type { Change, Said } from './translation.ts';

/** How many passages of a text are quoted: more would hide the rest. */
const longestList = 3;

/** Says in words what has changed in an original: `"title" is now “Streets”`. */
export function describeChange({ field, kind, passages }: Change): string {
  const name = nameWords(field);
  if (kind === 'gone') return `${name} is gone`;
  if (kind === 'new') return `${name} is new: ${quote(passages.slice(0, 1))}`;
  if (passages.length === 0) return `${name} has lost a passage, or its passages have moved`;
  return `${name} ${field === 'body' ? 'has changed at' : 'is now'} ${quote(passages)}`;
}

/** Says in words what a translation lacks: `"summary": “All about streets.”`. */
export const describeMissing = ({ field, passages }: Said) =>
  `${nameWords(field)}: ${quote(passages.slice(0, 1))}`;

/** A field as a person would name it, from the inside out: "text" of the 3rd item of "results". */
function nameWords(field: string): string {
  if (field === 'body') return 'the text';
  const path = field.split('.');
  const outer = path.slice(0, /^\d+$/.test(path.at(-1) ?? '') ? -2 : -1);
  return outer.length === 0 ? nameField(path) : `${nameField(path)} of ${nameWords(outer.join('.'))}`;
}

function quote(passages: readonly string[]): string {
  const quoted = passages.slice(0, longestList).map((passage) => `“${shorten(passage)}”`);
  const more = passages.length - longestList;
  const items = more > 0 ? [...quoted, `${more} more`] : quoted;
  return [items.slice(0, -1).join(', '), ...items.slice(-1)].filter(Boolean).join(' and ');
}

/** The beginning of a passage, for the eye to find it by. */
function shorten(passage: string): string {
  const text = passage.replace(/^#+ /, '');
  const letters = Array.from(text);
  return letters.length <= 60 ? text : `${letters.slice(0, 59).join('').trimEnd()}…`;
}
