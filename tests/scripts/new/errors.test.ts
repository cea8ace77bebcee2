import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/pipeline/settings.ts';
import { labelOf, loadContent } from '../../../src/pipeline/content.ts';
import { createWorkspace, writeNewFiles, type Workspace } from '../../../scripts/lib/new/draft.ts';
import { addEdition } from '../../../scripts/lib/new/new-edition.ts';
import { addEntry, chooseType } from '../../../scripts/lib/new/new-entry.ts';
import { paths, sample, writeSample } from '../../sample.ts';

const root = resolve(import.meta.dirname, '../../..');
let dir = '';
let workspace: Workspace;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'new-refusals-'));
  writeSample(dir, { [paths.partner]: undefined });
  workspace = open(dir);
});
afterAll(() => rmSync(dir, { recursive: true }));

function open(folder: string): Workspace {
  const settings = readSettings({ CONTENT_DIR: folder, PUBLIC_DIR: 'tests/site/small/public' }, root);
  return createWorkspace(settings, loadContent(settings));
}

const listAll = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

/** Runs a command that must fail and write nothing. Returns the message, with the content folder as `content`. */
async function refusal(line: string, at = workspace): Promise<string> {
  const folder = at.settings.contentDir;
  const before = listAll(folder);
  const [noun, ...args] = [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
  const run = async () => {
    const type = await chooseType(noun, undefined);
    await (type ? addEntry(at, type, args) : addEdition(at, args));
  };
  const error: unknown = await run().then(
    () => new Error('The command succeeded.'),
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'PlainError' });
  expect(listAll(folder)).toEqual(before);
  return (error as Error).message.replaceAll(labelOf(at.settings), 'content');
}

