import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { hashText } from '../../../src/reader/ledger-file.ts';
import { countIssues } from '../../../src/format/issues.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { findNearest } from '../../../src/model/nearest.ts';
import { fingerprint, reviewTranslations, type Review } from '../../../src/model/translation.ts';
import { count, findIssues, loadContent, refuseErrors } from '../../../src/pipeline/content.ts';
import { root } from '../../../src/pipeline/environment.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { readSettings } from '../../../src/pipeline/settings.ts';
import { replaceFile } from '../file.ts';
import { renderReviews } from './render.ts';
import { writeFingerprints } from './write-fingerprints.ts';

/** Prints the state of the translations, by language. */
export function listTranslations(lang: string | undefined): void {
  const { languages, reviews, errors } = loadReviews(lang);
  if (languages.length === 0) console.log('The site has one language, so there is nothing to translate.');
  // Files with errors cannot be reviewed.
  const invalid = errors.map(({ file }) => file);
  const valid = reviews.filter(
    ({ file, original }) => !invalid.includes(file) && !invalid.includes(original.file),
  );
  const parts = languages.map((each) =>
    renderReviews(
      each,
      valid.filter((review) => review.lang === each),
    ),
  );
  if (errors.length > 0)
    parts.push(
      `The content has ${countIssues(errors)}, and files with errors are left out here. npm run check says more.`,
    );
  console.log(parts.join('\n\n'));
}

/**
 * Writes fingerprints of the originals into translations, which marks them as up to date.
 * @param names files as they were typed, or `all`
 * @throws PlainError, before anything is written, if a name is no translation or the content has errors
 */
export async function confirmTranslations(names: readonly string[], lang: string | undefined): Promise<void> {
  const { reviews, errors } = loadReviews(lang);
  refuseErrors(errors, 'Nothing was written, since the content has');
  if (names.length === 0)
    throw new PlainError(
      'Name the files whose words are up to date after --confirm, or write "--confirm all".',
    );
  const translated = reviews.filter(({ translation }) => translation !== undefined);
  const chosen = names.includes('all')
    ? translated
    : [...new Set(names)].map((name) => findReview(name, translated));
  const outdated = chosen.filter(({ changes }) => changes?.length !== 0);
  const files = await Promise.all(outdated.map(confirm));
  for (const { path, text } of files) await replaceFile(path, text);
  for (const { file } of outdated) console.log(`${file} is confirmed.`);
  const others = chosen.length - outdated.length;
  console.log(
    outdated.length === 0
      ? 'Nothing was written: all of it was up to date.'
      : `${count(outdated, 'file')} confirmed${others > 0 ? `, ${others} up to date before` : ''}. Look at them with git diff, and commit them.`,
  );
}

/** @returns the path and the new text of a translation */
async function confirm({ file, original }: Review): Promise<{ path: string; text: string }> {
  const path = join(root, file);
  const text = writeFingerprints(await readFile(path, 'utf8'), fingerprint(original, hashText));
  if (text === undefined)
    throw new PlainError(
      `${file} has no place for the field "translates". Write its fields one "key: value" a line. Nothing was written.`,
    );
  return { path, text };
}

/**
 * @param lang a language of the site; without it, all but the default one
 * @throws PlainError if the site has no such language
 */
function loadReviews(lang: string | undefined): { languages: string[]; reviews: Review[]; errors: Issue[] } {
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

/**
 * Finds a translation by its path or the end of it.
 * @throws PlainError if there is none, or more than one
 */
function findReview(name: string, reviews: readonly Review[]): Review {
  const refuse = (what: string, help: string) =>
    new PlainError(`${name} is ${what}. ${help} Nothing was written.`);
  const path = relative(root, resolve(root, name)).replaceAll('\\', '/');
  const exact = reviews.find(({ file }) => file === path);
  const [found, ...others] = exact ? [exact] : reviews.filter(({ file }) => file.endsWith(`/${path}`));
  if (found && others.length > 0) {
    const files = [found, ...others].map(({ file }) => file).join(', ');
    throw refuse('the name of several translations', `Write which one you mean: ${files}.`);
  }
  if (found) return found;
  const translations = reviews.filter(({ original }) => original.file === path).map(({ file }) => file);
  if (translations.length > 0)
    throw refuse(
      'no translation',
      `It is an original. Write the file of its translation: ${translations.join(', ')}.`,
    );
  const files = reviews.map(({ file }) => file);
  const nearest = findNearest(path, files);
  throw refuse('no translation', nearest ? `Did you mean ${nearest}?` : 'npm run translations lists them.');
}
