import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { resolveAddress, type Address, type Settings } from './settings.ts';
import { hashText, readLedgers } from '../calendar/ledger-file.ts';
import { readContent, type ReadContent } from '../reader/read.ts';
import { checkLibrary } from '../model/validate.ts';
import type { CollectionName } from '../model/registry.ts';
import { compareIssues, type Issue } from '../model/issue.ts';
import { checkTranslationAge } from '../model/rules/translation.ts';
import { countIssues, hasErrors, renderText } from '../format/issues.ts';
import { PlainError } from './error.ts';
import { root } from './environment.ts';
import type { BuildContext } from './steps.ts';

/**
 * Reads the content that the settings name.
 * @throws PlainError if there is none
 */
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

/**
 * Everything that is wrong or odd with content: the one list that the check, the build and the
 * development server show.
 * @param label how issues name the content folder, where that is another than the one that is read
 */
export function findIssues(
  settings: Settings,
  content: ReadContent,
  label: string = labelOf(settings),
): Issue[] {
  const found = checkLibrary(content.library, {
    now: new Date(),
    publicFiles: listFiles(settings.publicDir),
    locales: listLocales(),
    label,
  });
  const ledgers = readLedgers(settings.contentDir, label).flatMap((ledger) => ledger.issues);
  const old = checkTranslationAge(content.library, hashText);
  return [...content.issues, ...ledgers, ...found, ...old].sort(compareIssues);
}

/** Stops the build with the whole list if anything is wrong with the content or the address; prints warnings. */
export async function checkContent({ settings, content }: BuildContext): Promise<string> {
  const issues = findIssues(settings, content);
  if (hasErrors(issues)) {
    throw new PlainError(
      `${renderText(issues)}\n\nNothing was built, since the content has ${countIssues(issues)}.`,
    );
  }
  if (issues.length > 0) console.log(`${renderText(issues)}\n`);
  addressOf(settings, content);
  return `${countContent(content)}, ${count(issues, 'warning')}`;
}

/**
 * Stops a command with the errors among issues, in the words of the check.
 * @param outcome what came of it, as the beginning of a sentence: "Nothing was written, since the content has"
 * @throws PlainError if there are any
 */
export function refuseErrors(issues: readonly Issue[], outcome: string): void {
  if (!hasErrors(issues)) return;
  const errors = issues.filter(({ severity }) => severity === 'error');
  throw new PlainError(`${renderText(errors)}\n\n${outcome} ${countIssues(errors)}.`);
}

/** What content there is, in words: "15 weeks, 3 events, 6 topics". Files that cannot be read count as well. */
export function countContent({ library }: ReadContent): string {
  const countFiles = (name: CollectionName, noun: string) =>
    count(
      [...library.originals[name], ...library.unreadable.filter((each) => each.collection === name)],
      noun,
    );
  return [countFiles('weeks', 'week'), countFiles('events', 'event'), countFiles('topics', 'topic')].join(
    ', ',
  );
}

/**
 * The files below a folder. This listing decides whether a file is there and not the file system, which
 * takes capital letters for small ones on some machines, and folders for files.
 */
function listFiles(dir: string): ReadonlySet<string> {
  const items = existsSync(dir) ? readdirSync(dir, { recursive: true, withFileTypes: true }) : [];
  const files = items
    .filter((item) => !item.isDirectory())
    .map((item) => relative(dir, join(item.parentPath, item.name)).replaceAll('\\', '/'));
  return new Set(files);
}

/** The languages that the interface has words in. */
export function listLocales(): string[] {
  const dir = join(root, 'src/i18n');
  const files = existsSync(dir) ? readdirSync(dir) : [];
  return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
}

/** How issues name the content folder: from the project's root. */
export const labelOf = (settings: Settings) => relative(root, settings.contentDir).replaceAll('\\', '/');

/** A number with its noun: "1 week", "15 weeks". */
export const count = (list: readonly unknown[], noun: string) =>
  `${list.length} ${noun}${list.length === 1 ? '' : 's'}`;
