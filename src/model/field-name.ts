/**
 * A field as a person would name it: "start", or the 2nd item of "languages".
 * @param path its keys, from the outside in; items of lists are counted from 0
 */
export function nameField(path: readonly string[]): string {
  const last = path.at(-1) ?? '';
  const list = path.at(-2);
  return /^\d+$/.test(last) && list !== undefined
    ? `the ${nameItem(Number(last))} of "${list}"`
    : `"${last}"`;
}

function nameItem(index: number): string {
  const number = index + 1;
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'} item`;
}

/** A name at the beginning of a sentence. */
export const capitalise = (name: string) => name.replace(/^[a-z]/, (letter) => letter.toUpperCase());
