import { isCurrency } from '../../../src/model/currency.ts';
import { findNearest } from '../../../src/model/nearest.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };

/** A text that cannot be read as a value, and what to write instead. */
export class ValueError extends PlainError {
  readonly why: string;
  readonly fix: string;

  constructor(why: string, fix: string) {
    super(`${why} ${fix}`);
    this.why = why;
    this.fix = fix;
  }
}

/** A text in one line with plain spaces, in Unicode form NFC. */
export const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/[\s\u00A0\u200B\uFEFF]+/g, ' ')
    .trim();

/** A name without what does not tell names apart: case, spaces, punctuation and the width of letters. */
export const normaliseName = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

export const isSameName = (one: string, other: string) => normaliseName(one) === normaliseName(other);

/** Whether a text is written in Hangul, at least in part. */
export const hasHangul = (text: string) => /\p{Script=Hangul}/u.test(text);

/** Whether a text says that a value is not known yet. */
export const isUnknown = (text: string) =>
  /^(?:tb[acd]|to be (?:announced|confirmed|decided|determined)|unannounced|미정|추후 ?공지|\?)$/i.test(text);

/** Whether a parser takes a text. */
export function isValid(parse: (text: string) => unknown, text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The words of a table by their normalised form, each with its value. Of equal ones the first counts. */
export function listSynonyms<Value extends string>(table: Partial<Record<Value, string>>) {
  const words = (Object.entries(table) as [Value, string][]).flatMap(([value, synonyms]) =>
    synonyms.split(', ').map((word) => [normaliseName(word), { word, value }] as const),
  );
  return new Map(words.toReversed());
}

/** Makes the parser of a field with fixed values, which have other words in English and Korean. */
function oneOf<Value extends string>(table: Record<Value, string>): (text: string) => Value {
  const values = Object.keys(table) as Value[];
  const ownNames = values.map((value) => [normaliseName(value), { word: value, value }] as const);
  const words = new Map([...ownNames, ...listSynonyms(table)]);
  return (text) => {
    const found = words.get(normaliseName(text));
    if (found) return found.value;
    const nearest = words.get(findNearest(normaliseName(text), [...words.keys()]) ?? '')?.value;
    throw new ValueError(
      'Not one of the values that are known here.',
      nearest ? `Write ${nearest}, if you mean that.` : `Write one of ${values.join(', ')}.`,
    );
  };
}

export const parseStatus = oneOf(vocabulary.values.status);
export const parseWeekKind = oneOf(vocabulary.values.weekKind);
export const parseEventKind = oneOf(vocabulary.values.eventKind);
export const parseAttendance = oneOf(vocabulary.values.attendance);
export const parsePartnerKind = oneOf(vocabulary.values.partnerKind);
export const parsePrizeKind = oneOf(vocabulary.values.prizeKind);
const parseListWord = oneOf(vocabulary.values.list);

/** A list of partners, alone or with what is on it: "Domestic partners". */
export function parseList(text: string) {
  const heading =
    /^(\S+)\s+(?:partners?|institutions?|universities|schools|기관|협력 ?기관|파트너|대학교?)$/i.exec(text);
  return parseListWord(heading?.[1] ?? text);
}

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const countPattern =
  /^(?:week|wk|w|no|nr|place|제|#)?\.?\s*(\d{1,3})(?:\.0)?\s*(?:st|nd|rd|th)?\s*(?:week|place|주차|주|회차|회|차|등|위|번)?\.?$/;

/** A whole number from 1 up: 3, 3rd, 제3, 3주차, Week 3. */
export function parseCount(text: string): number {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const [, digits = ordinals.indexOf(plain.replace(/ (place|prize|week)$/, '')) + 1] =
    countPattern.exec(plain) ?? [];
  if (Number(digits) > 0) return Number(digits);
  throw new ValueError('Not a whole number from 1 up.', 'Write the number in digits, such as 3.');
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** The number of a phase: 1, Phase I, 2단계, Ⅱ. Undefined if the text does not begin with one. */
export function parsePhaseNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const [, latin, korean] =
    /^(?:(?:phase|part|stage|단계)?\s*(\d{1,2}|[ivx]+)\b|제?\s*(\d{1,2}|[ivx]+)\s*단계)/.exec(plain) ?? [];
  const found = korean ?? latin ?? '';
  return romans.indexOf(found) + 1 || Number(found) || undefined;
}

const currencySigns = new Map(
  Object.entries(vocabulary.currencies).flatMap(([code, signs]) =>
    signs.split(', ').map((sign) => [sign, code]),
  ),
);

/** A currency by its code (ISO 4217), or by a sign that no other one has. */
export function parseCurrency(text: string): string {
  const word = text.normalize('NFKC').trim();
  const code = currencySigns.get(word.toLowerCase()) ?? word.toUpperCase();
  if (isCurrency(code)) return code;
  const isShared = /[$¥]|^(dollars?|yen|yuan)$/i.test(word);
  throw new ValueError(
    isShared ? `"${word}" is the sign of several currencies.` : `"${word}" is not a known currency.`,
    'Write the code of the currency, such as USD, JPY or KRW.',
  );
}

const koreanFactors: Record<string, number> = { 천: 1e3, 만: 1e4, 십만: 1e5, 백만: 1e6, 천만: 1e7, 억: 1e8 };
const amountPattern = /^([^\d]*?)\s*(\d[\d.,' ]*?)\s*(십만|백만|천만|천|만|억)?\s*([^\d]*)$/;

/** An amount of money: KRW 3,000,000, ₩3,000,000, 300만원, 1.000,50 EUR. */
export function parseAmount(text: string): { value: number; currency: string | undefined } {
  const [, before = '', digits = '', factor = '', after = ''] =
    amountPattern.exec(text.normalize('NFKC').trim()) ?? [];
  const number = digits.replaceAll(/[' ]/g, '');
  // Points or commas between thousands, and at most two decimals.
  const [, thousands, whole = thousands, decimals = '0'] =
    /^(?:(\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+))|(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+)(?:[.,](\d{1,2}))?)$/.exec(
      number,
    ) ?? [];
  if (whole === undefined)
    throw new ValueError('Not an amount.', 'Write the amount with its currency, such as KRW 3,000,000.');
  const [currency] = [before, after].filter((word) => word.trim() !== '').map(parseCurrency);
  const value = Number(`${whole.replaceAll(/[.,]/g, '')}.${decimals}`) * (koreanFactors[factor] ?? 1);
  // Floating-point digits beyond the fourth come from the multiplication.
  return { value: Number(value.toFixed(4)), currency };
}

/** Unions, regions and codes for private use (ISO 3166-1, user-assigned and exceptionally reserved). */
const noCountry = /^(AA|EU|EZ|UN|Q[M-Z]|X[A-JL-Z]|ZZ)$/;
/** Codes (ISO 3166-1) by normalised name in English and Korean. */
const countries = listCountries();

function listCountries(): Map<string, string> {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  // Intl lists no codes, so each is tried. Those that it replaces are aliases: UK is GB.
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => new Intl.Locale(`und-${code}`).region === code && !noCountry.test(code));
  const names = [...listSynonyms(vocabulary.countries)].map(([name, { value }]): [string, string] => [
    name,
    value,
  ]);
  for (const language of ['en', 'ko'])
    for (const style of ['long', 'short'] as const) {
      const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style });
      for (const code of codes) names.push([normaliseName(display.of(code) ?? ''), code]);
    }
  return new Map(names.filter(([name]) => name !== ''));
}

/** The code of a country (ISO 3166-1), from its code or its name in English or Korean. */
export function parseCountry(text: string): string {
  const code = text.trim().toUpperCase();
  const found = countries.get(normaliseName(text)) ?? [...countries.values()].find((each) => each === code);
  if (found !== undefined) return found;
  const nearest = countries.get(findNearest(normaliseName(text), [...countries.keys()]) ?? '');
  throw new ValueError(
    'There is no country of that name.',
    nearest
      ? `Write ${nearest} if you mean ${new Intl.DisplayNames('en', { type: 'region' }).of(nearest)}.`
      : 'Write its name in English or Korean, or its code of ISO 3166, such as KR or CH.',
  );
}
