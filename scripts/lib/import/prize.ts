import { readAmount, readCurrency } from './amount.ts';
import { createReader, readId, type Context, type Draft } from './draft.ts';
import { given } from './partner.ts';
import type { Row } from './reading.ts';
import { makeId } from './text.ts';
import { readCount, readPrizeKind } from './values.ts';

/** Reads a row as a prize. */
export function draftPrize(row: Row, context: Context): Draft {
  const reader = createReader(row, context);
  const { words, read, refuse } = reader;
  const title = words('title');
  const money = read('amount', readAmount);
  const rank = read('rank', readCount);
  const order = read('order', readCount);
  const kind = read('kind', readPrizeKind) ?? (money ? 'money' : undefined);
  const named = money?.currency ?? read('currency', readCurrency);
  const currency = named ?? context.defaults.currency;
  if (title === undefined)
    refuse('title', { why: 'The row has no title.', fix: 'Write what the prize is called.' });
  if (kind === undefined && words('kind') === undefined && words('amount') === undefined)
    refuse('kind', {
      why: 'The row has no amount, and does not say what else the prize is.',
      fix: 'Write award, money or opportunity in a column "Type".',
    });
  if (money && currency === undefined && words('currency') === undefined)
    refuse('amount', {
      why: 'The amount has no currency.',
      fix: 'Write it with its code, such as KRW 3,000,000.',
    });
  if (money && named === undefined && currency !== undefined)
    reader.supposed.push({
      what: 'currency',
      words: `${words('amount')} has no currency, and was read as ${currency}, which the other prizes have.`,
    });
  const isRanked = kind === 'money' && rank !== undefined;
  const base = title === undefined ? undefined : makeId(title);
  return {
    row,
    keys: {
      id: readId(reader),
      only: isRanked ? `place ${rank}` : undefined,
      name: isRanked ? undefined : title,
    },
    newId: isRanked ? `${base ?? 'place'}-${rank}` : base,
    fields: given({
      ...{ title, kind, order, rank, 'amount.value': money?.value, 'amount.currency': money && currency },
      ...{ givenBy: words('givenBy'), body: words('body') },
    }),
    initial: {},
    notes: reader.notes,
    supposed: reader.supposed,
    troubles: reader.troubles,
  };
}
