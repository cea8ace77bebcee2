/** An amount of money, as in a prize. */
export interface Amount {
  value: number;
  /** ISO 4217. */
  currency: string;
}

/**
 * An amount with its currency's code, "KRW 3,000,000": the code says which won or dollar is meant. Decimals
 * are shown where the amount has any.
 */
export function formatAmount({ value, currency }: Amount, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    trailingZeroDisplay: 'stripIfInteger',
  });
  return format.format(value).replaceAll(/[\u00A0\u202F]/g, ' ');
}
