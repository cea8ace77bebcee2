import { splitFields } from '../yaml-edit.ts';
import type { Origin } from './reading.ts';

/**
 * What an event was called in the calendar that it came from stands in its file as a comment, so that it is found
 * again though its title and its dates have changed. It is no field: `uid` is the name that our own subscribers
 * know, and another's would make two calendars claim one event.
 */
const written = /^# imported from UID (\S+)(?: of (\d{4}-\d{2}-\d{2}))?[ \t]*$/m;

/** What an event is called in the calendar that it came from, if its file says so. */
export function readOrigin(text: string): Origin | undefined {
  const [, uid, day] = written.exec(splitFields(text).yaml) ?? [];
  return uid === undefined ? undefined : { uid, day };
}

/** Writes down what an event is called in the calendar that it comes from; the text itself if it says so. */
export function writeOrigin(text: string, { uid, day }: Origin): string {
  const line = `# imported from UID ${uid}${day === undefined ? '' : ` of ${day}`}`;
  const { before, yaml, after } = splitFields(text);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const changed = written.test(yaml) ? yaml.replace(written, () => line) : `${line}${end}${yaml}`;
  return before + changed + after;
}

/** A UID as one word, whatever signs it is made of. */
export const plainUid = (uid: string) => encodeURI(uid.toWellFormed()).replaceAll('%25', '%');
