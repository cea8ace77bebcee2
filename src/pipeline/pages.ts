import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { toEnvironment } from './settings.ts';
import { PlainError } from './error.ts';
import { count } from './content.ts';
import { root } from './environment.ts';
import { listenToLog } from './log.ts';
import { keepOwnHashes } from './policy.ts';
import { removeMetadata } from './public.ts';
import type { BuildContext } from './context.ts';

/** A programme without partners, prizes or history is none the worse, but Astro warns of it. */
const isEmptyCollection = /^The collection .* does not exist or is empty/;

/** Has Astro build the pages, beside which it copies the files of public/. What Astro calls an error stops the build, also where Astro itself goes on. */
export async function buildPages({ settings, content, address, site, work }: BuildContext): Promise<string> {
  Object.assign(process.env, toEnvironment(settings, address));
  // Loaded late, so that errors in the content show a second sooner.
  const { build } = await import('astro');
  const warnings: string[] = [];
  const errors: string[] = [];
  await listenToLog(
    ({ level, label, message }) => {
      if ((level !== 'warn' && level !== 'error') || isEmptyCollection.test(message)) return;
      const text = `Astro ${level === 'warn' ? 'warns' : 'reports an error'}${label === null ? '' : ` (${label})`}: ${stripVTControlCharacters(message)}`;
      console.error(text);
      (level === 'warn' ? warnings : errors).push(text);
    },
    () =>
      build({
        root,
        ...address,
        outDir: site,
        publicDir: settings.publicDir,
        // In the usual place, data of an earlier build would be taken for this one's.
        cacheDir: join(work, 'cache'),
        vite: { cacheDir: join(work, 'vite') },
        logLevel: 'warn',
        logger: { entrypoint: join(root, 'src/pipeline/log.ts') },
      }),
  );
  if (errors.length > 0)
    throw new PlainError('Nothing was published, since Astro reported the errors above.');
  const cleaned = await removeMetadata(site, content.publicFiles);
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html'));
  for (const page of pages.map((file) => join(site, file))) {
    await writeFile(page, keepOwnHashes(await readFile(page, 'utf8')));
  }
  return [
    count(pages, 'page'),
    ...(cleaned > 0 ? [`metadata removed from ${cleaned} picture(s)`] : []),
    ...(warnings.length > 0 ? [count(warnings, 'warning')] : []),
  ].join(', ');
}
