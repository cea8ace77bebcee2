import { hashText } from '../../../src/reader/ledger-file.ts';
import { formatDay } from '../../../src/format/dates.ts';
import type { PlainDate } from '../../../src/model/date.ts';
import type { Entry, Library, TranslationEntry } from '../../../src/model/entry.ts';
import { parseAddress } from '../../../src/model/registry.ts';
import { createScope, listEditions } from '../../../src/model/rules/scope.ts';
import { carryFingerprints } from '../../../src/model/translation.ts';
import { labelOf, refuseErrors } from '../../../src/pipeline/content.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import type { Settings } from '../../../src/pipeline/settings.ts';
import { readFiles } from '../../../src/reader/file.ts';
import { chooseOption } from '../command.ts';
import { writeFingerprints } from '../translations/write-fingerprints.ts';
import { tryFiles } from '../trial.ts';
import { copyFile, type CopyOrder } from './copy-file.ts';
import { renderCopy, type EditionCopy } from './copy-report.ts';
import { nearestStarts, suggestStart, weeksBetween } from './dates.ts';
import { checkDraft, checkNewFiles, type EditionDraft, type Workspace } from './draft.ts';
import type { Ask } from './prompts.ts';

export interface CopyOptions {
  /** The folders of the two editions. */
  from: string;
  to: string;
  /** The first day of the new edition, if it was given. */
  starts: string | undefined;
  ask: Ask | undefined;
}

/**
 * Drafts a copy of an edition: the same files, with all dates moved by whole weeks.
 * @throws PlainError if the edition or the first day cannot be used, or its files have errors
 */
export async function draftCopy(workspace: Workspace, options: CopyOptions): Promise<EditionDraft> {
  const { settings, content, issues } = workspace;
  const { from, to } = options;
  const folder = `${labelOf(settings)}/${from}/`;
  chooseOption('from', from, listEditions(content.library));
  refuseErrors(
    issues.filter(({ file }) => file.startsWith(folder)),
    `Nothing was written, since ${folder} has`,
  );
  const oldStart = createScope(content.library, from).programme?.data.start;
  if (oldStart === undefined) throw new PlainError(`${folder}programme.yaml has no first day.`);
  const start = await chooseStart(workspace, options, oldStart);
  const copy = copyEdition(workspace, { from, to, weeks: weeksBetween(oldStart, start) ?? 0 });
  const trial = checkNewFiles(workspace, copy.files);
  return { files: copy.files, report: renderCopy(workspace, copy, trial) };
}

/** The first day of the new edition, on the same day of the week as that of the old one. */
async function chooseStart(
  workspace: Workspace,
  { from, to, starts, ask }: CopyOptions,
  oldStart: PlainDate,
): Promise<PlainDate> {
  const nameDay = (day: PlainDate) => formatDay(day, 'en-GB', { weekday: true });
  const validate = (day: string) => {
    const draft = { collection: 'programmes', edition: to, id: 'programme', values: { start: day } } as const;
    const issue = checkDraft(workspace, draft).find(({ field }) => field === 'start');
    if (issue) return `${issue.message} ${issue.fix}`;
    if (weeksBetween(oldStart, day) !== undefined) return undefined;
    return `${nameDay(day)} is another day of the week than ${nameDay(oldStart)}, on which ${from} began. Dates move by whole weeks, so that each keeps its day of the week. Write ${nearestStarts(oldStart, day).join(' or ')}.`;
  };
  const initialValue = suggestStart(oldStart, from, to);
  const message = `The first day, as year-month-day. ${from} began on ${nameDay(oldStart)}; all dates move by as many weeks.`;
  const start = starts ?? (await ask?.({ message, initialValue, validate })) ?? initialValue;
  const error = validate(start);
  if (error !== undefined) throw new PlainError(`--starts: ${error} Nothing was written.`);
  return start;
}

/**
 * Copies the files of an edition in memory. Translations stay current or outdated as they were; those that
 * would be empty are dropped. The ledger is not copied: nothing of the new edition is published.
 */
export function copyEdition({ settings, content }: Workspace, order: CopyOrder): EditionCopy {
  const { from, to } = order;
  const { originals, translations } = content.library;
  const entries = new Map(
    [...Object.values(originals).flat(), ...translations].map((entry) => [entry.file, entry]),
  );
  const files = new Map<string, string>();
  const removed = new Map<string, Readonly<Record<string, unknown>>>();
  let moved = 0;
  for (const { path, name, text } of readFiles(settings.contentDir, labelOf(settings)).files) {
    const address = parseAddress(path);
    if (address?.edition !== from) continue;
    const copied = copyFile(text, address, entries.get(name)?.body?.links ?? [], order);
    const isOriginal = address.translation === undefined;
    if (copied.isEmpty && !isOriginal) continue;
    const newPath = to + path.slice(from.length);
    files.set(newPath, copied.text);
    moved += Object.keys(copied.moved).length;
    if (isOriginal && Object.keys(copied.removed).length > 0) removed.set(newPath, copied.removed);
  }
  updateFingerprints(settings, content.library, order, files);
  return { ...order, files, removed, moved };
}

/** Updates the fingerprints in translations whose originals were changed by the copy. */
function updateFingerprints(
  settings: Settings,
  library: Library,
  { from, to }: CopyOrder,
  files: Map<string, string>,
): void {
  const copied = tryFiles(settings, files).content.library;
  for (const translation of copied.translations) {
    if (translation.edition !== to || !translation.confirmed) continue;
    const before = findOriginal(library, from, translation);
    const after = findOriginal(copied, to, translation);
    if (!before || !after) continue;
    const path = translation.file.slice(labelOf(settings).length + 1);
    const fingerprints = carryFingerprints(translation.confirmed.words, before, after, hashText);
    const text = writeFingerprints(files.get(path) ?? '', fingerprints);
    if (text !== undefined) files.set(path, text);
  }
}

function findOriginal(
  library: Library,
  edition: string,
  { collection, id }: TranslationEntry,
): Entry | undefined {
  return library.originals[collection].find((entry) => entry.edition === edition && entry.id === id);
}
