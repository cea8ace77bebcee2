import { makeId } from '../content-file.ts';
import { readAmount, readCurrency } from './amount.ts';
import { createReader, readId, type Context, type Draft } from './draft.ts';
import type { Row } from './reading.ts';
import { given } from './text.ts';
import { readCount, readPrizeKind } from './values.ts';

/** Reads a row as a prize. */
export function draftPrize(row: Row, context: Context): Draft {
  const reader = createReader(row, context);
  const { words, read, need } = reader;
  const title = words('title');
  const money = read('amount', readAmount);
  const rank = read('rank', readCount);
  const order = read('order', readCount);
  const said = read('kind', readPrizeKind);
  const kind = said ?? (money ? 'money' : undefined);
  const named = money?.currency ?? read('currency', readCurrency);
  const { currency } = context.defaults;
  need('title', title, { why: 'The row has no title.', fix: 'Write what the prize is called.' });
  if (words('amount') === undefined)
    need('kind', kind, {
      why: 'The row has no amount, and does not say what else the prize is.',
      fix: 'Write award, money or opportunity in a column "Type".',
    });
  if (money)
    need('currency', named ?? currency, {
      why: 'The amount has no currency.',
      fix: 'Write it with its code, such as KRW 3,000,000.',
    });
  if (money && named === undefined && currency !== undefined)
    reader.supposed.push({
      what: 'currency',
      words: `${words('amount')} has no currency, and was read as ${currency}, which the other prizes have.`,
    });
  // Only prize money has a place, so what says one is found by it, also if it does not say what it is.
  const isRanked = (kind === 'money' || kind === undefined) && rank !== undefined;
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
      ...{ title, kind: said, order, rank, 'amount.value': money?.value, 'amount.currency': money && named },
      ...{ givenBy: words('givenBy'), body: words('body') },
    }),
    initial: given({ kind, 'amount.currency': money && (named ?? currency) }),
    notes: reader.notes,
    supposed: reader.supposed,
    troubles: reader.troubles,
    lacks: reader.lacks,
  };
}
