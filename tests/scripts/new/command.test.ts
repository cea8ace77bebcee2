import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hashText } from '../../../src/reader/ledger-file.ts';
import { readContent } from '../../../src/reader/read.ts';
import { splitFields } from '../../../scripts/lib/yaml-edit.ts';
import { checkLibrary } from '../../../src/model/validate.ts';
import { reviewTranslations } from '../../../src/model/translation.ts';
import { copyProject, type Project } from '../../project.ts';

let project: Project;
beforeAll(() => {
  project = copyProject(undefined, ['src', 'scripts', 'content', 'public', 'package.json']);
  const programme = at('2022/programme.yaml');
  // A week more has to lie in the programme.
  writeFileSync(programme, read('2022/programme.yaml').replace('end: 2022-06-12', 'end: 2022-06-19'));
});
afterAll(() => project.remove());

const at = (path: string) => join(project.root, 'content', path);
const read = (path: string) => readFileSync(at(path), 'utf8');
const run = (...args: string[]) => project.run('new', { args });
const fieldsOf = (path: string) => parse(splitFields(read(path)).yaml) as unknown;

/** The errors in the content of the copy, or in another folder. */
function findErrors(folder = at('')): string[] {
  const { library, issues } = readContent(folder);
  const publicFiles = new Set(['rigi.svg', 'rooftop.svg']);
  const context = { now: new Date('2022-07-01T00:00:00Z'), locales: ['en', 'ko'], label: 'content' };
  return [...issues, ...checkLibrary(library, { ...context, publicFiles })]
    .filter(({ severity }) => severity === 'error')
    .map(({ file, code }) => `${file} ${code}`);
}

