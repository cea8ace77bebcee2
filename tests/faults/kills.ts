import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../project.ts';
import { hashFolder, leftovers, runWell, type Random } from './command.ts';

/**
 * Kills builds at random moments. After each kill the last good site is there, or the new one; what a kill in the
 * middle of publishing leaves is mended by the next command.
 * @param project one whose home page is `src/pages/index.astro`
 * @returns a line for the report
 */
export async function killBuilds(project: Project, count: number, random: Random): Promise<string> {
  const dist = join(project.root, 'dist');
  const page = join(project.root, 'src/pages/index.astro');
  const states = [readFileSync(page, 'utf8'), '---\n---\n<!doctype html><title>New</title><h1>New</h1>\n'];
  const write = (index: number) => writeFileSync(page, states[index % 2] ?? '');
  const hashes: (string | undefined)[] = [];
  let longest = 0;
  for (const index of states.keys()) {
    write(index);
    const start = performance.now();
    await runWell(project, 'build');
    longest = Math.max(longest, performance.now() - start);
    hashes.push(hashFolder(dist));
  }
  let [killed, between] = [0, 0];
  for (let index = 0; index < count; index++) {
    write(index);
    const { code } = await project.run('build', { killAfter: random() * longest });
    if (code === null) killed += 1;
    const isBetween = !existsSync(dist);
    if (isBetween) between += 1;
    const site = hashFolder(isBetween ? join(project.root, '.dist-previous') : dist);
    if (site === undefined || !hashes.includes(site))
      throw new Error(`After kill ${index + 1} the site is not whole.`);
    if (index % 10 !== 9 && index !== count - 1 && !isBetween) continue;
    await runWell(project, 'build');
    if (hashFolder(dist) !== hashes[index % 2] || leftovers(dist).length > 0)
      throw new Error(`The build after kill ${index + 1} has not mended everything.`);
  }
  return `${killed} builds killed (${count - killed} had ended before), ${between} of them while publishing: the last good site was whole each time`;
}

/**
 * Kills `npm run calendar` at random moments. After each kill the ledger is the old one or the new one, whole.
 * @param ledger its path in the project
 * @param event a content file with a title, whose change the ledger takes over
 * @returns a line for the report
 */
export async function killCalendars(
  project: Project,
  { ledger, event }: { ledger: string; event: string },
  count: number,
  random: Random,
): Promise<string> {
  const read = () => readFileSync(join(project.root, ledger), 'utf8');
  const write = { args: ['--write'] };
  const start = performance.now();
  await runWell(project, 'calendar', write);
  const longest = performance.now() - start;
  const text = readFileSync(join(project.root, event), 'utf8');
  let [killed, before] = [0, read()];
  for (let index = 0; index < count; index++) {
    writeFileSync(join(project.root, event), text.replace(/^title: .*$/m, `title: Title ${index}`));
    const { code } = await project.run('calendar', { ...write, killAfter: random() * longest });
    if (code === null) killed += 1;
    const after = read();
    await runWell(project, 'calendar', write);
    const mended = read();
    const isOld = after === before;
    const isNew = withoutTimes(after) === withoutTimes(mended);
    if (!isOld && !isNew)
      throw new Error(`After kill ${index + 1} the ledger is neither the old nor the new one.`);
    before = mended;
  }
  return `${killed} runs of calendar killed (${count - killed} had ended before): the ledger was whole each time`;
}

const withoutTimes = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, '');
