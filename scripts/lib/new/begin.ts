import { addDays, isPlainDate } from '../../../src/model/date.ts';
import { labelOf, refuseErrors } from '../../../src/pipeline/content.ts';
import { findAdded, tryFiles } from '../trial.ts';
import { layDown, pathOf, type Desk, type Draft } from './desk.ts';
import { listValues, type Answers, type Field } from './field.ts';
import { refuseOpen, report, textOf } from './file.ts';
import { fillIn } from './fill.ts';
import type { Kind } from './kind.ts';
import type { Ask } from './prompt.ts';
import { writeEdition } from './write-edition.ts';

/** The files that an edition begins with, and what stands before the names of their fields. */
const parts = { programmes: '', phases: 'phase.', weeks: 'week.' } as const;

/** What can be given of an edition on the command line: of its programme, its first phase and its first week. */
export function editionFields(): Field[] {
  return (Object.keys(parts) as (keyof typeof parts)[]).flatMap((collection) =>
    listValues(collection).map((field) => ({
      ...field,
      flag: parts[collection] + field.flag,
      path: parts[collection] + field.path,
    })),
  );
}

export interface Beginning {
  edition: string;
  given: Answers;
  ask: Ask | undefined;
}

/**
 * Makes an edition with the least that can be shown: its programme, a phase, and a week.
 * @throws PlainError with everything that is missing or wrong; then nothing is written
 */
export async function beginEdition(desk: Desk, { edition, given, ask }: Beginning): Promise<void> {
  const open: string[] = [];
  const drafts: Draft[] = [];
  let at = desk;
  const add = async (kind: Kind, fixed: Answers, id: string) => {
    const prefix = parts[kind.collection as keyof typeof parts];
    const filled = await fillIn(at, {
      ...{ kind, edition, id, prefix, ask, fixed },
      given: pick(given, prefix),
    });
    open.push(...filled.open);
    drafts.push(filled.draft);
    if (open.length === 0) at = layDown(at, filled.draft);
    return filled.draft.answers;
  };
  const site = desk.content.library.originals.site[0]?.data;
  // The current edition cannot be a draft: the home page would be empty.
  const isDraft = site?.current !== edition;
  const { start, end } = await add(
    programmeKind(`${site?.name.text ?? ''} ${edition}`.trim(), zoneOf(desk)),
    { state: 'upcoming', ...(isDraft ? { draft: true } : {}) },
    'programme',
  );
  await add(phaseKind, { number: 1 }, firstPhase);
  await add(weekKind, { phase: firstPhase, number: 1, ...firstWeek(start, end) }, `${firstPhase}-week-1`);
  refuseOpen(open, 'A new edition');
  const files = new Map(drafts.map((draft) => [pathOf(draft), textOf(draft)]));
  const added = findAdded(desk.issues, tryFiles(desk.settings, files).issues);
  refuseErrors(added, 'Nothing was written, since the content would have');
  await writeEdition(desk.settings, edition, files);
  const label = labelOf(desk.settings);
  report([...files.keys()].map((path) => `${label}/${path} is written.`).join('\n'), added, [
    'Open the files and fill in what else is known: each field says what it is for.',
    `npm run new -- week --edition ${edition} adds the next week. For another phase write ${label}/${edition}/phases/phase-2.yaml first.`,
    `npm run new -- page --edition ${edition} adds the pages about, take-part and questions; topics, events, partners, prizes and people come the same way.`,
    'npm run check says whether all is well, and npm start shows it.',
    ...(isDraft
      ? [
          `To publish it, take "draft: true" out of ${label}/${edition}/programme.yaml, and name it as "current" in ${label}/site.yaml.`,
        ]
      : []),
    'npm run calendar writes down what subscribers will be told.',
  ]);
}

const firstPhase = 'phase-1';

const programmeKind = (title: string, zone: string): Kind => ({
  noun: 'edition',
  collection: 'programmes',
  questions: [
    { field: 'title', offer: () => title },
    { field: 'theme' },
    { field: 'goal' },
    { field: 'start' },
    { field: 'end', standIn: ({ start }) => start },
    { field: 'timezone', offer: () => zone },
    { field: 'audience.text' },
    { field: 'cost.text' },
    { field: 'format.text' },
  ],
  nameFile: () => 'programme',
});

const phaseKind: Kind = {
  noun: 'phase',
  collection: 'phases',
  questions: [{ field: 'title' }, { field: 'activity' }],
  nameFile: () => firstPhase,
};

const weekKind: Kind = {
  noun: 'week',
  collection: 'weeks',
  questions: [{ field: 'title' }],
  nameFile: () => `${firstPhase}-week-1`,
};

/** Seven days from the first day of the programme on, or fewer if it ends before. */
function firstWeek(start: unknown, end: unknown): Answers {
  if (typeof start !== 'string' || !isPlainDate(start)) return {};
  const last = addDays(start, 6);
  return { start, end: typeof end === 'string' && end < last ? end : last };
}

/** The time zone of the latest edition, or that of this computer. */
const zoneOf = ({ content }: Desk) =>
  content.library.originals.programmes.at(-1)?.data.timezone ??
  new Intl.DateTimeFormat('en').resolvedOptions().timeZone;

/** The fields that are given of one of the files, by their paths in it. */
function pick(given: Answers, prefix: string): Answers {
  const others = Object.values<string>(parts).filter((each) => each !== '' && each !== prefix);
  return Object.fromEntries(
    Object.entries(given)
      .filter(([path]) => path.startsWith(prefix) && !others.some((each) => path.startsWith(each)))
      .map(([path, value]) => [path.slice(prefix.length), value]),
  );
}