/** Every file of the content with its text. */
const snapshot = () =>
  readdirSync(at(''), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((file) => [file, readFileSync(file, 'utf8')]);

describe('npm run new with flags', { timeout: 60_000 }, () => {
  it('adds a week with the next number and dates, and prints the next steps', async () => {
    const { code, output } = await run('week', '--phase', 'phase-2', '--topic', 'seed-ethics');
    expect(output).toMatchInlineSnapshot(`
      "content/2022/weeks/phase-2-week-8.mdx is written.

      Next:
      - Open it and fill in what else is known: each field says what it is for. The text for visitors goes below the second line ---.
      - Its words in other languages go beside it: content/2022/weeks/phase-2-week-8.ko.mdx.
      - npm run check says whether all is well.
      - npm run calendar shows what subscribers will get once it is published.
      "
    `);
    expect(code).toBe(0);
    expect(read('2022/weeks/phase-2-week-8.mdx')).toMatchInlineSnapshot(`
      "---
      # The phase: the name of its file, such as phase-1.
      phase: phase-2
      # The number of the week; it begins anew in each phase.
      number: 8
      # The first day.
      start: 2022-06-13
      # The last day: the same as start for a single day.
      end: 2022-06-19
      # kind: … (week (the default), orientation, or break when nothing is held.)
      # The topic: the name of its file. A week has a topic or a title.
      topic: seed-ethics
      # title: … (The title of a week that has no topic.)
      # activity: … (What is done, where it differs from the phase's activity.)
      # author: … (Who wrote the text below the fields: organiser (it was published with the programme), or editors of this site, marked as such.)
      # resources: … (Recordings, slides and readings of this week.)
      # source: … (Where its text was read, beside the programme's own source: one source or a list.)
      # status: … (Whether it takes place: scheduled (the default), cancelled or postponed.)
      # statusNote: … (Why it is cancelled or postponed, in a sentence.)
      # draft: … (true keeps it out of the published site; a preview shows it, marked.)
      # uid: … (Only when a command asks for it: the calendar id of an event that was renamed, so that subscribers keep it.)
      ---
      "
    `);
    expect(findErrors()).toEqual([]);
  });

  it.each([
    [
      'event',
      [
        '--title',
        'Closing talk',
        '--start',
        '2022-06-10T15:00',
        '--end',
        '2022-06-10T16:30',
        '--attendance',
        'hybrid',
        '--venues.name',
        'City hall',
        '--venues.city',
        'Seoul',
      ],
      '2022/events/closing-talk.mdx',
      {
        title: 'Closing talk',
        start: '2022-06-10T15:00',
        end: '2022-06-10T16:30',
        attendance: 'hybrid',
        venues: [{ name: 'City hall', city: 'Seoul' }],
      },
    ],
    [
      'topic',
      [
        '--title',
        '물과 도시',
        '--id',
        'water',
        '--summary',
        'Pipes and rivers.',
        '--sdgs',
        '6',
        '--sdgs',
        '11',
      ],
      '2022/topics/water.mdx',
      { title: '물과 도시', summary: 'Pipes and rivers.', sdgs: [6, 11] },
    ],
    [
      'partner',
      ['--name', 'Université d’Exemple', '--list', 'international', '--kind', 'school', '--country', 'CH'],
      '2022/partners/universite-d-exemple.yaml',
      { name: 'Université d’Exemple', list: 'international', kind: 'school', country: 'CH' },
    ],
    [
      'prize',
      ['--kind', 'money', '--title', 'Prize Money', '--amount.value', '500000'],
      '2022/prizes/place-4.yaml',
      { kind: 'money', title: 'Prize Money', rank: 4, amount: { value: 500000, currency: 'KRW' } },
    ],
    [
      'person',
      ['--name', 'Kim Minji', '--role', 'Lecturer', '--organisation', 'Example University'],
      '2022/people/kim-minji.yaml',
      { name: 'Kim Minji', role: 'Lecturer', organisation: 'Example University' },
    ],
    [
      'page',
      ['--id', 'code-of-conduct', '--summary', 'How people treat each other.', '--edition=2022', '--yes'],
      '2022/pages/code-of-conduct.mdx',
      { title: 'Code of conduct', summary: 'How people treat each other.' },
    ],
  ])('adds a %s', async (noun, flags, path, fields) => {
    const { code, output } = await run(noun, ...flags);
    expect(output.split('\n')[0]).toBe(`content/${path} is written.`);
    expect(code).toBe(0);
    expect(fieldsOf(path)).toEqual(fields);
    expect(findErrors()).toEqual([]);
  });

  it('writes nothing if fields are missing or wrong, and lists all of them', async () => {
    const before = snapshot();
    const { code, output } = await run('event', '--attendance', 'in person', '--start', '2022-6-1');
    expect(output).toMatchInlineSnapshot(`
      "A new event: this is missing or wrong.
      --start: "start" must be written like 2022-03-07, with all digits, but this is "2022-6-1". Write "start: 2022-06-01".
      --attendance: "attendance" cannot be "in person". Did you mean "in-person"? Allowed: online, in-person, hybrid. Write "attendance: in-person".
      --title: The title.
      Nothing was written.
      "
    `);
    expect(code).toBe(1);
    expect(snapshot()).toEqual(before);
  });
});

describe('npm run new -- edition', { timeout: 60_000 }, () => {
  it('copies an edition as a draft and changes nothing else', async () => {
    const before = snapshot();
    const { code, output } = await run('edition', '2023', '--from', '2022', '--starts', '2023-03-03');
    expect(output.split('\n\n')[0]).toMatchInlineSnapshot(
      `"content/2023/ is written: 105 files copied from content/2022/. 42 dates are 52 weeks later, on the same days of the week: the first day is Friday, 3 March 2023."`,
    );
    expect(output).toContain('content/2023/pages/take-part.mdx:3, 6, 8\n');
    expect(code).toBe(0);
    expect(findErrors()).toEqual([]);
    expect(readdirSync(at('2023'))).not.toContain('calendar.lock.yaml');
    expect(read('2023/programme.yaml')).toMatch(
      /start: 2023-03-03\nend: 2023-06-18\n[^]*state: upcoming\n[^]*draft: true\n/,
    );
    expect(read('2023/pages/about.mdx')).not.toContain('(/2022/');
    const old = reviewTranslations(readContent(at('')).library, hashText).filter(
      ({ original, changes, translation }) =>
        original.edition === '2023' && translation && changes?.length !== 0,
    );
    expect(old).toEqual([]);
    rmSync(at('2023'), { recursive: true });
    expect(snapshot()).toEqual(before);
  });

  it('adds the first edition beside site.yaml', async () => {
    const folder = join(project.root, 'other');
    mkdirSync(folder);
    writeFileSync(join(folder, 'site.yaml'), read('site.yaml').replace('current: 2022', 'current: 2031'));
    const texts = [
      'theme',
      'goal',
      'audience.text',
      'cost.text',
      'format.text',
      'phase.title',
      'phase.activity',
      'week.title',
    ];
    const flags = texts.flatMap((name) => [`--${name}`, `Words for ${name}`]);
    const dates = ['--start', '2031-03-03', '--end', '2031-03-30', '--timezone', 'Asia/Seoul'];
    const args = ['edition', '2031', ...flags, ...dates];
    const { code, output } = await project.run('new', { args, env: { CONTENT_DIR: 'other' } });
    expect(output).toMatchInlineSnapshot(`
      "other/2031/programme.yaml is written.
      other/2031/phases/phase-1.yaml is written.
      other/2031/weeks/phase-1-week-1.mdx is written.

      Next:
      - Open the files and fill in what else is known: each field says what it is for.
      - npm run new -- week --edition 2031 adds the next week. For another phase write other/2031/phases/phase-2.yaml first.
      - npm run new -- page --edition 2031 adds the pages about, take-part and questions; topics, events, partners, prizes and people come the same way.
      - npm run check says whether all is well, and npm start shows it.
      - npm run calendar shows what subscribers will get once it is published.
      "
    `);
    expect(code).toBe(0);
    expect(findErrors(folder)).toEqual([]);
  });
});
