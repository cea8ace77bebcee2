import type { PlainDate } from '../../../src/model/date.ts';
import { createScope, listEditions } from '../../../src/model/rules/scope.ts';
import { nearestStarts, offerStart, weeksBetween } from './shift.ts';
import { formatDay } from '../../../src/format/dates.ts';
import { chooseOption } from '../command.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { labelOf, refuseErrors } from '../../../src/pipeline/content.ts';
import { findAdded } from '../trial.ts';
import { copyEdition } from './copy.ts';
import { renderCopy } from './copy-report.ts';
import { explainDraft, type Desk } from './desk.ts';
import type { Ask } from './prompt.ts';
import { writeEdition } from './write-edition.ts';

export interface Repeat {
  /** The folders of the edition that was held, and of the new one. */
  from: string;
  to: string;
  /** The first day of the new one, if it is known. */
  starts: string | undefined;
  ask: Ask | undefined;
}

/**
 * Makes an edition of one that was held: the same files, every day moved by whole weeks.
 * @throws PlainError with everything that is missing or wrong; then nothing is written
 */
export async function holdAgain(desk: Desk, { from, to, starts, ask }: Repeat): Promise<void> {
  const { settings, content, issues } = desk;
  const label = labelOf(settings);
  chooseOption('from', from, listEditions(content.library));
  refuseErrors(
    issues.filter(({ file }) => file.startsWith(`${label}/${from}/`)),
    `Nothing was written, since ${label}/${from}/ has`,
  );
  const old = createScope(content.library, from);
  const start = old.programme?.data.start;
  if (start === undefined) throw new PlainError(`${label}/${from}/programme.yaml has no first day.`);
  const first = await chooseStart(desk, { start, from, to, starts, ask });
  const copy = copyEdition(desk, { from, to, weeks: weeksBetween(start, first) ?? 0 });
  const added = findAdded(issues, copy.trial.issues);
  refuseErrors(added, 'Nothing was written, since the content would have');
  await writeEdition(settings, to, copy.files);
  console.log(renderCopy(copy, { label, warnings: added, old }));
}

/** The first day of the new edition: of the same day of the week as that of the old one. */
async function chooseStart(
  desk: Desk,
  { start, from, to, starts, ask }: Repeat & { start: PlainDate },
): Promise<PlainDate> {
  const explain = (day: string) => explainStart(desk, to, day);
  const offer = offerStart(start, from, to);
  const message = `The first day, as year-month-day. ${from} began on ${name(start)}; all dates move by as many weeks.`;
  const wanted = starts ?? (ask ? await ask({ message, offer, explain }) : offer);
  const wrong = explain(wanted);
  if (wrong !== undefined) throw new PlainError(`--starts: ${wrong} Nothing was written.`);
  if (weeksBetween(start, wanted) !== undefined) return wanted;
  const nearest = nearestStarts(start, wanted);
  const why = `${name(wanted)} is another day of the week than ${name(start)}, on which ${from} began. Dates move by whole weeks, so that each keeps its day of the week.`;
  if (!ask)
    throw new PlainError(`${why} Write --starts ${nearest.join(' or --starts ')}. Nothing was written.`);
  return ask({
    message: `${why} Which is it?`,
    choices: nearest.map((value) => ({ value, label: name(value) })),
  });
}

const name = (day: PlainDate) => formatDay(day, 'en-GB', { weekday: true });

function explainStart(desk: Desk, edition: string, day: string): string | undefined {
  const draft = { collection: 'programmes', edition, id: 'programme', answers: { start: day } } as const;
  const [issue] = explainDraft(desk, draft).filter(({ field }) => field === 'start');
  return issue && `${issue.message} ${issue.fix}`;
}
