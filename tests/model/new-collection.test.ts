import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, engine, type Project } from '../project.ts';

/** Prints the mentors of programme.json in each language. */
const printMentors = `
import { exportProgramme } from '../src/exports/programme-json.ts';
import { root } from '../src/pipeline/environment.ts';
import { loadSite } from '../src/pipeline/load.ts';
import { readSettings } from '../src/pipeline/settings.ts';

const urls = { urlTo: (address) => address, fileUrlTo: (path) => path };
const { model } = await loadSite(readSettings({}, root), { now: new Date() });
const mentors = model.published.map((site) => {
  const programme = site.programmes.find(({ edition }) => edition === '2022');
  return exportProgramme(site, programme, urls).mentors;
});
console.log(JSON.stringify(mentors));
`;

let project: Project;
const at = (path: string) => join(project.root, path);
const read = (path: string) => readFileSync(at(path), 'utf8');
function git(...args: string[]): void {
  const settings = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  execFileSync('git', [...settings, ...args], { cwd: project.root });
}
function insert(path: string, before: string, text: string): void {
  const old = read(path);
  if (!old.includes(before)) throw new Error(`${path} does not have "${before}".`);
  writeFileSync(at(path), old.replace(before, text + before));
}

/** "Add a collection" of docs/architecture.md, with data only. */
beforeAll(() => {
  project = copyProject(undefined, [...engine, 'scripts', 'content', 'public', 'package.json']);
  writeFileSync(
    at('src/model/schemas/mentor.ts'),
    `import { z } from 'zod';
import { words } from '../text.ts';

/** \`mentors/*.yaml\`. */
export const mentorSchema = z.strictObject({
  name: words('The name, as the mentor writes it.'),
  expertise: words('What the mentor helps with.').optional(),
});
`,
  );
  const registry = 'src/model/registry.ts';
  insert(registry, 'import { pageSchema', `import { mentorSchema } from './schemas/mentor.ts';\n`);
  insert(
    registry,
    '  pages: {',
    `  mentors: {
    schema: mentorSchema,
    ending: 'yaml',
    location: 'edition-folder',
    noun: 'mentor',
    title: 'A mentor',
    description: 'Somebody who advises the teams.',
    page: undefined,
  },
`,
  );
  insert('src/i18n/en.json', '  "report.field.fact"', '  "report.field.expertise": "the field",\n');
  insert('src/i18n/ko.json', '  "report.field.fact"', '  "report.field.expertise": "분야",\n');
  insert('src/i18n/en.json', '  "report.subject.page"', '  "report.subject.mentor": "the mentor {title}",\n');
  insert('src/i18n/ko.json', '  "report.subject.page"', '  "report.subject.mentor": "멘토 {title}",\n');
  mkdirSync(at('content/2022/mentors'));
  writeFileSync(at('content/2022/mentors/ada.yaml'), 'name: Ada Bird\nexpertise: Soil\n');
  writeFileSync(at('content/2022/mentors/ada.ko.yaml'), 'name: 에이다 버드\nexpertise: 흙\n');
  writeFileSync(at('scripts/print-mentors.ts'), printMentors);
});
afterAll(() => project.remove());

describe('a new collection', { timeout: 120_000 }, () => {
  it('is read, exported in each language, and added to by npm run new', async () => {
    const added = await project.run('new', { args: ['mentor', '--edition', '2022', '--name', 'Bo Fern'] });
    expect(added.output).toContain('content/2022/mentors/bo-fern.yaml is written.');
    const { output } = await project.run('print-mentors');
    const bo = { id: 'bo-fern', name: { text: 'Bo Fern', lang: 'en' } };
    expect(JSON.parse(output)).toEqual([
      [{ id: 'ada', name: { text: 'Ada Bird', lang: 'en' }, expertise: { text: 'Soil', lang: 'en' } }, bo],
      [{ id: 'ada', name: { text: '에이다 버드', lang: 'ko' }, expertise: { text: '흙', lang: 'ko' } }, bo],
    ]);
  });

  it('is in the report of changes', async () => {
    git('init', '--quiet');
    git('add', 'content');
    git('commit', '--quiet', '--message', 'A first state');
    writeFileSync(at('content/2022/mentors/ada.yaml'), 'name: Ada Byrd\nexpertise: Clay\n');
    const { output } = await project.run('changes');
    expect(output).toContain('The mentor “Ada Bird” is now called “Ada Byrd”.');
    expect(output).toContain('The field of the mentor “Ada Byrd” is now “Clay” instead of “Soil”.');
    expect(output).toContain('content/2022/mentors/ada.ko.yaml (Korean): the title, the field');
  });

  it('is checked', async () => {
    writeFileSync(at('content/2022/mentors/cy.yaml'), 'name: Cy\nexpertize: Water\n');
    const { code, output } = await project.run('check');
    expect(output).toContain('content/2022/mentors/cy.yaml:2:1 error');
    expect(output).toContain('expertise');
    expect(code).toBe(1);
  });

  it('is in the field reference and the hints of the editor', async () => {
    expect((await project.run('reference')).code).toBe(0);
    expect(read('docs/fields.md')).toContain('What the mentor helps with.');
    expect(read('.vscode/schemas/mentors.json')).toContain('The name, as the mentor writes it.');
    expect(read('.vscode/settings.json')).toContain('mentors');
  });
});
