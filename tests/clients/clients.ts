// Shows that calendar programs read a feed and keep up with its changes: vdirsyncer (into a folder, and into Radicale by
// CalDAV), khal and calcurse. Not part of npm test: the programs come from the system.
//
//   apt-get install khal vdirsyncer radicale calcurse thunderbird
//   node tests/clients/clients.ts
//   node tests/clients/clients.ts --thunderbird
//
// The second command also subscribes in Thunderbird, which looks for changes once a minute: it takes half an hour.
// It prints a line for each edit, then what each program shows of a deadline and of an open end; exit code 1 if a
// program shows anything else than the feed has.
import { execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import ICAL from 'ical.js';
import { createContent, readFeed } from '../calendar.ts';
import { edits } from './edits.ts';

const ports = { feed: 5291, radicale: 5292 };
const dir = mkdtempSync(join(tmpdir(), 'clients-'));
const at = (path: string) => join(dir, path);
for (const path of ['vdir', 'radicale', 'status']) mkdirSync(at(path));

let feed = '';
const server = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/calendar; charset=utf-8').end(feed);
}).listen(ports.feed, '127.0.0.1');

writeFileSync(
  at('radicale.conf'),
  `[server]\nhosts = 127.0.0.1:${ports.radicale}\n[auth]\ntype = none\n[storage]\nfilesystem_folder = ${at('radicale')}\n`,
);
const radicale = spawn('radicale', ['--config', at('radicale.conf')], { stdio: 'ignore' });

writeFileSync(
  at('vdirsyncer.conf'),
  `[general]
status_path = "${at('status')}"
[pair to_folder]
a = "feed"
b = "folder"
collections = null
conflict_resolution = "a wins"
[pair to_caldav]
a = "feed"
b = "caldav"
collections = null
conflict_resolution = "a wins"
[storage feed]
type = "http"
url = "http://127.0.0.1:${ports.feed}/calendar.ics"
[storage folder]
type = "filesystem"
path = "${at('vdir')}"
fileext = ".ics"
[storage caldav]
type = "caldav"
url = "http://127.0.0.1:${ports.radicale}/user/calendar/"
username = "user"
password = "any"
`,
);
writeFileSync(
  at('khal.conf'),
  `[calendars]\n[[feed]]\npath = ${at('vdir')}\n[locale]\nlocal_timezone = Asia/Seoul\ndefault_timezone = Asia/Seoul\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = ${at('khal.db')}\n`,
);

const withThunderbird = process.argv.includes('--thunderbird');
const registry = 'calendar.registry.11111111-1111-4111-8111-111111111111';
mkdirSync(at('thunderbird'));
writeFileSync(
  at('thunderbird/user.js'),
  Object.entries({
    [`${registry}.type`]: 'ics',
    [`${registry}.uri`]: `http://127.0.0.1:${ports.feed}/calendar.ics`,
    [`${registry}.name`]: 'feed',
    [`${registry}.cache.enabled`]: true,
    [`${registry}.readOnly`]: true,
    [`${registry}.refreshInterval`]: '1',
    'calendar.list.sortOrder': registry.replace('calendar.registry.', ''),
  })
    .map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`)
    .join(''),
);
const thunderbird = withThunderbird
  ? spawn('thunderbird', ['--headless', '--profile', at('thunderbird')], {
      stdio: 'ignore',
      env: { ...process.env, TZ: 'Asia/Seoul', HOME: dir },
    })
  : undefined;

/** What Thunderbird has in its cache: title, start and end (seconds since 1970) of each event. */
function readThunderbird(): string[] {
  try {
    // It keeps its database locked.
    for (const end of ['', '-wal'])
      copyFileSync(at(`thunderbird/calendar-data/cache.sqlite${end}`), at(`cache.sqlite${end}`));
    const database = new DatabaseSync(at('cache.sqlite'));
    const rows = database.prepare('SELECT title, event_start, event_end FROM cal_events').all();
    database.close();
    return rows
      .map((row) => {
        const [start, end] = [row['event_start'], row['event_end']].map((time) => Number(time) / 1e6);
        return `${String(row['title'])}|${start}|${end}`;
      })
      .sort();
  } catch {
    return [];
  }
}

/** Waits until Thunderbird has the titles and starts of the feed, three minutes at most. Ends are shown, not compared. */
async function checkThunderbird(): Promise<string[]> {
  const expected = readFeed(feed)
    .events.map(({ summary, start }) => `${summary}|${start.toUnixTime()}`)
    .sort();
  const withoutEnds = () => readThunderbird().map((line) => line.replace(/\|[^|]*$/, ''));
  for (let second = 0; second < 180 && withoutEnds().join() !== expected.join(); second += 1)
    await setTimeout(1000);
  compare('thunderbird', withoutEnds(), expected);
  return readThunderbird();
}

// The feed is read by a process of its own that this one serves: nothing here may block it.
const run = (command: string, args: string[], input?: string) =>
  new Promise<string>((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, TZ: 'Asia/Seoul', LC_ALL: 'C.UTF-8' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${command}: ${output}`))));
    child.stdin.end(input);
  });

