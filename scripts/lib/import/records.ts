import { dayOf } from '../../../src/model/date.ts';
import { findNearest } from '../../../src/model/nearest.ts';
import { isTimeZone, suggestTimeZone, toInstant } from '../../../src/model/timezone.ts';
import { makeId } from '../content-file.ts';
import { toMarkdown } from '../plain-text.ts';
import type { Field, Kind } from './columns.ts';
import { distanceTo } from './dates.ts';
import { readPlaces } from './places.ts';
import { RowReader, type Context, type Edition, type ParsedRow, type RecordData } from './row.ts';
import type { Row } from './table.ts';
import { isTimeOnly, parseClock } from './times.ts';
import * as values from './values.ts';

const parsers: Record<Kind, (reader: RowReader, context: Context) => RecordData> = {
  weeks: parseWeek,
  events: parseEvent,
  partners: parsePartner,
  prizes: parsePrize,
};

/** Reads a row as an entry of its collection. */
export function parseRow(row: Row, context: Context): ParsedRow {
  const reader = new RowReader(context.kind === 'partners' ? splitPartnerKind(row) : row, context);
  const record = parsers[context.kind](reader, context);
  return Object.assign(reader, record, { id: reader.readId() });
}

function parseWeek(reader: RowReader, context: Context): RecordData {
  const phase = reader.read('phase', (name) => parsePhase(name, context)) ?? context.defaults.phase;
  const number = reader.read('number', values.parseCount);
  const days = parseWeekDays(reader);
  const subject = parseSubject(reader, context);
  const kind = reader.read('kind', values.parseWeekKind);
  const inTitle =
    reader.source && 'Begin its title in the calendar with both, such as "Phase II, week 3: …".';
  const inPhase = 'Write its number in a column "Phase", or say it for all rows with --phase.';
  reader.require('phase', phase, 'The row has no phase.', inTitle ?? inPhase);
  const inNumber = 'Write it in a column "Week".';
  reader.require('number', number, 'The row has no number of the week.', inTitle ?? inNumber);
  const isIdentified = phase !== undefined && number !== undefined;
  return {
    keys: { unique: isIdentified ? `${phase} week ${number}` : undefined },
    newId: isIdentified ? `${phase}-week-${number}` : undefined,
    fields: {
      phase,
      number,
      ...days,
      kind,
      activity: reader.values.activity,
      ...subject,
      ...readStatus(reader),
    },
    initial: { kind: kind ?? guessWeekKind(subject['title']) },
    body: toMarkdown(reader.values.body ?? ''),
  };
}

/**
 * A phase by its id, its title or its number.
 * @throws ValueError if the edition has no such phase
 */
export function parsePhase(text: string, { phases, edition }: Edition): string {
  const number = values.parsePhaseNumber(text);
  const isNamed = (name: string) => values.isSameName(name, text);
  const found =
    phases.find(({ id, names }) => id === text || names.some(isNamed)) ??
    phases.find((phase) => phase.number === number);
  if (found) return found.id;
  const list = phases.map((phase) => `${phase.number} (${phase.id})`).join(', ');
  const fix = list === '' ? `Add content/${edition}/phases/phase-1.yaml first.` : `Write one of ${list}.`;
  throw new values.ValueError(`Edition ${edition} has no such phase.`, fix);
}

const daysOf = (text: string) => parseClock(text).days;

function parseWeekDays(reader: RowReader) {
  const isSplit = reader.values.start !== undefined;
  const first = reader.readDates(isSplit ? 'start' : 'dates', daysOf);
  const last = reader.readDates('end', daysOf);
  // A single day in a column of dates is a week of one day; in a column "Start" the end stands elsewhere.
  const end = last?.end ?? (isSplit && first?.start === first?.end ? undefined : first?.end);
  if (reader.errors.length === 0) {
    const fix = 'Write the first and the last day; for a single day the same twice.';
    reader.require('start', first, 'The row has no first day.', fix);
    reader.require('end', end, 'The row has no last day.', fix);
  }
  return { start: first?.start, end };
}

/** A topic by its id or its title, else a title of the week's own. */
function parseSubject(reader: RowReader, { topics }: Edition): Record<string, unknown> {
  const text = reader.values.topic ?? reader.values.title;
  const fix = 'Write the topic of the week, or its title.';
  reader.require('topic', text, 'The row has no topic and no title.', fix);
  if (text === undefined) return {};
  const plain = values.normaliseName(text);
  const known = topics.flatMap(({ id, names }) =>
    [id, ...names].map((name) => ({ id, name, plain: values.normaliseName(name), title: names[0] ?? id })),
  );
  const topic = known.find(({ name }) => name === text) ?? known.find((each) => each.plain === plain);
  if (topic) return { topic: topic.id, title: null };
  const nearest = findNearest(
    plain,
    known.map((each) => each.plain),
  );
  const similar =
    known.find((each) => each.plain === nearest) ??
    // Lists shorten titles: "Open data". A short word is in many titles.
    known.find((each) => plain.length > 5 && each.plain.includes(plain));
  if (similar)
    reader.notes.push(
      `“${text}” is much like the topic “${similar.title}”. If that is meant, write it so, or write ${similar.id}.`,
    );
  return { title: text, topic: null };
}

