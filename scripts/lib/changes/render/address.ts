import type { AddressChange } from '../report-data.ts';
import type { Translate } from '../../../../src/model/translate.ts';

/** Says what becomes of an address. */
export function describeAddress(
  { address, what, to, isRedirected, hasPages }: AddressChange,
  t: Translate,
): string {
  const isFeed = address.endsWith('.ics');
  if (what === 'moved' && to !== undefined) {
    const sentence = isRedirected ? 'moved' : isFeed ? 'feedMoved' : 'movedLost';
    return t(`report.address.${sentence}`, { address, to });
  }
  if (what === 'closed') return t('report.address.closed', { address });
  if (what === 'new') return t(`report.address.${hasPages ? 'newBelow' : 'new'}`, { address });
  if (hasPages) return t('report.address.goneBelow', { address });
  return t(`report.address.${isFeed ? 'feedGone' : 'gone'}`, { address });
}
