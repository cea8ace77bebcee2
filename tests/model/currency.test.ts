import { describe, expect, it } from 'vitest';
import { currencies, isCurrency } from '../../src/model/currency.ts';

describe('isCurrency', () => {
  it.each(['KRW', 'EUR', 'CHF', 'JPY', 'VND', 'KWD'])('accepts %s', (code) => {
    expect(isCurrency(code)).toBe(true);
  });

  it.each(['WON', 'krw', '₩', '', 'XXX', 'XAU'])(
    'rejects %j: not a currency that money is paid in',
    (code) => {
      expect(isCurrency(code)).toBe(false);
    },
  );
});

describe('currencies', () => {
  it('can all be formatted as money', () => {
    expect(currencies.length).toBeGreaterThan(150);
    for (const currency of currencies)
      expect(() => new Intl.NumberFormat('en', { style: 'currency', currency }).format(1)).not.toThrow();
  });
});
