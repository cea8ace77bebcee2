import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sample, writeSample } from '../sample.ts';
import { copyProject, type Project } from '../project.ts';

const week = 'content/2030/weeks/phase-1-week-1.ko.mdx';
const topic = 'content/2030/topics/streets.ko.mdx';

let project: Project;
beforeAll(() => {
  project = copyProject(undefined, ['src', 'scripts', 'package.json', 'public']);
  writeSample(join(project.root, 'content'), {
    // Few originals, for a short list.
    ...Object.fromEntries(Object.keys(sample).map((path) => [path, undefined])),
    ...pick('site.yaml', '2030/programme.yaml', '2030/phases/phase-1.yaml'),
    ...pick('2030/weeks/phase-1-week-1.mdx', '2030/weeks/phase-1-week-1.ko.mdx', '2030/topics/streets.mdx'),
    'site.ko.yaml': 'name: 작은 도시\norganiser:\n  name: 스몰\n',
    '2030/phases/phase-1.ko.yaml': 'title: 읽기\nactivity: 읽습니다\n',
    '2030/topics/streets.ko.mdx': '---\n# 제목은 용어집에 있다\ntitle:   "거리"\n---\n\n거리.\n',
  });
});
afterAll(() => project.remove());

const pick = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, sample[path]]));
const read = (path: string) => readFileSync(join(project.root, path), 'utf8');
function edit(path: string, from: string, to: string): void {
  const text = read(path);
  if (!text.includes(from)) throw new Error(`${path} does not have "${from}".`);
  writeFileSync(join(project.root, path), text.replace(from, to));
}
const translations = (...args: string[]) => project.run('translations', { args });

/** The files of the content folder, with the times at which they were written. */
const snapshot = () =>
  readdirSync(join(project.root, 'content'), { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => [path, statSync(join(project.root, 'content', path)).mtimeMs] as const);

describe('npm run translations', { timeout: 60_000 }, () => {
  it('lists unconfirmed, absent and incomplete translations', async () => {
    const before = snapshot();
    const { code, output } = await translations();
    expect(output).toMatchInlineSnapshot(`
      "Korean (ko): 0 of 4 translations up to date, 1 file not translated, words missing in 2 files.

      Never compared with the original, as far as is noted (4)
        content/2030/phases/phase-1.ko.yaml
        content/2030/topics/streets.ko.mdx
        content/2030/weeks/phase-1-week-1.ko.mdx
        content/site.ko.yaml

      Not translated: pages show the original (1)
        content/2030/programme.ko.yaml

      Words that are missing: pages show those of the original (2)
        content/2030/topics/streets.ko.mdx
          "summary": “All about streets.”
        content/site.ko.yaml
          "name" of "publisher": “Small”
          "name" of "license": “CC BY 4.0”
          "name" of "host": “Small Hosting”
          "method" of "accessibility": “By hand.”

      Once the words of a file are up to date, run npm run translations -- --confirm and its name.
      "
    `);
    expect(code).toBe(0);
    expect(snapshot()).toEqual(before);
  });

  it('confirms a file, and writes no other field', async () => {
    const original = read(topic);
    expect(await translations('--confirm', topic)).toEqual({
      code: 0,
      output: `${topic} is confirmed.\n1 file confirmed. Look at them with git diff, and commit them.\n`,
    });
    const [above = '', below = ''] = original.split('"거리"\n');
    expect(read(topic).startsWith(`${above}"거리"\ntranslates: # written by npm run translations\n`)).toBe(
      true,
    );
    expect(read(topic).endsWith(below)).toBe(true);
    expect((await translations()).output).toContain('Korean (ko): 1 of 4 translations up to date');
    const before = snapshot();
    expect((await translations('--confirm', 'streets.ko.mdx')).output).toBe(
      'Nothing was written: all of it was up to date.\n',
    );
    expect(snapshot()).toEqual(before);
  });

  it('confirms all, after which the check has no warnings', async () => {
    const { code, output } = await translations('--confirm', 'all', '--lang', 'ko');
    expect(output).toContain('3 files confirmed, 1 up to date before.');
    expect(code).toBe(0);
    expect((await project.run('check')).output).not.toContain('translation-');
  });

  it('lists changes of the original, as the check does', async () => {
    edit('content/2030/topics/streets.mdx', 'title: Streets', 'title: Streets and squares');
    edit('content/2030/topics/streets.mdx', 'They do.', 'They do, and squares have four.');
    edit('content/2030/weeks/phase-1-week-1.mdx', 'start: 2030-03-04', 'start: 2030-03-05');
    const before = snapshot();
    const { output } = await translations('--lang=ko');
    expect(output).toMatchInlineSnapshot(`
      "Korean (ko): 3 of 4 translations up to date, 1 file not translated, words missing in 2 files.

      Old: the original has changed since the words were compared with it (1)
        content/2030/topics/streets.ko.mdx
          "title" is now “Streets and squares”
          the text has changed at “Two sides They do, and squares have four.”

      Not translated: pages show the original (1)
        content/2030/programme.ko.yaml

      Words that are missing: pages show those of the original (2)
        content/2030/topics/streets.ko.mdx
          "summary": “All about streets.”
        content/site.ko.yaml
          "name" of "publisher": “Small”
          "name" of "license": “CC BY 4.0”
          "name" of "host": “Small Hosting”
          "method" of "accessibility": “By hand.”

      Once the words of a file are up to date, run npm run translations -- --confirm and its name.
      "
    `);
    const check = await project.run('check');
    expect(check.output).toContain(`${topic}:4:1 warning translation-old`);
    expect(check.output).not.toContain(week);
    expect(check.code).toBe(0);
    expect(snapshot()).toEqual(before);
    await translations('--confirm', topic);
    expect((await project.run('check')).output).not.toContain('translation-');
  });

  it('explains invalid arguments, and writes nothing', async () => {
    writeFileSync(join(project.root, 'content/site.ko.yaml'), 'name: 작은 도시\n');
    const before = snapshot();
    const refused = async (...args: string[]) => {
      const { code, output } = await translations(...args);
      expect(code).toBe(1);
      return output.trim();
    };
    expect(await refused('--confirm', 'content/site.ko.yaml', 'content/2030/topics/streets.mdx')).toBe(
      `content/2030/topics/streets.mdx is no translation. It is an original. Write the file of its translation: ${topic}. Nothing was written.`,
    );
    expect(await refused('--confirm', 'content/2030/topics/street.ko.mdx')).toContain(
      `Did you mean ${topic}?`,
    );
    expect(await refused('--confirm')).toContain('write "--confirm all"');
    expect(await refused(topic)).toContain(`npm run translations -- --confirm ${topic}`);
    expect(await refused('--lang', 'kr')).toContain('Did you mean "ko"?');
    expect(await refused('--lang', 'en')).toContain('Write --lang with one of ko.');
    expect(await refused('--confrm')).toContain("Unknown option '--confrm'");
    expect(snapshot()).toEqual(before);
  });

  it('leaves out files with errors, and confirms nothing', async () => {
    edit(topic, 'title:   "거리"', 'title:   "거리');
    const before = snapshot();
    const { code, output } = await translations();
    expect(output).not.toContain(topic);
    expect(output).toContain('files with errors are left out here');
    expect(code).toBe(0);
    const refused = await translations('--confirm', 'all');
    expect(refused.output).toContain('Nothing was written, since the content has 1 error.');
    expect(refused.code).toBe(1);
    expect(snapshot()).toEqual(before);
  });
});
