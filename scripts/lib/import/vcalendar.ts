import ICAL from 'ical.js';
import { PlainError } from '../../../src/pipeline/error.ts';
import type { Trouble } from './reading.ts';

/** Calendars that were read, with the line on which each of their events begins. */
export interface Opened {
  calendars: { calendar: ICAL.Component; events: { event: ICAL.Component; line: number }[] }[];
  /** Events that cannot be read. */
  troubles: Trouble[];
}

/**
 * Reads a calendar file (RFC 5545). An event that cannot be read does not stand in the way of the others.
 * @throws PlainError if it is no calendar, or not a whole one
 */
export function openCalendars(text: string): Opened {
  const blocks = [...text.matchAll(/^BEGIN:VEVENT[ \t]*$[\s\S]*?^END:VEVENT[ \t]*$/gim)].map(
    ({ 0: block, index }) => ({
      block,
      line: text.slice(0, index).split(/\r\n?|\n/).length,
      why: explainBroken(block),
    }),
  );
  const broken = blocks.filter(({ why }) => why !== undefined);
  const lines = blocks.filter(({ why }) => why === undefined).map(({ line }) => line);
  const sound = broken.reduce((rest, { block }) => rest.replace(block, ''), text.replace(/^\uFEFF/, ''));
  return {
    calendars: parse(sound).map((calendar) => ({
      calendar,
      events: calendar.getAllSubcomponents('vevent').map((event) => ({ event, line: lines.shift() ?? 1 })),
    })),
    troubles: broken.map(({ line, why = '' }) => ({
      place: `line ${line}`,
      why: `This event cannot be read: ${why}.`,
      fix: 'Correct it in the calendar, and export it again.',
    })),
  };
}

function parse(text: string): ICAL.Component[] {
  try {
    return read(text);
  } catch (error) {
    throw new PlainError(
      `The calendar cannot be read: ${(error as Error).message}. Export it once more, whole.`,
    );
  }
}

function explainBroken(block: string): string | undefined {
  try {
    read(`BEGIN:VCALENDAR\r\n${block}\r\nEND:VCALENDAR`);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function read(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text) as unknown[];
  // Several calendars in one file come as a list of them.
  return (Array.isArray(parsed[0]) ? parsed : [parsed]).map((each) => new ICAL.Component(each as unknown[]));
}