/** The kind of a week that its title says. */
export function guessWeekKind(title: unknown): 'orientation' | 'break' | undefined {
  const plain = typeof title === 'string' ? values.normaliseName(title) : '';
  if (/orientation|오리엔테이션|^ot$/.test(plain)) return 'orientation';
  return /^(?:break|holidays?|vacation|noclass)|휴강|방학|휴식/.test(plain) ? 'break' : undefined;
}

/** Status and reason of a week or an event. What takes place needs no reason any more. */
function readStatus(reader: RowReader): Record<string, unknown> {
  const status = reader.read('status', values.parseStatus);
  return { status, statusNote: reader.values.statusNote ?? (status === 'scheduled' ? null : undefined) };
}

function parseEvent(reader: RowReader, context: Context): RecordData {
  const { title, body = '' } = reader.values;
  reader.require('title', title, 'The row has no title.', 'Write what the event is called.');
  const zone = reader.read('timezone', parseTimeZone);
  // Sheets have kinds of their own in such a column, of which only this one matters.
  const isDeadline = values.isValid(values.parseEventKind, reader.values.kind ?? '');
  const moment = parseMoment(reader, context, zone ?? context.timezone);
  const places = readPlaces(reader);
  const stated = reader.read('attendance', values.parseAttendance);
  const attendance = stated ?? places.attendance ?? context.defaults.attendance;
  warnOfSecrets(reader.notes, body, places.join);
  return {
    keys: { name: title, start: moment?.start },
    newId: (title && makeId(title)) ?? (moment && `event-${dayOf(moment.start)}`),
    fields: {
      title,
      kind: isDeadline ? 'deadline' : undefined,
      start: moment?.start,
      end: isDeadline ? null : moment?.end,
      attendance: stated,
      join: places.join,
      timezone: zone === context.timezone ? null : zone,
      time: moment?.isTimed ? null : undefined,
      ...readStatus(reader),
    },
    initial: { attendance, time: moment?.isUnannounced ? 'unannounced' : undefined },
    places,
    hasDaysOnly: moment?.isTimed === false,
    body: toMarkdown(body),
  };
}

/** Addresses of online meetings, as the services write them into invitations. */
const meetingLink =
  /\bhttps?:\/\/(?:[\w-]+\.)*(?:zoom\.us\/(?:[jsw]|my)\/|teams\.(?:microsoft|live)\.com\/(?:l\/meetup-join|meet)\/|meet\.google\.com\/|webex\.com\/)/i;

function warnOfSecrets(notes: string[], body: string, join = ''): void {
  if (/^https:/i.test(join)) notes.push('Everybody will see the link by which people join.');
  if (meetingLink.test(body))
    notes.push('The description has a link by which people join, which everybody will see.');
  if (/pass ?(?:code|word)|[?&]pwd=|비밀번호|암호/i.test(body))
    notes.push('The description has a password, which everybody will see.');
}

function parseTimeZone(text: string): string {
  if (isTimeZone(text)) return text;
  const meant = suggestTimeZone(text);
  const fix = meant ? `Write ${meant}, if you mean that.` : 'Write region and city, such as Europe/Zurich.';
  throw new values.ValueError('Not the name of a time zone.', fix);
}

/** Days outside the programme that an event may lie: kick-offs precede it, ceremonies follow. */
const mostDaysOutside = 183;
const timeFields = ['startTime', 'endTime', 'times'] as const;
const isAllDay = (text: string) => /^(?:all[ -]?day|whole day|종일|하루 ?종일)$/i.test(text);

