import { currencies, isCurrency } from '../currency.ts';
import { issueAt, type Entry } from '../entry.ts';
import { findNearest } from '../nearest.ts';
import type { Issue } from '../issue.ts';
import { checkUnique, type Scope } from './scope.ts';

/** Validation rules for prizes. */
export function checkPrizes(scope: Scope): Issue[] {
  const prizes = scope.entries('prizes');
  const used = prizes.flatMap(({ data }) => data.amount?.currency ?? []).filter(isCurrency);
  return [
    ...prizes.flatMap((prize) => checkPrize(prize, used)),
    ...checkUnique(
      prizes,
      (prize) => prize.data.rank,
      'rank',
      (first, value) => ({
        code: 'rank-repeated',
        message: `${first.file} is place ${value} already.`,
        fix: 'Give each prize a place of its own.',
      }),
    ),
    ...checkOrders(prizes),
    ...checkFall(prizes),
  ];
}

function checkPrize(prize: Entry<'prizes'>, used: readonly string[]): Issue[] {
  const { kind, rank, amount } = prize.data;
  const issues: Issue[] = [];
  for (const [field, value] of Object.entries({ rank, amount })) {
    if (kind === 'money' && value === undefined)
      issues.push(
        issueAt(prize, {
          code: 'key-missing',
          field,
          message: `Prize money needs "${field}", and it is missing.`,
          fix:
            field === 'rank'
              ? 'Write "rank: 1" for the first place.'
              : 'Write "amount: { value: 3000000, currency: KRW }".',
        }),
      );
    if (kind !== 'money' && value !== undefined)
      issues.push(
        issueAt(prize, {
          code: 'prize-kind',
          field,
          message: `"${field}" is for prize money only, and this is an ${kind}.`,
          fix: `Delete "${field}", or write "kind: money".`,
        }),
      );
  }
  const currency = amount?.currency;
  if (currency !== undefined && !isCurrency(currency)) {
    // Where several are as near, one that another prize has is likelier.
    const nearest = findNearest(currency, [...used, ...currencies]);
    issues.push(
      issueAt(prize, {
        code: 'currency-unknown',
        field: 'amount.currency',
        value: currency,
        message: `"${currency}" is no currency code of ISO 4217.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
        fix: nearest
          ? `Write "currency: ${nearest}".`
          : 'Write the code of the currency, three capital letters such as KRW or EUR.',
      }),
    );
  }
  return issues;
}

function checkOrders(prizes: Entry<'prizes'>[]): Issue[] {
  const kinds = Map.groupBy(prizes, (prize) => prize.data.kind);
  return [...kinds.values()].flatMap((ofKind) =>
    checkUnique(
      ofKind,
      (prize) => prize.data.order,
      'order',
      (first, value) => ({
        code: 'number-repeated',
        message: `${first.file} has place ${value} among the prizes of its kind already.`,
        fix: 'Give each prize of a kind a place of its own, or delete the line.',
      }),
    ),
  );
}

/** A lower place that wins as much or more, in one currency, is odd. */
function checkFall(prizes: Entry<'prizes'>[]): Issue[] {
  const money = prizes
    .filter(({ data }) => data.rank !== undefined && data.amount)
    .toSorted((a, b) => (a.data.rank ?? 0) - (b.data.rank ?? 0));
  return money.flatMap((prize, index) => {
    const better = money[index - 1]?.data;
    const { amount, rank } = prize.data;
    if (better?.amount?.currency !== amount?.currency || !amount || !better?.amount) return [];
    if (amount.value < better.amount.value) return [];
    const compared = amount.value === better.amount.value ? 'as much as' : 'more than';
    return issueAt(prize, {
      severity: 'warning',
      code: 'prize-order',
      field: 'amount.value',
      value: String(amount.value),
      message: `Place ${rank} wins ${amount.value} ${amount.currency}, ${compared} place ${better.rank} (${better.amount.value}).`,
      fix: 'Check both amounts and both ranks: the better place usually wins more.',
    });
  });
}
