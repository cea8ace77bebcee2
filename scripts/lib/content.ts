import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { resolveAddress, type Address, type Settings } from '../../src/build/settings.ts';
import { readContent, type ReadContent } from '../../src/content/read.ts';
import { checkLibrary } from '../../src/domain/check.ts';
import { renderText } from '../../src/format/issues.ts';
import { PlainError } from './command.ts';
import { root } from './environment.ts';
import type { BuildContext } from './steps.ts';

/** Reads the content that the settings name. */
export function loadContent(settings: Settings): ReadContent {
  if (!existsSync(settings.contentDir)) {
    throw new PlainError(
      `There is no content in ${settings.contentDir}. Set CONTENT_DIR to the folder that has site.yaml.`,
    );
  }
  return readContent(settings.contentDir, labelOf(settings));
}

/** The address of the site: the environment's, or that of site.yaml. */
export function addressOf(settings: Settings, content: ReadContent): Address {
  return resolveAddress(settings, content.library.originals.site[0]?.data.url);
}

/** Stops the build with the whole list if anything is wrong with the content or the address; prints warnings. */
export async function checkContent({ settings, content }: BuildContext): Promise<string> {
  const { library } = content;
  const problems = [
    ...content.problems,
    ...checkLibrary(library, {
      today: new Date().toISOString().slice(0, 10),
      hasFile: (path) => existsSync(join(settings.publicDir, path)),
      label: labelOf(settings),
    }),
  ];
  if (problems.some((problem) => problem.severity === 'error')) {
    throw new PlainError(`${renderText(problems)}\n\nNothing was built, since the content has errors.`);
  }
  if (problems.length > 0) console.log(`${renderText(problems)}\n`);
  addressOf(settings, content);
  const { weeks, events, topics } = library.originals;
  return `${count(weeks, 'week')}, ${count(events, 'event')}, ${count(topics, 'topic')}, ${count(problems, 'warning')}`;
}

const labelOf = (settings: Settings) => relative(root, settings.contentDir).replaceAll('\\', '/');

/** A number with its noun: "1 week", "15 weeks". */
export const count = (list: readonly unknown[], noun: string) =>
  `${list.length} ${noun}${list.length === 1 ? '' : 's'}`;