/**
 * What matters of each event, one a line: the same for a feed and for what a program stores of it. UIDs are left out:
 * from an address, vdirsyncer makes its own of the content.
 */
function summarise(texts: readonly string[]): string[] {
  const lines = texts.flatMap((text) =>
    new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map((event) =>
        ['sequence', 'status', 'transp', 'dtstart', 'dtend', 'summary', 'description', 'location']
          .map((name) => String(event.getFirstPropertyValue(name) ?? '-'))
          .join(' | '),
      ),
  );
  return lines.sort();
}

const print = (line: string) => process.stdout.write(`${line}\n`);

function compare(program: string, found: readonly string[], expected: readonly string[]): void {
  if (found.join('\n') === expected.join('\n')) return;
  process.exitCode = 1;
  const missing = expected.filter((line) => !found.includes(line));
  const extra = found.filter((line) => !expected.includes(line));
  print(`  ${program} differs: ${JSON.stringify({ missing, extra }, undefined, 2)}`);
}

const collection = `http://127.0.0.1:${ports.radicale}/user/calendar/`;
const headers = { Authorization: `Basic ${btoa('user:any')}` };

/** Makes the calendar in Radicale, which takes a moment to start. */
async function makeCollection(): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      const { ok } = await fetch(collection, { method: 'MKCALENDAR', headers });
      if (ok) return;
    } catch {
      // It does not listen yet.
    }
    await setTimeout(200);
  }
  throw new Error('Radicale does not answer.');
}

async function check() {
  const expected = summarise([feed]);
  await run('vdirsyncer', ['--config', at('vdirsyncer.conf'), 'sync']);
  const files = readdirSync(at('vdir')).filter((name) => name.endsWith('.ics'));
  compare('vdirsyncer', summarise(files.map((name) => readFileSync(at(`vdir/${name}`), 'utf8'))), expected);

  const stored = await fetch(collection, { headers });
  compare('radicale', summarise([await stored.text()]), expected);

  const { events } = readFeed(feed);
  const titles = events.map(({ summary }) => summary).sort();
  const list = ['list', '--once', '--format', '{title}|{start}|{end}', '2022-01-01', '2023-01-01'];
  const khal = (await run('khal', ['-c', at('khal.conf'), ...list]))
    .split('\n')
    .filter((line) => line.includes('|'));
  compare('khal', khal.map((line) => line.replace(/\|.*$/, '').trim()).sort(), titles);

  rmSync(at('calcurse'), { recursive: true, force: true });
  mkdirSync(at('calcurse'));
  writeFileSync(at('feed.ics'), feed);
  const imported = await run('calcurse', ['-D', at('calcurse'), '-i', at('feed.ics')]);
  const apts = readFileSync(at('calcurse/apts'), 'utf8').split('\n').filter(Boolean);
  compare(
    'calcurse',
    [`${apts.length} entries`, /\d+ skipped/.exec(imported)?.[0] ?? imported],
    [`${events.length} entries`, '0 skipped'],
  );
  return { khal, calcurse: apts };
}

const content = createContent('tests/fixtures/gardens/content');
content.remove('2022/calendar.lock.yaml');
let day = Date.parse('2022-01-01T09:00:00Z');
const publish = () => {
  day += 86_400_000;
  content.publish(new Date(day).toISOString().replace('.000Z', 'Z'));
  feed = content.feeds().get('calendar.ics') ?? '';
};
try {
  publish();
  await makeCollection();
  await run('vdirsyncer', ['--config', at('vdirsyncer.conf'), 'discover'], 'y\n'.repeat(10));
  await check();
  for (const [index, { name, apply }] of edits.entries()) {
    apply(content);
    publish();
    const { khal, calcurse } = await check();
    const stored = thunderbird ? await checkThunderbird() : [];
    print(`${String(index + 1).padStart(2)} ${name}`);
    for (const line of [...khal, ...calcurse, ...stored]) {
      if (/Report|Supper/.test(line) && /deadline|open end|give it an end/.test(name)) print(`     ${line}`);
    }
  }
  print(execFileSync('vdirsyncer', ['--version'], { encoding: 'utf8' }).trim());
} finally {
  radicale.kill();
  thunderbird?.kill();
  server.close();
  content.dispose();
  rmSync(dir, { recursive: true });
}
