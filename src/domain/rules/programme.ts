import { dayOf, type PlainDate } from '../date.ts';
import { problemAt, type Entry } from '../entry.ts';
import type { Problem } from '../problem.ts';
import type { State } from '../programme.ts';
import { isTimeZone, suggestTimeZone } from '../timezone.ts';
import { checkUnique, type Scope } from './scope.ts';
import { checkOrder } from './span.ts';

/** The rules of an edition and its phases. `today` is the day in the programme's zone. */
export function checkProgramme(scope: Scope, today: PlainDate): Problem[] {
  const { programme } = scope;
  if (!programme) return [];
  const { data } = programme;
  const applications = data.applications;
  const problems = [...checkOrder(programme, data), ...checkZone(programme, data.timezone)];
  if (applications?.opens && applications.closes)
    problems.push(
      ...checkOrder(
        programme,
        { start: applications.opens, end: applications.closes },
        { start: 'applications.opens', end: 'applications.closes' },
      ),
    );
  const expected = expectState(data, today);
  if (!expected.includes(data.state))
    problems.push(
      problemAt(programme, {
        severity: 'warning',
        code: 'state-dates',
        field: 'state',
        value: data.state,
        allowed: expected,
        message: `The programme runs from ${data.start} to ${data.end}, today is ${today}, and its state is "${data.state}".`,
        fix: `Write "state: ${expected[0]}", or correct the dates.`,
      }),
    );
  return [...problems, ...checkPhases(scope)];
}

/** The states that fit the dates, the likeliest first. */
function expectState(
  data: { start: PlainDate; end: PlainDate; applications?: { opens?: string; closes?: string } | undefined },
  today: PlainDate,
): State[] {
  if (today > data.end) return ['ended'];
  if (today >= data.start) return ['running'];
  const { opens, closes } = data.applications ?? {};
  if (opens && today < opens) return ['upcoming'];
  if (closes && today > dayOf(closes)) return ['upcoming'];
  return opens ? ['open'] : ['upcoming', 'open'];
}

function checkPhases(scope: Scope): Problem[] {
  const phases = scope.entries('phases');
  const used = new Set(scope.entries('weeks').map((week) => week.data.phase));
  const complete = scope.ids('weeks').length === scope.entries('weeks').length;
  const repeated = checkUnique(
    phases,
    (phase) => phase.data.number,
    'number',
    (first, value) => ({
      code: 'number-repeated',
      message: `${first.file} has the number ${value} already.`,
      fix: 'Give each phase a number of its own: 1, 2, …',
    }),
  );
  const sorted = phases.toSorted((a, b) => a.data.number - b.data.number);
  const whole = scope.ids('phases').length === phases.length;
  const misnumbered = sorted.flatMap((phase, index) =>
    repeated.length > 0 || !whole || phase.data.number === index + 1
      ? []
      : problemAt(phase, {
          code: 'phase-number',
          field: 'number',
          value: String(phase.data.number),
          message: `Phase ${index + 1} is missing before phase ${phase.data.number}.`,
          fix: `Write "number: ${index + 1}", or add the missing phase.`,
        }),
  );
  const idle = phases.flatMap((phase) =>
    used.has(phase.id) || !complete
      ? []
      : problemAt(phase, {
          code: 'phase-empty',
          message: 'No week belongs to this phase, so it has no dates.',
          fix: `Add a week with "phase: ${phase.id}", or delete this file.`,
        }),
  );
  return [...repeated, ...misnumbered, ...idle];
}

/** Reports a time zone that the IANA database does not know, and names the one meant. */
export function checkZone(entry: Entry, zone: string): Problem[] {
  if (isTimeZone(zone)) return [];
  const suggested = suggestTimeZone(zone);
  return [
    problemAt(entry, {
      code: 'zone-unknown',
      field: 'timezone',
      value: zone,
      message: `There is no time zone "${zone}".${suggested ? ` Did you mean "${suggested}"?` : ''}`,
      fix: suggested
        ? `Write "timezone: ${suggested}".`
        : 'Write region and city of the IANA time zone database, such as Asia/Seoul or Europe/Zurich.',
    }),
  ];
}
