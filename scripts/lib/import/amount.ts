import { isCurrency } from '../../../src/model/currency.ts';
import type { Reading } from './reading.ts';

/** An amount with its currency (ISO 4217), or without one where the text has none. */
export interface Money {
  value: number;
  currency: string | undefined;
}

/** Signs and words that mean one currency only. A dollar or a yen sign can mean several. */
const signs: Record<string, string> = {
  '₩': 'KRW',
  원: 'KRW',
  won: 'KRW',
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  us$: 'USD',
  '₹': 'INR',
  '₫': 'VND',
  '฿': 'THB',
};
const factors: Record<string, number> = { 천: 1e3, 만: 1e4, 십만: 1e5, 백만: 1e6, 천만: 1e7, 억: 1e8 };

/** Reads an amount of money: KRW 3,000,000, ₩3,000,000, 300만원, 1.000,50 EUR. */
export function readAmount(text: string): Reading<Money> {
  const plain = text.normalize('NFKC').trim();
  const [, before = '', digits = '', factor, after = ''] =
    /^([^\d]*?)\s*(\d[\d.,' ]*?)\s*(십만|백만|천만|천|만|억)?\s*([^\d]*)$/.exec(plain) ?? [];
  const value = readNumber(digits);
  if (value === undefined)
    return { why: 'This is no amount.', fix: 'Write the amount with its currency, such as KRW 3,000,000.' };
  const named = [before, after].map((word) => word.trim()).filter((word) => word !== '');
  const currencies = named.map(readCurrency);
  const wrong = currencies.find((reading) => 'why' in reading);
  if (wrong) return wrong;
  const [currency] = currencies.flatMap((reading) => ('value' in reading ? [reading.value] : []));
  // A sum such as 0.1 * 3 must not bring its last digits along.
  const sum = Number((value * (factor === undefined ? 1 : (factors[factor] ?? 1))).toFixed(4));
  return { value: { value: sum, currency } };
}

/** Reads a currency: its code, or a sign that means no other one. */
export function readCurrency(text: string): Reading<string> {
  const word = text.normalize('NFKC').trim();
  const sign = signs[word.toLowerCase()];
  if (sign !== undefined) return { value: sign };
  const code = word.toUpperCase();
  if (isCurrency(code)) return { value: code };
  return {
    why: /[$¥]|^(dollars?|yen|yuan)$/i.test(word)
      ? `"${word}" is the sign of several currencies.`
      : `"${word}" is no currency that is known here.`,
    fix: 'Write the code of the currency, such as USD, JPY or KRW.',
  };
}

/** A number with points, commas, apostrophes or spaces between its thousands. */
function readNumber(digits: string): number | undefined {
  const text = digits.replaceAll(/[' ]/g, '');
  if (/^\d{1,3}([.,]\d{3})+$/.test(text) && new Set(text.match(/[.,]/g)).size === 1)
    return Number(text.replaceAll(/[.,]/g, ''));
  const [, whole = '', decimals = '0'] =
    /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+)(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  return whole === '' ? undefined : Number(`${whole.replaceAll(/[.,]/g, '')}.${decimals}`);
}
