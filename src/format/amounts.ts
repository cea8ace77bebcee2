import type { Translate } from '../model/translate.ts';

/** An amount of money. */
export interface Amount {
  value: number;
  /** ISO 4217. */
  currency: string;
}

/**
 * Formats an amount with its currency: by code in English, "KRW 3,000,000", which tells dollars and wons of several
 * countries apart; by symbol in Korean, "€3,000", but round sums of won as they are read, "300만 원". Decimals are
 * shown only where there are any.
 */
export function formatAmount({ value, currency }: Amount, t: Translate): string {
  const tenThousands = value / 10_000;
  const isRead = currency === 'KRW' && t('locale') === 'ko-KR' && tenThousands < 10_000;
  if (isRead && Number.isInteger(tenThousands)) return `${tenThousands.toLocaleString('ko-KR')}만 원`;
  const format = new Intl.NumberFormat(t('locale'), {
    style: 'currency',
    currency,
    currencyDisplay: t('amount.display') as 'code' | 'symbol' | 'name',
    trailingZeroDisplay: 'stripIfInteger',
  });
  return format.format(value).replaceAll(/[\u00A0\u202F]/g, ' ');
}
