import type { Texts } from './ledger.ts';

/** What is told of something in one of its fields: a text, or one in each language of the site. */
export type Fact = string | Texts | undefined;

/** A fact that is another one than before. */
export interface FactChange<Field extends string = string> {
  field: Field;
  /** What it was, if it was anything. */
  from?: Fact;
  /** What it is since, if it is anything. */
  to?: Fact;
}

/**
 * Finds the facts that have changed, in the order of the fields: the one comparison for what subscribers are
 * told and for what a report says of two states of the content.
 */
export function compareFacts<Field extends string>(
  before: Partial<Record<Field, Fact>>,
  after: Partial<Record<Field, Fact>>,
  fields: readonly Field[],
): FactChange<Field>[] {
  return fields.flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    return isSameFact(from, to) ? [] : [{ field, from, to }];
  });
}

/** Texts are compared in the languages that both have: a new language changes nothing that was told. */
function isSameFact(one: Fact, other: Fact): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  const shared = Object.keys(one).filter((language) => language in other);
  return shared.every((language) => one[language] === other[language]);
}
