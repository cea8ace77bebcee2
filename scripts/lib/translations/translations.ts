import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { readSettings } from '../../../src/pipeline/settings.ts';
import { writeConfirmation } from './confirm.ts';
import { hashText } from '../../../src/reader/ledger-file.ts';
import { findNearest } from '../../../src/model/nearest.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { fingerprint, reviewTranslations, type Review } from '../../../src/model/translation.ts';
import { countIssues } from '../../../src/format/issues.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { count, findIssues, loadContent, refuseErrors } from '../../../src/pipeline/content.ts';
import { root } from '../../../src/pipeline/environment.ts';
import { replaceFile } from '../file.ts';
import { renderReviews } from './list.ts';

interface Loaded {
  languages: string[];
  reviews: Review[];
  /** What keeps files from being read, or from being what they should be. */
  errors: Issue[];
}

/** Says how the translations stand, language by language. Writes nothing. */
export function listTranslations(lang: string | undefined): void {
  const { languages, reviews, errors } = load(lang);
  if (languages.length === 0) console.log('The site has one language, so there is nothing to translate.');
  // A file with an error is no missing one, and what is old in it shows once it can be read.
  const broken = new Set(errors.map(({ file }) => file));
  const sound = reviews.filter(({ file, original }) => !broken.has(file) && !broken.has(original.file));
  const parts = languages.map((each) =>
    renderReviews(
      each,
      sound.filter((review) => review.lang === each),
    ),
  );
  if (errors.length > 0)
    parts.push(
      `The content has ${countIssues(errors)}, and files with errors are left out here. npm run check says more.`,
    );
  console.log(parts.join('\n\n'));
}

/**
 * Notes in translations what their originals say now. It writes that one field, each file at once and whole.
 * @param names files as they are named on the command line, or `all`
 * @throws PlainError, before anything is written, if a name is no translation or the content has errors
 */
export async function confirmTranslations(names: readonly string[], lang: string | undefined): Promise<void> {
  const { reviews, errors } = load(lang);
  refuseErrors(errors, 'Nothing was written, since the content has');
  if (names.length === 0)
    throw new PlainError(
      'Name the files whose words are up to date after --confirm, or write "--confirm all".',
    );
  const translated = reviews.filter(({ translation }) => translation !== undefined);
  const chosen = names.includes('all')
    ? translated
    : [...new Set(names)].map((name) => findReview(name, translated));
  const stale = chosen.filter(({ changes }) => changes?.length !== 0);
  const written = await Promise.all(stale.map(rewrite));
  for (const { path, text } of written) await replaceFile(path, text);
  for (const { file } of stale) console.log(`${file} is confirmed.`);
  const others = chosen.length - stale.length;
  console.log(
    stale.length === 0
      ? 'Nothing was written: all of it was up to date.'
      : `${count(stale, 'file')} confirmed${others > 0 ? `, ${others} up to date before` : ''}. Look at them with git diff, and commit them.`,
  );
}

/** The new text of a translation's file. */
async function rewrite({ file, original }: Review): Promise<{ path: string; text: string }> {
  const path = join(root, file);
  const text = writeConfirmation(await readFile(path, 'utf8'), fingerprint(original, hashText));
  if (text === undefined)
    throw new PlainError(
      `${file} has no place for the field "translates". Write its fields one "key: value" a line. Nothing was written.`,
    );
  return { path, text };
}

function load(lang: string | undefined): Loaded {
  const settings = readSettings(process.env, root);
  const content = loadContent(settings);
  const errors = findIssues(settings, content).filter(({ severity }) => severity === 'error');
  const languages = content.library.originals.site[0]?.data.languages.slice(1) ?? [];
  const reviews = reviewTranslations(content.library, hashText);
  if (lang === undefined) return { languages, reviews, errors };
  if (!languages.includes(lang)) {
    const nearest = findNearest(lang, languages);
    throw new PlainError(
      `The site is not translated into "${lang}".${nearest ? ` Did you mean "${nearest}"?` : ''}${languages.length > 0 ? ` Write --lang with one of ${languages.join(', ')}.` : ''}`,
    );
  }
  return { languages: [lang], reviews: reviews.filter((review) => review.lang === lang), errors };
}

/** @throws PlainError if no translation, or more than one, has that name */
function findReview(name: string, reviews: readonly Review[]): Review {
  const path = relative(root, resolve(root, name)).replaceAll('\\', '/');
  const found = reviews.filter(({ file }) => file === path || file.endsWith(`/${path}`));
  const [only, ...more] = found.some(({ file }) => file === path)
    ? found.filter(({ file }) => file === path)
    : found;
  if (only && more.length === 0) return only;
  const translations = reviews.filter(({ original }) => original.file === path).map(({ file }) => file);
  const nearest = findNearest(
    path,
    reviews.map(({ file }) => file),
  );
  const help = only
    ? `Write which one you mean: ${found.map(({ file }) => file).join(', ')}.`
    : translations.length > 0
      ? `It is an original. Write the file of its translation: ${translations.join(', ')}.`
      : nearest
        ? `Did you mean ${nearest}?`
        : 'npm run translations lists them.';
  throw new PlainError(
    `${name} is ${only ? 'the name of several translations' : 'no translation'}. ${help} Nothing was written.`,
  );
}
