import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ICAL from 'ical.js';
import { createFeeds } from '../src/pipeline/feeds.ts';
import { assembleModel, type SiteModel } from '../src/pipeline/load.ts';
import type { Address } from '../src/pipeline/settings.ts';
import { serialiseLedger } from '../src/reader/ledger-file.ts';
import { readContent } from '../src/reader/read.ts';
import type { Issue } from '../src/model/issue.ts';

const checkout = resolve(import.meta.dirname, '..');
export const publicAddress: Address = { site: 'https://champions.example.org', base: '/' };

/** A temporary content folder, and what commands make of it. */
export interface TestContent {
  dir: string;
  write: (path: string, text: string) => void;
  /** Replaces text that must be in the file. */
  edit: (path: string, from: string, to: string) => void;
  rename: (from: string, to: string) => void;
  remove: (path: string) => void;
  /** Reads content and ledgers. */
  read: (now?: string) => SiteModel & { issues: Issue[] };
  /** Writes the ledgers as publishing does at a time. */
  publish: (now: string) => SiteModel;
  /** The feeds, by path. */
  feeds: (address?: Address, now?: string) => Map<string, string>;
  dispose: () => void;
}

/** @param from a folder of the project to copy; without it the folder is empty */
export function createContent(from?: string): TestContent {
  const dir = mkdtempSync(join(tmpdir(), 'calendar-'));
  if (from) cpSync(join(checkout, from), dir, { recursive: true });
  const at = (path: string) => join(dir, path);
  const read: TestContent['read'] = (now) => {
    const { library, issues, ledgers } = readContent(dir);
    return {
      ...assembleModel({ publish: false }, { library, ledgers }, now),
      issues: [...issues, ...ledgers.flatMap((ledger) => ledger.issues)],
    };
  };
  const write: TestContent['write'] = (path, text) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  return {
    dir,
    write,
    edit(path, old, text) {
      const before = readFileSync(at(path), 'utf8');
      if (!before.includes(old)) throw new Error(`${path} does not have "${old}".`);
      writeFileSync(at(path), before.replace(old, text));
    },
    rename: (old, path) => renameSync(at(old), at(path)),
    remove: (path) => rmSync(at(path), { recursive: true, force: true }),
    read,
    publish(now) {
      const model = read(now);
      for (const { edition, update } of model.calendars) {
        if (update.issues.length > 0) throw new Error(update.issues.map(({ message }) => message).join('\n'));
        writeFileSync(at(`${edition}/calendar.lock.yaml`), serialiseLedger(update.ledger));
      }
      return model;
    },
    feeds: (address = publicAddress, now) =>
      new Map(createFeeds(read(now), address).map(({ path, text }) => [path, text])),
    dispose() {
      if (existsSync(dir)) rmSync(dir, { recursive: true });
    },
  };
}

/** An event as ical.js reads it. */
export interface ReadEvent {
  uid: string;
  summary: string;
  description: string;
  location: string | undefined;
  url: string;
  categories: string[];
  start: ICAL.Time;
  end: ICAL.Time;
  sequence: number;
  stamp: string;
  modified: string;
  status: string;
  transparency: string;
  busy: string;
  conference: string | undefined;
  /** The lines of the event. */
  text: string;
}

export interface ReadFeed {
  calendar: ICAL.Component;
  property: (name: string) => string | undefined;
  events: ReadEvent[];
}

/**
 * Reads a feed with ical.js.
 * @throws if lines are not as RFC 5545 requires, or the feed has components that ours never have
 */
export function readFeed(text: string): ReadFeed {
  const lines = text.split('\r\n');
  if (lines.pop() !== '') throw new Error('The feed does not end in CRLF.');
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error(`A line ends without CRLF: ${line}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`A line is longer than 75 octets: ${line}`);
    if (/^(METHOD|X-ALT-DESC|BEGIN:VALARM)/.test(line)) throw new Error(`The feed has ${line}`);
  }
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const texts = text.split(/(?=^BEGIN:VEVENT\r\n)/m).slice(1);
  return {
    calendar,
    property: (name) => textOf(calendar, name),
    events: calendar.getAllSubcomponents('vevent').map((event, index) => ({
      uid: textOf(event, 'uid') ?? '',
      summary: textOf(event, 'summary') ?? '',
      description: textOf(event, 'description') ?? '',
      location: textOf(event, 'location'),
      url: textOf(event, 'url') ?? '',
      categories: event.getFirstProperty('categories')?.getValues().map(String) ?? [],
      start: new ICAL.Event(event).startDate,
      end: new ICAL.Event(event).endDate,
      sequence: Number(textOf(event, 'sequence')),
      stamp: textOf(event, 'dtstamp') ?? '',
      modified: textOf(event, 'last-modified') ?? '',
      status: textOf(event, 'status') ?? '',
      transparency: textOf(event, 'transp') ?? '',
      busy: textOf(event, 'x-microsoft-cdo-busystatus') ?? '',
      conference: textOf(event, 'conference'),
      text: (texts[index] ?? '').split('END:VCALENDAR')[0] ?? '',
    })),
  };
}

function textOf(component: ICAL.Component, name: string): string | undefined {
  const value = component.getFirstPropertyValue(name);
  return value === null ? undefined : String(value);
}

/** Finds the only event of a feed whose uid begins with a text. */
export function findEvent(feed: ReadFeed, start: string): ReadEvent {
  const [event, ...others] = feed.events.filter(({ uid }) => uid.startsWith(`${start}@`));
  if (!event || others.length > 0)
    throw new Error(`The feed has ${others.length + (event ? 1 : 0)} of ${start}.`);
  return event;
}
