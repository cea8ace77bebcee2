import { makeId } from '../content-file.ts';
import { readCountry } from './country.ts';
import { createReader, readId, type Context, type Draft } from './draft.ts';
import type { Row } from './reading.ts';
import { given } from './text.ts';
import { readCount, readList, readListName, readPartnerKind } from './values.ts';

/** Reads a row as a partner. */
export function draftPartner(written: Row, context: Context): Draft {
  const row = splitKind(written);
  const reader = createReader(row, context);
  const { words, read, need } = reader;
  const name = words('name');
  const list = read('list', readListName) ?? context.defaults.list;
  const kind = read('kind', readPartnerKind);
  const guessed = kind ?? (name !== undefined && school.test(name) ? 'school' : undefined);
  const country = read('country', readCountry);
  const order = read('order', readCount);
  need('name', name, { why: 'The row has no name.', fix: 'Write the name of the partner.' });
  need('list', list, {
    why: 'The row does not say on which list the partner is.',
    fix: 'Write domestic or international in a column "List", or say it for all rows with --list.',
  });
  need('kind', guessed, {
    why: 'Neither a column nor the name says whether this is a school.',
    fix: 'Write school or institution in a column "Type".',
  });
  return {
    row,
    keys: { id: readId(reader), name },
    newId: name === undefined ? undefined : makeId(name),
    fields: given({ name, list, kind, order, country, city: words('city'), url: words('url') }),
    initial: given({ kind: guessed }),
    notes: reader.notes,
    supposed: reader.supposed,
    troubles: reader.troubles,
    lacks: reader.lacks,
  };
}

/** Takes the list out of the cell of the kind, where it says both, or it alone: "Domestic university", "해외". */
function splitKind(row: Row): Row {
  const { list, kind = '' } = row.values;
  const [first = '', ...rest] = kind.split(' ');
  if (list !== undefined || !('value' in readList(first))) return row;
  const { kind: _, ...values } = row.values;
  return { ...row, values: { ...values, list: first, ...(rest.length > 0 ? { kind: rest.join(' ') } : {}) } };
}

const school = /universi|college|school|polytechni|대학|학교/i;
