import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { countIssues, hasErrors, renderText } from '../format/issues.ts';
import { issueAt } from '../model/entry.ts';
import { compareIssues, type Issue } from '../model/issue.ts';
import type { CollectionName } from '../model/registry.ts';
import { checkTranslationAge } from '../model/rules/translation.ts';
import { checkLibrary } from '../model/validate.ts';
import { hashText, type LedgerFile } from '../reader/ledger-file.ts';
import { readContent, type ReadContent } from '../reader/read.ts';
import { root } from './environment.ts';
import { PlainError } from './error.ts';
import { publishedBranch, readPublishedLedgers } from './git.ts';
import { examinePublic, listPublic } from './public.ts';
import type { Settings } from './settings.ts';

/** Everything that is read of a site, once. */
export interface Content extends ReadContent {
  /** The ledgers of the last publication. */
  ledgers: LedgerFile[];
  /** The files of public/: paths inside the folder, with forward slashes. */
  publicFiles: ReadonlySet<string>;
  /** What is wrong with them. */
  publicIssues: Issue[];
}

/**
 * Reads content, ledgers and the names of public files. The ledgers are those of the branch `published` if there is
 * one; a publishing build takes those in the folder.
 * @param label how issues name the content folder, if it is another than the one that is read
 * @throws PlainError if there is no content, or a publishing build lacks a ledger that was published
 */
export function loadContent(settings: Settings, label: string = labelOf(settings)): Content {
  const { contentDir, publicDir, publish } = settings;
  if (!existsSync(contentDir)) {
    throw new PlainError(
      `There is no content in ${contentDir}. Set CONTENT_DIR to the folder that has site.yaml.`,
    );
  }
  const { files, issues: publicIssues } = listPublic(publicDir);
  const content = { ...readContent(contentDir, label), publicFiles: new Set(files), publicIssues };
  const published = readPublishedLedgers(contentDir);
  if (!published) return content;
  if (publish) {
    refuseMissing(published, content.ledgers);
    return content;
  }
  const issues = [...content.issues, ...content.ledgers.map(warnUnused)];
  return { ...content, issues, ledgers: published };
}

/** The same content with everything that is wrong with what is in the files of public/. */
export async function examineFiles({ publicDir }: Settings, content: Content): Promise<Content> {
  const { library, publicFiles, publicIssues } = content;
  const { verificationFiles } = library.originals.site[0]?.data ?? {};
  const found = await examinePublic(
    publicDir,
    { files: [...publicFiles], issues: publicIssues },
    verificationFiles,
  );
  return { ...content, publicIssues: [...publicIssues, ...found] };
}

/** @throws PlainError if an edition has lost its ledger: its events would begin anew for subscribers */
function refuseMissing(published: readonly LedgerFile[], ledgers: readonly LedgerFile[]): void {
  const lost = published.filter(({ edition }) => !ledgers.some((ledger) => ledger.edition === edition));
  if (lost.length === 0) return;
  throw new PlainError(
    `The ledger of ${lost.map(({ edition }) => edition).join(', ')} is missing here, and ${publishedBranch} has it. Without it subscribers would get every event anew. Publish with the workflow "Publish", and build the branch published: docs/publishing.md.`,
  );
}

const warnUnused = ({ file }: LedgerFile): Issue => ({
  ...issueAt(
    { file, positions: {} },
    {
      severity: 'warning',
      code: 'ledger-unused',
      message: 'Nothing reads this ledger: publishing keeps the ledgers on the branch published.',
      fix: 'Delete this file. To change what was published, open a pull request whose base is the branch published: docs/publishing.md.',
    },
  ),
});

/**
 * Every issue of the content: what the check, the build and the development server show.
 * @param now the instant of the check, for rules that compare with today
 */
export function findIssues(
  settings: Settings,
  { library, issues, ledgers, publicFiles, publicIssues }: Content,
  label: string = labelOf(settings),
  now = new Date(),
): Issue[] {
  const found = checkLibrary(library, {
    now,
    publicFiles,
    locales: listLocales(),
    publish: settings.publish,
    label,
  });
  const old = checkTranslationAge(library, hashText);
  const ofLedgers = ledgers.flatMap((ledger) => ledger.issues);
  return [...issues, ...publicIssues, ...ofLedgers, ...found, ...old].sort(compareIssues);
}

/**
 * Stops a command if there are errors among the issues.
 * @param outcome the beginning of the last sentence: "Nothing was written, since the content has"
 * @throws PlainError with the errors as the check prints them
 */
export function refuseErrors(issues: readonly Issue[], outcome: string): void {
  if (!hasErrors(issues)) return;
  const errors = issues.filter(({ severity }) => severity === 'error');
  throw new PlainError(`${renderText(errors)}\n\n${outcome} ${countIssues(errors)}.`);
}

/** Counts the content: "15 weeks, 3 events, 6 topics". Files that cannot be read count as well. */
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

/** Locales with UI translations. */
export function listLocales(): string[] {
  const dir = join(root, 'src/i18n');
  const files = existsSync(dir) ? readdirSync(dir) : [];
  return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
}

/** How issues name the content folder: its path from the project's root. */
export const labelOf = (settings: Settings) => relative(root, settings.contentDir).replaceAll('\\', '/');

/** A number with its noun: "1 week", "15 weeks". */
export const count = (list: readonly unknown[], noun: string) =>
  `${list.length} ${noun}${list.length === 1 ? '' : 's'}`;
