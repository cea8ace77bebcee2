import { addDays, isPlainDate } from '../../../src/model/date.ts';
import { labelOf } from '../../../src/pipeline/content.ts';
import { addDraft, checkNewFiles, draftPath, draftText, type EditionDraft, type Workspace } from './draft.ts';
import type { Question } from './entry-types.ts';
import { listValueFields, type Field, type FieldValues } from './fields.ts';
import { fillForm, refuseIncomplete } from './form.ts';
import type { Ask } from './prompts.ts';
import { calendarStep, publishStep, renderReport } from './report.ts';

const phaseId = 'phase-1';
const weekId = `${phaseId}-week-1`;

/** What the flags of an edition's entries begin with. */
const flagPrefixes = { programmes: '', phases: 'phase.', weeks: 'week.' } as const;

/** One of the entries that an edition begins with. */
interface EditionPart {
  collection: keyof typeof flagPrefixes;
  questions: Question[];
}

/** The fields of an edition's programme, first phase and first week, with prefixed flags and paths. */
export function listEditionFields(): Field[] {
  return Object.entries(flagPrefixes).flatMap(([collection, prefix]) =>
    listValueFields(collection as keyof typeof flagPrefixes).map((field) => ({
      ...field,
      flag: prefix + field.flag,
      path: prefix + field.path,
    })),
  );
}

/** The values of one of the entries, by path without prefix. */
function pickValues(given: FieldValues, flagPrefix: string): FieldValues {
  const prefixOf = (path: string) => /^(?:phase|week)\./.exec(path)?.[0] ?? '';
  const own = Object.entries(given).filter(([path]) => prefixOf(path) === flagPrefix);
  return Object.fromEntries(own.map(([path, value]) => [path.slice(flagPrefix.length), value]));
}

/**
 * Drafts an edition with the least that can be published: its programme, one phase and one week.
 * @param given values by path with prefix
 * @throws PlainError with everything that is missing or wrong
 */
export async function draftEmptyEdition(
  workspace: Workspace,
  edition: string,
  given: FieldValues,
  ask: Ask | undefined,
): Promise<EditionDraft> {
  const { originals } = workspace.content.library;
  const site = originals.site[0]?.data;
  const title = `${site?.name.text ?? ''} ${edition}`.trim();
  const timezone =
    originals.programmes.at(-1)?.data.timezone ?? new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
  // The current edition cannot be a draft: the home page would be empty.
  const isDraft = site?.current !== edition;
  const files = new Map<string, string>();
  const errors: string[] = [];
  let extended = workspace;
  const add = async (type: EditionPart, id: string, fixed: FieldValues) => {
    const flagPrefix = flagPrefixes[type.collection];
    const form = { type, edition, id, fixed, given: pickValues(given, flagPrefix), flagPrefix, ask };
    const filled = await fillForm(extended, form);
    errors.push(...filled.errors);
    files.set(draftPath(filled.draft), draftText(filled.draft));
    if (errors.length === 0) extended = addDraft(extended, filled.draft);
    return filled.draft.values;
  };
  const state: FieldValues = isDraft ? { state: 'upcoming', draft: true } : { state: 'upcoming' };
  const programme = await add(createProgrammeType(title, timezone), 'programme', state);
  await add(phaseType, phaseId, { number: 1 });
  await add(weekType, weekId, { phase: phaseId, number: 1, ...firstWeek(programme) });
  refuseIncomplete('A new edition', errors);
  const { issues: warnings } = checkNewFiles(workspace, files);
  const label = labelOf(workspace.settings);
  const steps = [
    'Open the files and fill in what else is known: each field says what it is for.',
    `npm run new -- week --edition ${edition} adds the next week. For another phase write ${label}/${edition}/phases/phase-2.yaml first.`,
    `npm run new -- page --edition ${edition} adds the pages about, take-part and questions; topics, events, partners, prizes and people come the same way.`,
    'npm run check says whether all is well, and npm start shows it.',
  ];
  if (isDraft) steps.push(publishStep(label, edition));
  steps.push(calendarStep);
  const written = [...files.keys()].map((path) => `${label}/${path} is written.`).join('\n');
  return { files, report: renderReport([written], warnings, steps) };
}

function createProgrammeType(title: string, timezone: string): EditionPart {
  return {
    collection: 'programmes',
    questions: [
      { field: 'title', suggest: () => title },
      { field: 'theme' },
      { field: 'goal' },
      { field: 'start' },
      { field: 'end' },
      { field: 'timezone', suggest: () => timezone },
      { field: 'audience.text' },
      { field: 'cost.text' },
      { field: 'format.text' },
    ],
  };
}

const phaseType: EditionPart = {
  collection: 'phases',
  questions: [{ field: 'title' }, { field: 'activity' }],
};

const weekType: EditionPart = { collection: 'weeks', questions: [{ field: 'title' }] };

/** Seven days from the programme's first day on, or fewer if the programme ends before. */
function firstWeek({ start, end }: FieldValues): FieldValues {
  if (typeof start !== 'string' || !isPlainDate(start)) return {};
  const last = addDays(start, 6);
  return { start, end: typeof end === 'string' && end < last ? end : last };
}
