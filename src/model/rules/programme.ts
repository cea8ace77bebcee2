import { type PlainDate } from '../date.ts';
import { issueAt, type Entry } from '../entry.ts';
import type { Issue } from '../issue.ts';
import type { State } from '../schemas/programme.ts';
import { dayAt, isTimeZone, suggestTimeZone } from '../timezone.ts';
import { checkUnique, type Scope } from './scope.ts';
import { checkOrder } from './span.ts';

/** The rules of an edition and its phases. `now` is an instant: which day it is depends on the zone. */
export function checkProgramme(scope: Scope, now: Date): Issue[] {
  const { programme } = scope;
  if (!programme) return [];
  const { data } = programme;
  const applications = data.applications;
  const issues = [
    ...checkOrder(programme, data),
    ...checkZone(programme, data.timezone),
    ...checkYear(programme),
  ];
  if (applications?.opens && applications.closes)
    issues.push(
      ...checkOrder(
        programme,
        { start: applications.opens, end: applications.closes },
        { start: 'applications.opens', end: 'applications.closes' },
      ),
    );
  if (isTimeZone(data.timezone) && data.start <= data.end)
    issues.push(...checkState(programme, dayAt(now, data.timezone)));
  return [...issues, ...checkPhases(scope)];
}

/** A folder that is called like another year than the dates in it is odd, and so is an end years later. */
function checkYear(programme: Entry<'programmes'>): Issue[] {
  const { edition = '', data } = programme;
  const years = [data.start, data.end].map((day) => Number(day.slice(0, 4)));
  const [first = 0, last = 0] = years;
  if (!/^\d{4}$/.test(edition) || (years.includes(Number(edition)) && last - first <= 1)) return [];
  return [
    issueAt(programme, {
      severity: 'warning',
      code: 'edition-id',
      field: last - first > 1 ? 'end' : 'start',
      value: last - first > 1 ? data.end : data.start,
      message: `The folder is called ${edition}, and the programme runs from ${data.start} to ${data.end}.`,
      fix: 'Correct the dates, or give the folder the name of the right year.',
    }),
  ];
}

/** A state that disagrees with the dates is odd. `today` is the day in the programme's zone. */
function checkState(programme: Entry<'programmes'>, today: PlainDate): Issue[] {
  const { data } = programme;
  const expected = expectState(data, today);
  if (expected.includes(data.state)) return [];
  return [
    issueAt(programme, {
      severity: 'warning',
      code: 'state-dates',
      field: 'state',
      value: data.state,
      allowed: expected,
      message: `The programme runs from ${data.start} to ${data.end}, today is ${today}, and its state is "${data.state}".`,
      fix: `Write "state: ${expected[0]}", or correct the dates.`,
    }),
  ];
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
  if (closes && today > closes) return ['upcoming'];
  return opens ? ['open'] : ['upcoming', 'open'];
}

function checkPhases(scope: Scope): Issue[] {
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
      : issueAt(phase, {
          code: 'phase-number',
          field: 'number',
          value: String(phase.data.number),
          message: `Phase ${index + 1} is missing before phase ${phase.data.number}.`,
          fix: `Write "number: ${index + 1}", or add the missing phase.`,
        }),
  );
  const renamed = phases.flatMap((phase) => {
    const [, inId] = /^phase-(\d+)$/.exec(phase.id) ?? [];
    if (inId === undefined || Number(inId) === phase.data.number) return [];
    return issueAt(phase, {
      severity: 'warning',
      code: 'phase-id',
      field: 'number',
      value: String(phase.data.number),
      message: `The file is called ${phase.id}, and the phase inside is number ${phase.data.number}.`,
      fix: 'Correct the number if it is wrong. Otherwise leave the name as it is: it is an address that people have kept.',
    });
  });
  const idle = phases.flatMap((phase) =>
    used.has(phase.id) || !complete
      ? []
      : issueAt(phase, {
          code: 'phase-empty',
          message: 'No week belongs to this phase, so it has no dates.',
          fix: `Add a week with "phase: ${phase.id}", or delete this file.`,
        }),
  );
  return [...repeated, ...misnumbered, ...renamed, ...idle, ...checkNames(phases)];
}

/** A phase's feed is called like the phase, beside the feeds of the edition: their names are taken. */
function checkNames(phases: Entry<'phases'>[]): Issue[] {
  return phases
    .filter((phase) => ['calendar', 'events'].includes(phase.id))
    .map((phase) =>
      issueAt(phase, {
        code: 'phase-reserved',
        value: phase.id,
        message: `The calendar feed ${phase.id}.ics is not that of a phase, so no phase can be called "${phase.id}".`,
        fix: `Give the file another name, such as phase-${phase.data.number}.yaml.`,
      }),
    );
}

/** Reports a time zone that the IANA database does not know, and names the one meant. */
export function checkZone(entry: Entry, zone: string): Issue[] {
  if (isTimeZone(zone)) return [];
  const suggested = suggestTimeZone(zone);
  return [
    issueAt(entry, {
      code: 'zone-unknown',
      field: 'timezone',
      value: zone,
      message: `There is no time zone "${zone}".${suggested ? ` Did you mean "${suggested}"?` : ''}`,
      fix: suggested
        ? `Write "timezone: ${suggested}".`
        : 'Write the region and the city whose clocks count, such as Asia/Seoul or Europe/Zurich.',
    }),
  ];
}