/** Reads when an event is held, from as many columns as it stands in: days, or days and times in one zone. */
function parseMoment(reader: RowReader, { term, edition, columnOf }: Context, zone: string) {
  const textOf = (each: Field) => reader.values[each] ?? '';
  const field: Field = textOf('start') === '' ? 'dates' : 'start';
  if (textOf(field) === '') {
    reader.require(field, undefined, 'The row has no date.', 'Write the day in a column "Date".');
    return undefined;
  }
  if (isTimeOnly(textOf(field))) {
    const fix =
      'Write both, such as 2022-03-28 15:00, or put all days in a column "Date" and all times in "Start time" and "End time".';
    reader.fail(field, 'This is a time of day, and no day stands with it.', fix);
    return undefined;
  }
  const [from, to, times] = [field, 'end' as const, 'times' as const].map((each) => parseClock(textOf(each)));
  const [startOnly, endOnly] = [parseClock(textOf('startTime')), parseClock(textOf('endTime'))];
  const first = reader.readDates(field, daysOf);
  const last = to?.days ? reader.readDates('end', daysOf) : undefined;
  const startTime = startOnly.times[0] ?? times?.times[0] ?? from?.times[0];
  const endTime = endOnly.times[0] ?? to?.times[0] ?? times?.times[1] ?? from?.times[1];
  const filled = timeFields.filter((each) => textOf(each) !== '');
  for (const each of filled)
    if (!isTimeOnly(textOf(each)) && !isAllDay(textOf(each)) && !values.isUnknown(textOf(each)))
      reader.fail(each, 'Not a time of day.', 'Write it as 15:00-16:45, or TBA if it is not known yet.');
  if (startTime === undefined && endTime !== undefined)
    reader.fail(
      filled[0] ?? field,
      'No time is given at which it begins.',
      'Write both, such as 15:00-16:30, or the beginning alone.',
    );
  if (!first || reader.errors.length > 0) return undefined;
  const isTimed = startTime !== undefined;
  const start = isTimed ? `${first.start}T${startTime}` : first.start;
  const lastDay = last?.end ?? first.end;
  const end = !isTimed ? lastDay : endTime === undefined ? undefined : `${lastDay}T${endTime}`;
  const isFar = distanceTo(start, term) > mostDaysOutside;
  if (isFar)
    reader.fail(
      field,
      `${first.start} lies far outside edition ${edition}, which runs from ${term.start} to ${term.end}.`,
      'Correct the date, or import it into its own edition with --edition.',
    );
  const offset = from?.offset ?? to?.offset ?? times?.offset;
  if (isTimed && offset !== undefined && offset !== offsetAt(start, zone))
    reader.fail(
      'times',
      `The zone beside the time is not ${zone}, in which times are kept here.`,
      `Write the time of ${zone}, or name the zone in a column "Time zone", such as Europe/Zurich.`,
    );
  // The file has columns of times, and says none here.
  const hasTimes = timeFields.some((each) => columnOf(each) !== undefined);
  return { start, end, isTimed, isUnannounced: hasTimes && !isTimed && !isAllDay(textOf('times')) };
}

/** Minutes by which a zone is ahead of UTC at one of its wall-clock times. */
const offsetAt = (time: string, zone: string) =>
  (Date.parse(`${time}:00Z`) - Date.parse(toInstant(time, zone))) / 60_000;

function parsePartner(reader: RowReader, { defaults }: Context): RecordData {
  const { name, city, url } = reader.values;
  const list = reader.read('list', values.parseList) ?? defaults.list;
  const kind = reader.read('kind', values.parsePartnerKind);
  const isSchool = /universi|college|school|polytechni|대학|학교/i.test(name ?? '');
  const initialKind = kind ?? (isSchool ? 'school' : undefined);
  reader.require('name', name, 'The row has no name.', 'Write the name of the partner.');
  const listFix = 'Write domestic or international in a column "List", or say it for all rows with --list.';
  reader.require('list', list, 'The row does not say on which list the partner is.', listFix);
  const kindFix = 'Write school or institution in a column "Type".';
  reader.require(
    'kind',
    initialKind,
    'Neither a column nor the name says whether this is a school.',
    kindFix,
  );
  const country = reader.read('country', values.parseCountry);
  const order = reader.read('order', values.parseCount);
  return {
    keys: { name },
    newId: name && makeId(name),
    fields: { name, list, kind, order, country, city, url },
    initial: { kind: initialKind },
  };
}

/** Moves the list from the column of the kind to a field of its own: "Domestic university", "해외". */
function splitPartnerKind(row: Row): Row {
  const { list, kind = '' } = row.values;
  const [first = '', ...others] = kind.split(' ');
  if (list !== undefined || !values.isValid(values.parseList, first)) return row;
  return { ...row, values: { ...row.values, list: first, kind: others.join(' ') || undefined } };
}

function parsePrize(reader: RowReader, { defaults }: Context): RecordData {
  const { title, givenBy, body } = reader.values;
  const amount = reader.read('amount', values.parseAmount);
  const rank = reader.read('rank', values.parseCount);
  const order = reader.read('order', values.parseCount);
  const stated = reader.read('kind', values.parsePrizeKind);
  const kind = stated ?? (amount ? 'money' : undefined);
  const statedCurrency = amount?.currency ?? reader.read('currency', values.parseCurrency);
  const currency = statedCurrency ?? defaults.currency;
  reader.require('title', title, 'The row has no title.', 'Write what the prize is called.');
  const why = 'The row has no amount, and does not say what else the prize is.';
  if (reader.values.amount === undefined)
    reader.require('kind', kind, why, 'Write award, money or opportunity in a column "Type".');
  const fix = 'Write it with its code, such as KRW 3,000,000.';
  if (amount) reader.require('currency', currency, 'The amount has no currency.', fix);
  if (amount && currency !== undefined && statedCurrency === undefined) {
    const text = `${reader.values.amount} has no currency, and was read as ${currency}, which the other prizes have.`;
    reader.assume('currency', text);
  }
  // Only prize money has a rank: a row with one is identified by it, even if it does not say that it is money.
  const isRanked = (kind === 'money' || kind === undefined) && rank !== undefined;
  const id = title && makeId(title);
  const money = { 'amount.value': amount?.value, 'amount.currency': amount && statedCurrency };
  return {
    keys: isRanked ? { unique: `place ${rank}` } : { name: title },
    newId: isRanked ? `${id ?? 'place'}-${rank}` : id,
    fields: { title, kind: stated, order, rank, ...money, givenBy, body },
    initial: { kind, 'amount.currency': amount && currency },
  };
}
