import { describe, expect, it } from 'vitest';
import { append, checkSample, paths, replace } from '../../sample.ts';

describe('a prize', () => {
  it('of money needs its rank', () => {
    expect(checkSample({ [paths.prize]: replace('rank: 2\n', '') })).toMatchInlineSnapshot(`
      "content/2030/prizes/second.yaml:1:1 error key-missing
        Prize money needs "rank", and it is missing.
        Write "rank: 1" for the first place."
    `);
  });

  it('of money needs its amount', () => {
    expect(checkSample({ [paths.prize]: replace('amount: { value: 200, currency: CHF }\n', '') }))
      .toMatchInlineSnapshot(`
      "content/2030/prizes/second.yaml:1:1 error key-missing
        Prize money needs "amount", and it is missing.
        Write "amount: { value: 3000000, currency: KRW }"."
    `);
  });

  it('of another kind has neither', () => {
    expect(checkSample({ [paths.prize]: replace('kind: money', 'kind: award') })).toMatchInlineSnapshot(`
      "content/2030/prizes/second.yaml:3:7 error prize-kind
        "rank" is for prize money only, and this is an award.
        Delete "rank", or write "kind: money".

      content/2030/prizes/second.yaml:4:9 error prize-kind
        "amount" is for prize money only, and this is an award.
        Delete "amount", or write "kind: money"."
    `);
  });

  it('has a currency of ISO 4217, the likeliest of which another prize has', () => {
    expect(checkSample({ [paths.prize]: replace('CHF', 'CHR') })).toMatchInlineSnapshot(`
      "content/2030/prizes/second.yaml:4:33 error currency-unknown
        "CHR" is no currency code of ISO 4217. Did you mean "CHF"?
        Write "currency: CHF"."
    `);
  });

  it('has a currency in capital letters', () => {
    expect(checkSample({ [paths.prize]: replace('CHF', 'krw') })).toMatchInlineSnapshot(`
      "content/2030/prizes/second.yaml:4:33 error currency-unknown
        "krw" is no currency code of ISO 4217. Did you mean "KRW"?
        Write "currency: KRW"."
    `);
  });

  it('has a code and no sign', () => {
    expect(checkSample({ [paths.prize]: replace('CHF', '€') })).toMatchInlineSnapshot(`
      "content/2030/prizes/second.yaml:4:33 error currency-unknown
        "€" is no currency code of ISO 4217.
        Write the code of the currency, three capital letters such as KRW or EUR."
    `);
  });
});

describe('prizes together', () => {
  it('have a rank each', () => {
    expect(checkSample({ [paths.prize]: replace('rank: 2', 'rank: 1') })).toMatchInlineSnapshot(`
      "content/2030/prizes/second.yaml:3:7 error rank-repeated
        content/2030/prizes/first.yaml is place 1 already.
        Give each prize a place of its own."
    `);
  });

  it('have a place each among their kind', () => {
    expect(
      checkSample({ [paths.prize]: append('order: 1\n'), '2030/prizes/first.yaml': append('order: 1\n') }),
    ).toMatchInlineSnapshot(`
      "content/2030/prizes/second.yaml:5:8 error number-repeated
        content/2030/prizes/first.yaml has place 1 among the prizes of its kind already.
        Give each prize of a kind a place of its own, or delete the line."
    `);
  });

  it('are odd where a lower place wins more', () => {
    expect(checkSample({ [paths.prize]: replace('200', '400') })).toMatchInlineSnapshot(`
      "content/2030/prizes/second.yaml:4:18 warning prize-order
        Place 2 wins 400 CHF, more than place 1 (300).
        Check both amounts and both ranks: the better place usually wins more."
    `);
  });

  it('are odd where a lower place wins as much', () => {
    expect(checkSample({ [paths.prize]: replace('200', '300') })).toMatchInlineSnapshot(`
      "content/2030/prizes/second.yaml:4:18 warning prize-order
        Place 2 wins 300 CHF, as much as place 1 (300).
        Check both amounts and both ranks: the better place usually wins more."
    `);
  });
});

it('compares amounts of one currency only', () => {
  expect(checkSample({ [paths.prize]: replace('200, currency: CHF', '400000, currency: KRW') })).toBe('');
});
