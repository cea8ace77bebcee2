import type { Translate } from '../model/translate.ts';

/** An amount of money, as in a prize. */
export interface Amount {
  value: number;
  /** ISO 4217. */
  currency: string;
}

/**
 * An amount with its currency as the language writes it: by its code in English, "KRW 3,000,000", which says
 * which won or dollar is meant; by its sign in Korean, "₩3,000,000", where those of other countries say so
 * themselves, "US$3,000". Decimals are shown where the amount has any.
 */
export function formatAmount({ value, currency }: Amount, t: Translate): string {
  const format = new Intl.NumberFormat(t('locale'), {
    style: 'currency',
    currency,
    currencyDisplay: t('amount.display') as 'code' | 'symbol' | 'name',
    trailingZeroDisplay: 'stripIfInteger',
  });
  return format.format(value).replaceAll(/[\u00A0\u202F]/g, ' ');
}
