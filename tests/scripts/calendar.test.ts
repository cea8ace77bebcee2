import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, engine, type Project } from '../project.ts';

const parts = [...engine, 'scripts', 'content', 'public', 'package.json'];
const ledger = '2022/calendar.lock.yaml';

let project: Project;
beforeAll(() => {
  project = copyProject(undefined, parts);
  rmSync(at(ledger), { force: true });
});
afterAll(() => project.remove());

const at = (path: string) => join(project.root, 'content', path);
const read = (path: string) => readFileSync(at(path), 'utf8');
function edit(path: string, from: string, to: string): void {
  const text = read(path);
  if (!text.includes(from)) throw new Error(`${path} does not have "${from}".`);
  writeFileSync(at(path), text.replace(from, to));
}
const calendar = (...args: string[]) => project.run('calendar', { args });

describe('npm run calendar', { timeout: 120_000 }, () => {
  it('writes the ledger with --write alone, and the same bytes again', async () => {
    expect(await calendar()).toEqual({ code: 0, output: '2022: 18 new; 0 unchanged\n' });
    expect(readdirSync(at('2022'))).not.toContain('calendar.lock.yaml');
    expect(await calendar('--write')).toEqual({ code: 0, output: '2022: 18 new; 0 unchanged\n' });
    const written = read(ledger);
    expect(await calendar('--write')).toEqual({ code: 0, output: '2022: up to date; 18 unchanged\n' });
    expect(read(ledger)).toBe(written);
    expect(readdirSync(at('2022')).filter((name) => name.startsWith('calendar'))).toEqual([
      'calendar.lock.yaml',
    ]);
  });

  it('shows what subscribers will see, which is no error, and dates it as it is told', async () => {
    const written = read(ledger);
    edit('2022/weeks/phase-1-week-5.mdx', 'start: 2022-03-28', 'start: 2022-03-29');
    edit('2022/events/workshop-1.mdx', 'attendance:', 'status: cancelled\nattendance:');
    const title = /^title: (.*)$/m.exec(read('2022/events/workshop-1.mdx'))?.[1] ?? '';
    const words = `2022: ${title} is cancelled; Phase I, week 5 starts on 29 March instead of 28 March; 16 unchanged\n`;
    expect(await calendar()).toEqual({ code: 0, output: words });
    expect(read(ledger)).toBe(written);
    const refused = await calendar('--write', '--date', '2100-01-01');
    expect(refused).toEqual({
      code: 1,
      output: '--date: "2100-01-01" is no time in UTC. Write one such as 2022-03-01T09:00:00Z.\n',
    });
    expect(await calendar('--write', '--date', '2100-01-01T00:00:00Z')).toEqual({ code: 0, output: words });
    expect(read(ledger)).toContain('"modified":"2100-01-01T00:00:00Z"');
  });

  it('asks where a rename is not clear, as the check does, and writes nothing until it is answered', async () => {
    const written = read(ledger);
    renameSync(at('2022/events/kick-off.mdx'), at('2022/events/opening.mdx'));
    rmSync(at('2022/events/kick-off.ko.mdx'), { force: true });
    edit('2022/events/opening.mdx', 'title: 2022 Season Kick-off', 'title: Opening');
    for (const file of readdirSync(at('2022'), { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.mdx'))
        writeFileSync(
          at(`2022/${file}`),
          read(`2022/${file}`).replaceAll('events/kick-off', 'events/opening'),
        );
    }
    const commands = [calendar(), calendar('--write'), project.run('check'), project.run('changes')];
    for (const asked of await Promise.all(commands)) {
      expect(asked.code).toBe(1);
      expect(asked.output).toContain('content/2022/events/opening.mdx:1:1 error uid-asked');
      expect(asked.output).toContain('uid: 2022-event-kick-off@');
    }
    expect(read(ledger)).toBe(written);
    edit(
      '2022/events/opening.mdx',
      'title: Opening',
      'title: Opening\nuid: 2022-event-kick-off@baram.example.org',
    );
    expect((await calendar('--write')).output).toContain(
      'the title of Opening is now “Opening” instead of “2022 Season Kick-off”',
    );
  });

  it('refuses a ledger with merge marks, and says how to mend it', async () => {
    const written = read(ledger);
    const marked = written.replace(
      '  # event opening\n',
      '<<<<<<< HEAD\n  # event opening\n=======\n>>>>>>> other\n',
    );
    writeFileSync(at(ledger), marked);
    const refused = await calendar('--write');
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('content/2022/calendar.lock.yaml:5:1 error ledger-merge');
    expect(read(ledger)).toBe(marked);
    writeFileSync(at(ledger), written);
  });

  it('leaves the ledger alone while the content has errors', async () => {
    const written = read(ledger);
    edit('2022/weeks/phase-1-week-5.mdx', 'end: 2022-04-03', 'end: 2022-02-30');
    const refused = await calendar('--write');
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('content/2022/weeks/phase-1-week-5.mdx:5:');
    expect(read(ledger)).toBe(written);
  });
});
