import { makeId } from '../content-file.ts';
import { writeBody } from './body.ts';
import { readCountry } from './country.ts';
import {
  createReader,
  readId,
  readState,
  type Context,
  type Draft,
  type Reader,
  type VenueDraft,
} from './draft.ts';
import { readMoment, readZone } from './moment.ts';
import type { Row } from './reading.ts';
import { given } from './text.ts';
import { readAttendance } from './values.ts';

/** Reads a row as an event. */
export function draftEvent(row: Row, context: Context): Draft {
  const reader = createReader(row, context);
  const { words, read, need } = reader;
  const title = words('title');
  need('title', title, { why: 'The row has no title.', fix: 'Write what the event is called.' });
  const zone = read('timezone', readZone);
  const moment = readMoment(reader, context, zone ?? context.timezone);
  const where = readPlaces(reader);
  const said = read('attendance', readAttendance);
  const attendance = said ?? where.attendance ?? context.defaults.attendance;
  if (!moment?.isFar)
    need('attendance', attendance, {
      why: 'It says neither where it is held nor whether it is online.',
      fix: `${row.origin ? 'Give it a place in the calendar' : 'Write online, in-person or hybrid in a column "Attendance"'}, or say it for all with --attendance.`,
    });
  const day = moment?.start.slice(0, 10);
  return {
    row,
    keys: { id: readId(reader), name: title, start: moment?.start },
    newId: (title === undefined ? undefined : makeId(title)) ?? (day && `event-${day}`),
    fields: {
      ...given({ title, start: moment?.start, end: moment?.end, attendance: said, join: where.join }),
      ...(zone === undefined ? {} : { timezone: zone === context.timezone ? undefined : zone }),
      ...(moment?.isTimed ? { time: undefined } : {}),
      ...readState(reader),
    },
    initial: given({ attendance, time: moment?.isUnannounced ? 'unannounced' : undefined }),
    venues: where.venues,
    hasDaysOnly: moment !== undefined && !moment.isTimed,
    body: words('body') && writeBody(words('body') ?? ''),
    notes: [...reader.notes, ...warnOfSecrets(row)],
    supposed: reader.supposed,
    troubles: reader.troubles,
    lacks: reader.lacks,
  };
}

interface Places {
  venues: VenueDraft[] | undefined;
  join: string | undefined;
  attendance: 'online' | 'in-person' | 'hybrid' | undefined;
}

const online = /^(?:online|virtual|remote|web|internet|온라인|비대면|화상)$/i;
const service =
  /^(?:zoom|(?:microsoft |ms )?teams|google meet|meet|webex|youtube|skype|gather|줌|유튜브)(?:\b|$)/i;

/** Places, the link by which people join, and what follows from both for how people take part. */
function readPlaces(reader: Reader): Places {
  const { words, read } = reader;
  const parts = (words('place') ?? '').split(/\s*(?:;|\s\/\s|\s\+\s)\s*/).filter((part) => part !== '');
  const links = parts.filter((part) => /^https?:\/\//i.test(part));
  const names = parts.filter((part) => !links.includes(part));
  const venues = names.filter((name) => !online.test(name)).map((name): VenueDraft => ({ name }));
  const country = read('country', readCountry);
  const detail = { room: words('room'), address: words('address'), city: words('city'), country };
  const real = venues.find(({ name }) => !service.test(name));
  if (real) Object.assign(real, detail);
  else if (detail.city !== undefined && names.length === 0) venues.push({ name: detail.city, ...detail });
  const join = words('join') ?? links[0]?.split(' ')[0];
  const isOnline = join !== undefined || names.some((name) => online.test(name) || service.test(name));
  const isThere = venues.some(({ name }) => !service.test(name));
  return {
    venues: venues.length > 0 ? venues : undefined,
    join,
    attendance: isThere && isOnline ? 'hybrid' : isThere ? 'in-person' : isOnline ? 'online' : undefined,
  };
}

/** What is public once it is on the site, though it was not where it comes from. */
function warnOfSecrets({ values: { join, place, body = '' } }: Row): string[] {
  const link = [join, place].find((each) => /^https:/i.test(each ?? ''));
  return [
    ...(link === undefined ? [] : ['Everybody will see the link by which people join.']),
    ...(/pass ?(?:code|word)|[?&]pwd=|비밀번호|암호/i.test(body)
      ? ['The description has a password, which everybody will see.']
      : []),
  ];
}
