import { addDays, isPlainDate, lastDayOfMonth } from '../model/date.ts';
import { capitalise } from '../model/field-name.ts';
import type { ValueError } from './value-error.ts';

/**
 * Says what is wrong with a day or a time, and which one is most likely meant.
 * @param name the field, as a person would name it
 * @param line makes the line to write of a value
 * @param shown what the file has
 * @param withTime whether the field may have a time of day
 */
export function explainDate(
  name: string,
  line: (value: string) => string,
  shown: string,
  withTime: boolean,
): ValueError {
  const read = readDate(shown);
  const time = /^[T ]\s*(\d{1,2}):(\d{2})(?!\d)/i.exec(read?.rest ?? '');
  if (!read || (read.rest.trim() !== '' && !time)) {
    return {
      code: 'date-form',
      message: `${capitalise(name)} must be a day written as year-month-day, but this is "${shown}".`,
      fix: withTime
        ? 'Write it as 2022-03-07, or as 2022-03-07T15:00 with a time.'
        : 'Write it as 2022-03-07.',
    };
  }
  const { day, rest } = read;
  const last = lastDayOfMonth(day);
  if (!isPlainDate(day))
    return {
      code: 'date-impossible',
      message: `There is no day "${day}"${last ? `: that month ends on ${last}` : ''}.`,
      fix:
        last && day > last
          ? `Write the right day, such as "${line(last + (withTime ? rest : ''))}".`
          : 'Write the right day.',
    };
  if (!withTime && time)
    return {
      code: 'date-form',
      message: `${capitalise(name)} must be a day without a time, but this is "${shown}".`,
      fix: `Write "${line(day)}".`,
    };
  const clock = time ? `T${(time[1] ?? '').padStart(2, '0')}:${time[2]}` : '';
  if (time && !/^T([01]\d|2[0-3]):[0-5]\d$/.test(clock))
    return {
      code: 'date-impossible',
      message: `There is no time "${time[1]}:${time[2]}": a day goes from 00:00 to 23:59.`,
      fix:
        clock === 'T24:00'
          ? `Midnight after that day is "${line(`${addDays(day, 1)}T00:00`)}".`
          : `Write the right time, with hours from 00 to 23 and minutes from 00 to 59.`,
    };
  if (/[zZ]$|[+-]\d{2}:?\d{2}$/.test(rest))
    return {
      code: 'date-form',
      message: `"${shown}" has a time zone of its own.`,
      fix: `Write the time as the clocks of the field "timezone" show it, such as "${line(day + clock)}".`,
    };
  return {
    code: 'date-form',
    message: `${capitalise(name)} must be written ${withTime && rest ? 'like 2022-03-07T15:00' : 'like 2022-03-07'}, with all digits, but this is "${shown}".`,
    fix: `Write "${line(day + clock)}".`,
  };
}

/** Reads a day that is written in another way, and what follows it: 2022-3-7, 20220307, 7.3.2022. */
function readDate(shown: string): { day: string; rest: string } | undefined {
  const [, y, m, d, rest = ''] =
    /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)(.*)$/.exec(shown) ??
    /^(\d{4})(\d{2})(\d{2})()$/.exec(shown) ??
    [];
  if (y && m && d) return { day: `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`, rest };
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(shown) ?? [];
  return year && month && day
    ? { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, rest: '' }
    : undefined;
}
