import type { Issue } from '../issue.ts';
import { checkUnique, type Scope } from './scope.ts';

/** The rules that partners keep: a place in a list is taken once. */
export function checkPartners(scope: Scope): Issue[] {
  const lists = Map.groupBy(scope.entries('partners'), (partner) => partner.data.list);
  return [...lists].flatMap(([list, partners]) =>
    checkUnique(
      partners,
      (partner) => partner.data.order,
      'order',
      (first, value) => ({
        code: 'number-repeated',
        message: `${first.file} has place ${value} of the ${list} list already.`,
        fix: 'Give each partner of a list a place of its own, or delete the line.',
      }),
    ),
  );
}
