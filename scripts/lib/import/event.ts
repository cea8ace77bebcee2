import { makeId } from '../content-file.ts';
import { writeBody } from './body.ts';
import { createReader, readId, readState, type Context, type Draft } from './draft.ts';
import { readMoment, readZone } from './moment.ts';
import { readPlaces } from './place.ts';
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
    where,
    hasDaysOnly: moment !== undefined && !moment.isTimed,
    body: words('body') && writeBody(words('body') ?? ''),
    notes: [...reader.notes, ...warnOfSecrets(row, where.join)],
    supposed: reader.supposed,
    troubles: reader.troubles,
    lacks: reader.lacks,
  };
}

/** What is public once it is on the site, though it was not where it comes from. */
function warnOfSecrets({ values: { body = '' } }: Row, join: string | undefined): string[] {
  return [
    ...(/^https:/i.test(join ?? '') ? ['Everybody will see the link by which people join.'] : []),
    ...(meeting.test(body)
      ? ['The description has a link by which people join, which everybody will see.']
      : []),
    ...(/pass ?(?:code|word)|[?&]pwd=|비밀번호|암호/i.test(body)
      ? ['The description has a password, which everybody will see.']
      : []),
  ];
}

/** Addresses of meetings, as the services write them into invitations. */
const meeting =
  /\bhttps?:\/\/(?:[\w-]+\.)*(?:zoom\.us\/(?:[jsw]|my)\/|teams\.(?:microsoft|live)\.com\/(?:l\/meetup-join|meet)\/|meet\.google\.com\/|webex\.com\/)/i;