describe('addEntry refuses', () => {
  it('a type that is missing or unknown', async () => {
    expect(await refusal('')).toMatchInlineSnapshot(
      `"Say what to add. Write npm run new -- and one of week, event, topic, partner, prize, person, page, edition."`,
    );
    expect(await refusal('events')).toMatchInlineSnapshot(
      `""events" cannot be added. Did you mean "event"? Write npm run new -- and one of week, event, topic, partner, prize, person, page, edition."`,
    );
  });

  it('unknown flags and text without a flag', async () => {
    expect(await refusal('topic --titel Water --sumary Pipes')).toMatchInlineSnapshot(`
      "There is no flag --titel. Did you mean --title?
      There is no flag --sumary. Did you mean --summary?
      Allowed: --id, --edition, --title, --sdgs, --summary, --author, --yes. Nothing was written."
    `);
    expect(await refusal('topic --title Water and cities')).toMatchInlineSnapshot(
      `"Unexpected "and cities". Put text with spaces in quotation marks after its flag, such as --title "Two words". Nothing was written."`,
    );
  });

  it('missing fields, with their descriptions and choices', async () => {
    expect(await refusal('week --edition 2030')).toMatchInlineSnapshot(`
      "A new week: this is missing or wrong.
      --phase: The phase: the name of its file, such as phase-1. One of: phase-1, phase-2.
      --title: The title of a week that has no topic.
        or --topic: The topic: the name of its file. A week has a topic or a title. One of: streets.
      Nothing was written."
    `);
    expect(await refusal('prize --kind money')).toMatchInlineSnapshot(`
      "A new prize: this is missing or wrong.
      --title: The title.
      --amount.value: Prize money only. The amount, digits only: 3000000.
      Nothing was written."
    `);
    expect(await refusal('event --title 물 --start 2030-03-05')).toMatchInlineSnapshot(`
      "A new event: this is missing or wrong.
      --id: The name of the file: small letters, digits and hyphens. It cannot be made from the title or name, since most of its letters are not from a to z.
      Nothing was written."
    `);
    expect(await refusal('page --id rules')).toMatchInlineSnapshot(`
      "A new page: this is missing or wrong.
      --summary: One or two sentences for search engines and shared links.
      Nothing was written."
    `);
  });

  it('an id that is taken or has invalid characters', async () => {
    expect(await refusal('person --name Ada --role Poet --organisation Small')).toMatchInlineSnapshot(`
      "A new person: this is missing or wrong.
      --id: content/2030/people/ada.yaml already exists. Give the new file another name.
      Nothing was written."
    `);
    expect(await refusal("topic --title Water --summary Pipes --id 'My water.ko'")).toMatchInlineSnapshot(`
      "A new topic: this is missing or wrong.
      --id: A file cannot be called "My water.ko". Use small letters, digits and hyphens only: "my-water-ko".
      Nothing was written."
    `);
  });

  it('conflicts with other files, as npm run check reports them', async () => {
    expect(await refusal('week --phase phase-2 --number 2 --start 2030-03-20 --title Two'))
      .toMatchInlineSnapshot(`
      "A new week: this is missing or wrong.
      --start: This week begins on 2030-03-20, and phase-2-week-1 lasts until 2030-03-24. Correct the dates of one of the two: weeks must not overlap.
      Nothing was written."
    `);
    expect(await refusal('week --phase phase-2 --title Two --start 2030-04-01')).toMatchInlineSnapshot(`
      "content/2030/weeks/phase-2-week-2.mdx:9:6 error week-outside
        This week (2030-04-01 to 2030-04-07) lies outside the programme, which runs from 2030-03-04 to 2030-03-31.
        Correct the date here, or "start" or "end" in programme.yaml.

      More about each: docs/errors.md#week-outside

      Nothing was written, since the content would have 1 error."
    `);
    expect(await refusal('week --phase phase-3 --title Three')).toMatchInlineSnapshot(`
      "A new week: this is missing or wrong.
      --phase: There is no "phase-3" in phases/. Did you mean "phase-1"? Allowed: phase-1, phase-2. Write "phase: phase-1".
      Nothing was written."
    `);
  });

  it('an unknown edition, or content without editions', async () => {
    expect(await refusal('topic --edition 2031 --title A --summary B')).toMatchInlineSnapshot(
      `"--edition cannot be "2031". Did you mean "2030"? Write one of 2030."`,
    );
    const empty = join(dir, '../', `${dir.split('/').at(-1) ?? ''}-empty`);
    mkdirSync(empty);
    try {
      writeFileSync(join(empty, 'site.yaml'), sample['site.yaml'] ?? '');
      expect(await refusal('topic --title A --summary B', open(empty))).toMatchInlineSnapshot(
        `"There is no edition in content/ yet. Make one first: npm run new -- edition, and the name of its folder, such as the year."`,
      );
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});

describe('addEdition refuses', () => {
  it('a name that is missing, invalid, reserved or taken', async () => {
    expect(await refusal('edition')).toMatchInlineSnapshot(
      `"Write the name of its folder after "edition", such as the year. Nothing was written."`,
    );
    expect(await refusal("edition 'Spring 2031'")).toMatchInlineSnapshot(
      `"A folder cannot be called "Spring 2031". Use small letters, digits and hyphens only, such as the year. Nothing was written."`,
    );
    expect(await refusal('edition history')).toMatchInlineSnapshot(
      `""history" is the name of something else on the site. Give the folder another name, such as the year. Nothing was written."`,
    );
    expect(await refusal('edition 2030')).toMatchInlineSnapshot(
      `"content/2030/ already exists. Give the new edition another name. Nothing was written."`,
    );
  });

  it('a copy of an unknown edition, or from another day of the week', async () => {
    expect(await refusal('edition 2031 --from 2029')).toMatchInlineSnapshot(
      `"--from cannot be "2029". Write one of 2030."`,
    );
    expect(await refusal('edition 2031 --starts 2031-03-03')).toMatchInlineSnapshot(
      `"Write --from with the edition that is held again, or --start with the first day of a new one. Nothing was written."`,
    );
    expect(await refusal('edition 2031 --from 2030 --starts 2031-3-3')).toMatchInlineSnapshot(
      `"--starts: "start" must be written like 2022-03-07, with all digits, but this is "2031-3-3". Write "start: 2031-03-03". Nothing was written."`,
    );
    expect(await refusal('edition 2031 --from 2030 --starts 2031-03-04')).toMatchInlineSnapshot(
      `"--starts: Tuesday, 4 March 2031 is another day of the week than Monday, 4 March 2030, on which 2030 began. Dates move by whole weeks, so that each keeps its day of the week. Write 2031-03-03 or 2031-03-10. Nothing was written."`,
    );
    expect(await refusal('edition 2031 --from 2030 --title Other')).toMatchInlineSnapshot(
      `"With --from all texts are copied, so no other field can be given. Change the new files afterwards. Nothing was written."`,
    );
  });

  it('missing and wrong fields of programme, phase and week, named by their flags', async () => {
    expect(
      await refusal(
        'edition 2031 --start 2031-03-03 --end 2031-03-01 --timezone Europe/Geneva --goal G --phase.title P',
      ),
    ).toMatchInlineSnapshot(`
      "A new edition: this is missing or wrong.
      --end: "end" (2031-03-01) lies before "start" (2031-03-03). Correct one of the two. If they were swapped, write "start: 2031-03-01" and "end: 2031-03-03".
      --timezone: There is no time zone "Europe/Geneva". Did you mean "Europe/Zurich"? Write "timezone: Europe/Zurich".
      --theme: The theme, as announced.
      --audience.text: Who can take part. The sentence that visitors read.
      --cost.text: What it costs. The sentence that visitors read.
      --format.text: How it is held: online, in person, lectures, workshops. The sentence that visitors read.
      --phase.activity: What is done in its weeks, as the schedule's column is headed.
      --week.title: The title of a week that has no topic.
      Nothing was written."
    `);
  });

  it('a copy of an edition with errors', async () => {
    const file = join(dir, paths.event);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('person: ada', 'person: adda'));
    try {
      expect(await refusal('edition 2031 --from 2030', open(dir))).toMatchInlineSnapshot(`
        "content/2030/events/kick-off.mdx:10:13 error reference-unknown
          There is no "adda" in people/. Did you mean "ada"?
          Allowed: ada.
          Write "person: ada".

        More about each: docs/errors.md#reference-unknown

        Nothing was written, since content/2030/ has 1 error."
      `);
    } finally {
      writeFileSync(file, text);
    }
  });

  it('content without site.yaml, and prints one to begin with', async () => {
    const file = join(dir, 'site.yaml');
    rmSync(file);
    try {
      expect(await refusal('edition 2031', open(dir))).toMatchInlineSnapshot(`
        "content/site.yaml is missing: it says what holds for all editions. Write it first, with words of your own:

        # The name of the site, the same every year.
        name: …
        # Who holds the programme.
        organiser:
          name: …
        # url: … (The public address of this site, such as https://champions.example.org.)
        # A domain of the organiser, part of every calendar id. Never change it: subscribers would get all events twice.
        calendarDomain: example.org
        # Language codes, such as en and ko; the first is the default.
        languages:
          - en
        # The edition that the home page shows: the name of its folder, such as 2022.
        current: "2031"
        # contact: … (How visitors reach the organiser.)
        # publisher: … (Who publishes this site and answers for it. A site without one is an unofficial preview.)
        # license: … (The licence of the texts and data of this site. It does not cover quotations, names, logos and images of others.)
        # host: … (Who runs the server, and keeps its logs: the page on privacy names it.)
        # accessibility: … (For the accessibility statement.)
        # reviewed: … (The day on which somebody last compared all pages with their sources.)
        # repository: … (Where these files are kept, such as https://github.com/owner/name: gives each page a link "edit this page".)
        # verificationFiles: … (HTML or XML files in public/ with which services check that the site is yours; no other such file is published.)

        Then run this command again. Nothing was written."
      `);
    } finally {
      writeFileSync(file, sample['site.yaml'] ?? '');
    }
  });

  it('to overwrite a file', async () => {
    const before = listAll(dir);
    const files = new Map([
      ['2030/people/bo.yaml', 'new'],
      ['2030/programme.yaml', 'other'],
    ]);
    await expect(writeNewFiles(workspace, files)).rejects.toThrow(
      '2030/programme.yaml already exists. Nothing was written.',
    );
    expect(readFileSync(join(dir, '2030/programme.yaml'), 'utf8')).toBe(sample['2030/programme.yaml']);
    expect(listAll(dir)).toEqual(before);
  });

  it('to leave some of its files behind if one cannot be written', async () => {
    const files = new Map([
      ['2030/people/bo.yaml', 'new'],
      ['2030/programme.yaml/inside-a-file.yaml', 'impossible'],
    ]);
    await expect(writeNewFiles(workspace, files)).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(listAll(dir)).not.toContain('2030/people/bo.yaml');
  });
});
