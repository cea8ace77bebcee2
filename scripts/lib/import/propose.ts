import { valueAt } from '../../../src/model/entry.ts';
import type { Kind } from './columns.ts';
import type { Context, Draft, Supposed } from './draft.ts';
import { draftEvent } from './event.ts';
import type { Existing } from './existing.ts';
import { giveIds } from './ids.ts';
import { matchDrafts } from './match.ts';
import { draftPartner } from './partner.ts';
import { makeItem, updateItem, type Item } from './plan.ts';
import { draftPrize } from './prize.ts';
import type { Row, Trouble } from './reading.ts';
import { draftWeek } from './week.ts';

/** What is to become of the rows of a file. */
export interface Proposal {
  items: Item[];
  troubles: Trouble[];
  /** Files that no row stands for. */
  missing: string[];
  /** What had to be supposed, each once. */
  supposed: string[];
}

/** Where new files go, and what is there. */
export interface Shelf {
  /** How messages name the folder of the kind: `content/2030/events`. */
  folder: string;
  existing: readonly Existing[];
}

const drafters: Record<Kind, (row: Row, context: Context) => Draft> = {
  weeks: draftWeek,
  events: draftEvent,
  partners: draftPartner,
  prizes: draftPrize,
};

/** Makes of each row a new file, a change of one that is there, or a trouble. Nothing is read or written. */
export function proposeItems(rows: readonly Row[], context: Context, shelf: Shelf): Proposal {
  const { existing } = shelf;
  const drafts = rows.map((row) => drafters[context.kind](row, context));
  const found = matchDrafts(drafts, existing);
  for (const draft of drafts) if (!found.has(draft)) draft.troubles.push(...draft.lacks);
  const sound = drafts.filter(({ troubles }) => troubles.length === 0);
  const given = giveIds(
    sound.filter((draft) => !found.has(draft)),
    drafts,
    context.kind,
    existing,
  );
  const items = sound.map((draft) => {
    const entry = found.get(draft);
    return entry
      ? updateItem(draft, entry, context)
      : makeItem(draft, given.get(draft) ?? '', context, shelf.folder);
  });
  const claimed = new Set(found.values());
  const left = existing.filter((entry) => !claimed.has(entry) && isMissed(entry, drafts, context.kind));
  return {
    // A row may turn out to fit its entry in no way: see `updateItem`.
    items: items.filter(({ draft }) => draft.troubles.length === 0),
    troubles: drafts.flatMap(({ troubles }) => troubles),
    missing: left.map(({ file }) => file),
    supposed: summarise(drafts.flatMap((draft) => draft.supposed)),
  };
}

/** Whether a file should have had a row for an entry: a sheet of one phase says nothing of another. */
function isMissed({ data, origin }: Existing, drafts: readonly Draft[], kind: Kind): boolean {
  const field = ({ weeks: 'phase', partners: 'list', prizes: 'kind', events: undefined } as const)[kind];
  if (drafts.some(({ row }) => row.origin)) return origin !== undefined;
  return field === undefined || drafts.some(({ fields }) => fields[field] === valueAt(data, field));
}

/** Of what was supposed alike in several rows, the first with how many more there are. */
function summarise(supposed: readonly Supposed[]): string[] {
  return [...Map.groupBy(supposed, ({ what }) => what).values()].map((alike) =>
    alike.length > 1
      ? `${alike[0]?.words ?? ''} The same holds for ${alike.length - 1} more.`
      : (alike[0]?.words ?? ''),
  );
}
