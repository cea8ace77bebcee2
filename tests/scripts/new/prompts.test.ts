import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { splitFields } from '../../../scripts/lib/yaml-edit.ts';
import { writeSample, paths } from '../../sample.ts';
import { copyProject, type Project } from '../../project.ts';
import { keys, openTerminal } from '../terminal.ts';

let project: Project;
beforeAll(() => {
  project = copyProject(undefined, ['src', 'scripts', 'package.json']);
  writeSample(join(project.root, 'content'), { [paths.partner]: undefined });
});
afterAll(() => project.remove());

const at = (path: string) => join(project.root, 'content', path);
const { enter, down, clear, stop } = keys;

/** The answered prompts with their answers. */
const dialogue = (shown: string) =>
  [...shown.matchAll(/◇ {2}(.*)\n│ {2}(.*)/g)].map(
    ([, question = '', answer = '']) => `${question} → ${answer}`,
  );

describe('npm run new in a terminal', { timeout: 60_000 }, () => {
  it('prompts for the fields of an event and validates each answer', async () => {
    const terminal = openTerminal(project.root, 'new');
    await terminal.see('What do you want to add?');
    terminal.type(down + enter);
    await terminal.see('title: The title.');
    terminal.type(enter);
    await terminal.see('This is needed. The title.');
    terminal.type(`마무리 강연${enter}`);
    await terminal.see('attendance: online, in-person or hybrid (both).');
    terminal.type(down + enter);
    await terminal.see('start: The first day');
    terminal.type(`2030-02-30T15:00${enter}`);
    await terminal.see(
      'that month ends on 2030-02-28. Write the right day, such as "start: 2030-02-28T15:00".',
    );
    terminal.type(`${clear}2030-03-31T02:30${enter}`);
    await terminal.see('never show 02:30 on that day');
    terminal.type(`${clear}2030-03-30T15:00${enter}`);
    await terminal.see('end: The last day');
    terminal.type(`2030-03-30T14:00${enter}`);
    await terminal.see('lies before "start"');
    terminal.type(`${clear}2030-03-30T16:30${enter}`);
    await terminal.see('venues.0.name: The places, online ones too. The name of the place');
    terminal.type(`Town hall${enter}`);
    await terminal.see('venues.0.city: The places, online ones too. The city. It may stay empty.');
    terminal.type(enter);
    await terminal.see('venues.0.country:');
    terminal.type(`Swiss${enter}`);
    await terminal.see('"Swiss" is not');
    terminal.type(`${clear}CH${enter}`);
    await terminal.see('letters are not from a to z');
    terminal.type(`kick-off${enter}`);
    await terminal.see('content/2030/events/kick-off.mdx already exists. Give the new file another name.');
    terminal.type(`${clear}closing${enter}`);
    const { code, shown } = await terminal.end;
    expect(code).toBe(0);
    expect(dialogue(shown)).toMatchInlineSnapshot(`
      [
        "What do you want to add? → event: Something with a date of its own beside the weeks: a kick-off, a workshop, a deadline.",
        "title: The title. → 마무리 강연",
        "attendance: online, in-person or hybrid (both). Leave it out where nobody attends. → in-person",
        "start: The first day, or day and time: 2022-02-23T15:00. → 2030-03-30T15:00",
        "end: The last day, or day and time; the same form as start. Leave it out for one day, or if the end is open. It may stay empty. → 2030-03-30T16:30",
        "venues.0.name: The places, online ones too. The name of the place, or of the service for an online place (Zoom). It may stay empty. → Town hall",
        "venues.0.country: The places, online ones too. The country as two capital letters (ISO 3166): KR, DE. It may stay empty. → CH",
        "The name of the file: small letters, digits and hyphens. It is part of the address and stays for life. It cannot be made from the title or name, since most of its letters are not from a to z. → closing",
      ]
    `);
    expect(shown).toContain('content/2030/events/closing.mdx is written.\n\nNext:\n');
    expect(parse(splitFields(readFileSync(at('2030/events/closing.mdx'), 'utf8')).yaml)).toEqual({
      title: '마무리 강연',
      attendance: 'in-person',
      start: '2030-03-30T15:00',
      end: '2030-03-30T16:30',
      venues: [{ name: 'Town hall', country: 'CH' }],
    });
  });

  it('suggests the next week, and writes nothing after Ctrl-C', async () => {
    const terminal = openTerminal(project.root, 'new', ['week']);
    await terminal.see('phase: The phase: the name of its file, such as phase-1.');
    terminal.type(down + enter);
    await terminal.see('number:');
    terminal.type(`${clear}1${enter}`);
    await terminal.see('is week 1 of phase-2 already.');
    terminal.type(`${clear}2${enter}`);
    await terminal.see('start: The first day.');
    terminal.type(`${clear}2030-03-15${enter}`);
    await terminal.see('This week begins on 2030-03-15, and phase-1-week-2 lasts until 2030-03-17.');
    terminal.type(`${clear}2030-03-25${enter}`);
    await terminal.see('2030-03-31');
    terminal.type(enter);
    await terminal.see('topic: The topic');
    terminal.type(enter);
    await terminal.see('phase-2-week-2');
    terminal.type(stop);
    const { code, shown } = await terminal.end;
    expect(shown).toMatch(/Stopped\. Nothing was written\.\n$/);
    expect(code).toBe(1);
    expect(existsSync(at('2030/weeks/phase-2-week-2.mdx'))).toBe(false);
  });

  it('prompts for the first day of a copied edition, and refuses another day of the week', async () => {
    const terminal = openTerminal(project.root, 'new', ['edition']);
    await terminal.see('The name of the folder');
    terminal.type(enter);
    await terminal.see('Copy an edition, with its dates moved?');
    terminal.type(enter);
    await terminal.see('2030 began on Monday, 4 March 2030');
    await terminal.see('2031-03-03');
    terminal.type(`${clear}2031-03-05${enter}`);
    await terminal.see('Write 2031-03-03 or 2031-03-10.');
    terminal.type(`${clear}2031-03-10${enter}`);
    const { code, shown } = await terminal.end;
    expect(dialogue(shown)).toMatchInlineSnapshot(`
      [
        "The name of the folder, which is part of every address: the year, if there is one edition a year. → 2031",
        "Copy an edition, with its dates moved? → yes, that of 2030",
        "The first day, as year-month-day. 2030 began on Monday, 4 March 2030; all dates move by as many weeks. → 2031-03-10",
      ]
    `);
    expect(code).toBe(0);
    expect(readFileSync(at('2031/programme.yaml'), 'utf8')).toContain('start: 2031-03-10\nend: 2031-04-06\n');
  });
});
