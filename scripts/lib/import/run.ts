import { resolve } from 'node:path';
import { confirm, isCancel } from '@clack/prompts';
import type { Settings } from '../../../src/pipeline/settings.ts';
import type { Content } from '../../../src/pipeline/content.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { count } from '../../../src/pipeline/content.ts';
import { root } from '../../../src/pipeline/environment.ts';
import { rateSheet } from './choose.ts';
import type { Options } from './options.ts';
import { prepareImport, type Prepared } from './prepare.ts';
import { countPlaces, renderNext, renderPlan } from './render.ts';
import { replaceFiles } from './replace.ts';
import { readSource } from './source.ts';

/**
 * Brings a sheet or a calendar into an edition: shows what would become of each row, asks, and writes.
 * @throws PlainError if there are rows that cannot be placed, and nothing else to write
 */
export async function importFile(settings: Settings, content: Content, options: Options): Promise<void> {
  const prepared = await understand(settings, content, options).catch((error: unknown) => {
    throw error instanceof PlainError ? new PlainError(`${error.message} Nothing was written.`) : error;
  });
  const { plan, files, stale } = prepared;
  console.log(`${renderPlan(plan)}\n`);
  if (files.length === 0) {
    if (plan.troubles.length > 0)
      throw new PlainError('Nothing was written, since no row has anything new that can be placed.');
    console.log('Nothing was written: all of it is there already.');
    return;
  }
  if (!(await isAgreed(options, prepared))) return;
  await replaceFiles(files);
  console.log(renderNext(files, stale));
}

async function understand(settings: Settings, content: Content, options: Options): Promise<Prepared> {
  // npm starts a command in the project's folder, and says from which one it was called.
  const path = resolve(process.env['INIT_CWD'] ?? root, options.file);
  const source = await readSource(path, (sheet) => rateSheet(sheet, options.as));
  return prepareImport(settings, content, source, options);
}

/** Asks the person at the keyboard, if there is one and the answer is not given already. */
async function isAgreed({ isDry, isAgreed: isSaid }: Options, { plan, files }: Prepared): Promise<boolean> {
  const rows = countPlaces(plan.troubles);
  const rest = rows > 0 ? `, and leaves out what cannot be placed (${rows})` : '';
  const what = `${count(files, 'file')}${rest}`;
  if (isDry) console.log(`Nothing was written (--dry-run). Without it this writes ${what}.`);
  else if (isSaid) return true;
  else if (!process.stdin.isTTY || !process.stdout.isTTY)
    console.log(
      `Nothing was written, since there is nobody to ask. The same command with --yes writes ${what}.`,
    );
  else {
    const answer = await confirm({ message: `This writes ${what}. Go on?`, initialValue: false });
    if (!isCancel(answer) && answer) return true;
    console.log('Nothing was written.');
  }
  return false;
}
