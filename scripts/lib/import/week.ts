import { findNearest } from '../../../src/model/nearest.ts';
import { writeBody } from './body.ts';
import { splitClock } from './clock.ts';
import { createReader, readId, readState, type Context, type Draft, type Reader } from './draft.ts';
import type { Reading, Row } from './reading.ts';
import { given, isSameName, plainName } from './text.ts';
import { readCount, readPhaseNumber, readWeekKind } from './values.ts';

/** Reads a row as a week. */
export function draftWeek(row: Row, context: Context): Draft {
  const reader = createReader(row, context);
  const phase = reader.read('phase', (text) => findPhase(text, context)) ?? context.defaults.phase;
  const number = reader.read('number', readCount);
  const days = readWeekDays(reader);
  const subject = readSubject(reader, context);
  const kind = reader.read('kind', readWeekKind);
  const { words, need } = reader;
  need('phase', phase, {
    why: 'The row says no phase.',
    fix: row.origin ? inTitle : 'Write its number in a column "Phase", or say it for all rows with --phase.',
  });
  need('number', number, {
    why: 'The row has no number of the week.',
    fix: row.origin ? inTitle : 'Write it in a column "Week".',
  });
  const isKnown = phase !== undefined && number !== undefined;
  return {
    row,
    keys: { id: readId(reader), only: isKnown ? `${phase} week ${number}` : undefined },
    newId: isKnown ? `${phase}-week-${number}` : undefined,
    fields: {
      ...given({ phase, number, ...days, kind, activity: words('activity') }),
      ...subject,
      ...readState(reader),
    },
    initial: kind === undefined ? guessKind(subject['title']) : {},
    body: words('body') && writeBody(words('body') ?? ''),
    notes: reader.notes,
    supposed: reader.supposed,
    troubles: reader.troubles,
    lacks: reader.lacks,
  };
}

const inTitle = 'Begin its title in the calendar with both, such as "Phase II, week 3: …".';

/** The phase that a text means: by its number, its id or its title. */
export function findPhase(text: string, { phases, edition }: Context): Reading<string> {
  const named = phases.find(({ id, names }) => id === text || names.some((name) => isSameName(name, text)));
  const number = readPhaseNumber(text);
  const found = named ?? phases.find((phase) => phase.number === number);
  if (found) return { value: found.id };
  const list = phases.map(({ id, number: each }) => `${each} (${id})`).join(', ');
  return {
    why: `Edition ${edition} has no such phase.`,
    fix: list === '' ? `Add content/${edition}/phases/phase-1.yaml first.` : `Write one of ${list}.`,
  };
}

function readWeekDays(reader: Reader): { start?: string | undefined; end?: string | undefined } {
  const { readSpan, words, need, troubles } = reader;
  const daysOf = (text: string) => splitClock(text).days;
  const isSplit = words('start') !== undefined;
  const first = readSpan(isSplit ? 'start' : 'dates', daysOf);
  const last = readSpan('end', daysOf);
  // A single day in a column of dates is a week of one day; in a column "Start" the end stands elsewhere.
  const end = last?.end ?? (isSplit && first?.start === first?.end ? undefined : first?.end);
  const fix = 'Write the first and the last day; for a single day the same twice.';
  if (troubles.length === 0 && !first) need('start', first, { why: 'The row has no first day.', fix });
  if (troubles.length === 0) need('end', end, { why: 'The row has no last day.', fix });
  return { start: first?.start, end };
}

/** A topic by its id or its title, else a title of the week's own. */
function readSubject({ words, notes, need }: Reader, { topics }: Context): Record<string, unknown> {
  const text = words('topic') ?? words('title');
  if (text === undefined) {
    need('topic', text, {
      why: 'The row has no topic and no title.',
      fix: 'Write the topic of the week, or its title.',
    });
    return {};
  }
  const named = topics.flatMap(({ id, names }) => [id, ...names].map((name) => ({ id, name, names })));
  const topic = named.find(({ name }) => name === text) ?? named.find(({ name }) => isSameName(name, text));
  if (topic) return { topic: topic.id, title: undefined };
  const plain = plainName(text);
  const near = findNearest(
    plain,
    named.map(({ name }) => plainName(name)),
  );
  const nearest =
    named.find(({ name }) => plainName(name) === near) ??
    // A part of its name, as lists have no room for more: "Open data". A short word is in many names.
    named.find(({ name }) => plain.length > 5 && plainName(name).includes(plain));
  if (nearest)
    notes.push(
      `“${text}” is much like the topic “${nearest.names[0] ?? nearest.id}”. If that is meant, write it so, or write ${nearest.id}.`,
    );
  return { title: text, topic: undefined };
}

/** What a title says of the kind of a week, where no column does. */
export function guessKind(title: unknown): { kind?: 'orientation' | 'break' } {
  if (typeof title !== 'string') return {};
  const words = plainName(title);
  if (/orientation|오리엔테이션|^ot$/.test(words)) return { kind: 'orientation' };
  return /^(?:break|holidays?|vacation|noclass)|휴강|방학|휴식/.test(words) ? { kind: 'break' } : {};
}
