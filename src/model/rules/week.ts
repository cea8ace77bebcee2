import { daysBetween, spansMeet } from '../date.ts';
import { issueAt, type Entry } from '../entry.ts';
import { compareText, type Issue } from '../issue.ts';
import { authorSchema } from '../schemas/fields.ts';
import { checkReference, checkStatusNote, checkUnique, type Scope } from './scope.ts';
import { checkOrder, liesWithin } from './span.ts';

type WeekEntry = Entry<'weeks'>;

/** The rules that weeks keep, each by itself and all together. */
export function checkWeeks(scope: Scope): Issue[] {
  const weeks = scope.entries('weeks');
  return [
    ...weeks.flatMap((week) => checkWeek(week, scope)),
    ...checkNumbers(weeks, scope),
    ...checkTimes(weeks, scope),
  ];
}

function checkWeek(week: WeekEntry, scope: Scope): Issue[] {
  const { data } = week;
  const issues = [
    ...checkOrder(week, data),
    ...checkStatusNote(week),
    ...checkAuthor(week),
    ...checkReference(scope, week, 'phase', 'phases', data.phase),
  ];
  if (data.topic) issues.push(...checkReference(scope, week, 'topic', 'topics', data.topic));
  if (data.topic && data.title)
    issues.push(
      issueAt(week, {
        code: 'week-title',
        field: 'title',
        message: 'This week has both a topic and a title.',
        fix: "Delete one of the two lines: a week with a topic bears the topic's title.",
      }),
    );
  if (!data.topic && !data.title)
    issues.push(
      issueAt(week, {
        code: 'week-title',
        message: 'This week has neither a topic nor a title.',
        allowed: scope.ids('topics'),
        fix: 'Write "topic: …" with the name of a file in topics/, or "title: …".',
      }),
    );
  const programme = scope.programme?.data;
  const areOrdered = programme && programme.start <= programme.end && data.start <= data.end;
  if (areOrdered && !liesWithin(data, programme))
    issues.push(
      issueAt(week, {
        code: 'week-outside',
        field: data.start < programme.start ? 'start' : 'end',
        value: data.start < programme.start ? data.start : data.end,
        message: `This week (${data.start} to ${data.end}) lies outside the programme, which runs from ${programme.start} to ${programme.end}.`,
        fix: 'Correct the date here, or "start" or "end" in programme.yaml.',
      }),
    );
  const [, phaseInId, numberInId] = /(?:^|-)phase-(\d+)-week-(\d+)$/.exec(week.id) ?? [];
  const phase = scope.entries('phases').find((each) => each.id === data.phase);
  // A phase that disagrees with its own id is reported itself.
  const phaseNumber = Number(/^phase-(\d+)$/.exec(phase?.id ?? '')?.[1] ?? phase?.data.number);
  if (phase && phaseInId && (Number(phaseInId) !== phaseNumber || Number(numberInId) !== data.number))
    issues.push(
      issueAt(week, {
        severity: 'warning',
        code: 'week-id',
        field: 'number',
        value: String(data.number),
        message: `The file is called ${week.id}, and the week inside is number ${data.number} of phase ${phase.data.number}.`,
        fix: 'Correct the number if it is wrong. If the week was moved, leave the name as it is: it is an address that people have kept.',
      }),
    );
  return issues;
}

/** Numbers begin at 1 in each phase, occur once, leave none out, and rise with the dates. */
function checkNumbers(weeks: WeekEntry[], scope: Scope): Issue[] {
  const phases = [...new Set(weeks.map((week) => week.data.phase))];
  // A week that cannot be read, or whose phase is misspelt, may be the one that seems to be missing.
  const complete =
    scope.ids('weeks').length === weeks.length &&
    phases.every((phase) => scope.ids('phases').includes(phase));
  return phases.flatMap((phase) => {
    const inPhase = weeks.filter((week) => week.data.phase === phase);
    const sorted = inPhase.toSorted((a, b) => a.data.number - b.data.number);
    const repeated = checkUnique(
      inPhase,
      (week) => week.data.number,
      'number',
      (first, value) => ({
        code: 'number-repeated',
        message: `${first.file} is week ${value} of ${phase} already.`,
        fix: 'Give each week of a phase a number of its own.',
      }),
    );
    if (repeated.length > 0) return repeated;
    return sorted.flatMap((week, index) => {
      const before = sorted[index - 1];
      if (before && before.data.start > week.data.start)
        return issueAt(week, {
          code: 'week-order',
          field: 'number',
          value: String(week.data.number),
          message: `Week ${week.data.number} begins on ${week.data.start}, before week ${before.data.number} (${before.data.start}).`,
          fix: 'Number the weeks of a phase in the order of their dates.',
        });
      const expected = (before?.data.number ?? 0) + 1;
      if (!complete || week.data.number === expected) return [];
      return issueAt(week, {
        code: 'week-number',
        field: 'number',
        value: String(week.data.number),
        message: `${before ? `After week ${before.data.number}` : 'At the beginning'} of ${phase}, week ${expected} is missing.`,
        fix: `Write "number: ${expected}" here, or add the missing week.`,
      });
    });
  });
}

/** A text without an author would read like the organiser's own words. */
function checkAuthor(week: WeekEntry): Issue[] {
  if (!week.body || week.data.author) return [];
  return [
    issueAt(week, {
      severity: 'warning',
      code: 'author-missing',
      field: 'author',
      allowed: [...authorSchema.options],
      message: 'Nothing says who wrote the text below the fields, so visitors are told that the editors did.',
      fix: 'Write "author: organiser" if the organiser published this text, otherwise "author: editors".',
    }),
  ];
}

/** Weeks do not overlap; a gap of more than a week between two is odd. */
function checkTimes(weeks: WeekEntry[], scope: Scope): Issue[] {
  const sorted = weeks
    .filter((week) => week.data.start <= week.data.end)
    .toSorted((a, b) => compareText(a.data.start, b.data.start));
  // A week whose file cannot be read may fill the gap.
  const complete = scope.ids('weeks').length === weeks.length;
  let longest: WeekEntry | undefined;
  return sorted.flatMap((week) => {
    const before = longest;
    if (!before || week.data.end > before.data.end) longest = week;
    if (!before) return [];
    if (spansMeet(before.data, week.data))
      return issueAt(week, {
        code: 'week-overlap',
        field: 'start',
        value: week.data.start,
        message: `This week begins on ${week.data.start}, and ${before.id} lasts until ${before.data.end}.`,
        fix: 'Correct the dates of one of the two: weeks must not overlap.',
      });
    const gap = daysBetween(before.data.end, week.data.start) - 1;
    if (gap <= 7 || !complete) return [];
    return issueAt(week, {
      severity: 'warning',
      code: 'week-gap',
      field: 'start',
      value: week.data.start,
      message: `Between ${before.id}, which ends on ${before.data.end}, and this week lie ${gap} days without a week.`,
      fix: 'If nothing is held then, add a week with "kind: break". Otherwise correct the date.',
    });
  });
}
