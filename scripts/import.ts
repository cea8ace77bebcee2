import { resolve } from 'node:path';
import { confirm } from '@clack/prompts';
import { readSettings } from '../src/pipeline/settings.ts';
import { runCommand } from './lib/command.ts';
import { PlainError } from '../src/pipeline/error.ts';
import { count, loadContent } from '../src/pipeline/content.ts';
import { root } from '../src/pipeline/environment.ts';
import { replaceFiles } from './lib/file.ts';
import { readOptions, type Options } from './lib/import/options.ts';
import { planImport, type Plan } from './lib/import/plan.ts';
import { countRows, renderNextSteps, renderPlan } from './lib/import/render.ts';
import { readSource } from './lib/import/source.ts';

// npm run import -- FILE [--as weeks|events|partners|prizes] [--edition 2030] [--sheet NAME] [--dates dmy|mdy]
//   [--phase 1] [--list domestic|international] [--attendance online] [--dry-run] [--yes]
await runCommand(async () => {
  const options = readOptions(process.argv.slice(2), process.env);
  const plan = await makePlan(options).catch((error: unknown) => {
    throw error instanceof PlainError ? new PlainError(`${error.message} Nothing was written.`) : error;
  });
  console.log(`${renderPlan(plan)}\n`);
  if (plan.files.length === 0) {
    if (plan.errors.length > 0)
      throw new PlainError('Nothing was written, since no row has anything new that can be placed.');
    console.log('Nothing was written: all of it is there already.');
  } else if (await isConfirmed(options, plan)) {
    await replaceFiles(plan.files);
    console.log(renderNextSteps(plan));
  }
});

async function makePlan(options: Options): Promise<Plan> {
  const settings = readSettings(process.env, root);
  const content = loadContent(settings);
  // npm starts a command in the project's folder, and says from which one it was called.
  const path = resolve(process.env['INIT_CWD'] ?? root, options.file);
  return planImport(settings, content, await readSource(path, options.as), options);
}

/** Asks the person at the keyboard, unless the options answer or there is nobody. */
async function isConfirmed(options: Options, { files, errors }: Plan): Promise<boolean> {
  const rows = countRows(errors);
  const what = `${count(files, 'file')}${rows > 0 ? `, and leaves out what cannot be placed (${rows})` : ''}`;
  if (options.isDryRun) {
    console.log(`Nothing was written (--dry-run). Without it this writes ${what}.`);
    return false;
  }
  if (options.isConfirmed) return true;
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    console.log(
      `Nothing was written, since there is nobody to ask. The same command with --yes writes ${what}.`,
    );
    return false;
  }
  const answer = await confirm({ message: `This writes ${what}. Go on?`, initialValue: false });
  if (answer === true) return true;
  console.log('Nothing was written.');
  return false;
}
