import type { Review } from '../../../src/model/translation.ts';
import { describeChange, describeMissing } from '../../../src/model/translation-words.ts';
import { count } from '../../../src/pipeline/content.ts';

/** Renders the state of the translations into one language: counts, then files by state. */
export function renderReviews(lang: string, reviews: readonly Review[]): string {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(lang) ?? lang;
  const translated = reviews.filter(({ translation }) => translation !== undefined);
  const outdated = translated.filter(({ changes }) => changes && changes.length > 0);
  const unconfirmed = translated.filter(({ changes }) => changes === undefined);
  const absent = reviews.filter(({ translation }) => translation === undefined);
  const incomplete = translated.filter(({ missing }) => missing.length > 0);
  const upToDate = translated.length - outdated.length - unconfirmed.length;
  const counts = [`${upToDate} of ${count(translated, 'translation')} up to date`];
  if (absent.length > 0) counts.push(`${count(absent, 'file')} not translated`);
  if (incomplete.length > 0) counts.push(`words missing in ${count(incomplete, 'file')}`);
  const blocks = [
    `${name} (${lang}): ${counts.join(', ')}.`,
    renderBlock(
      'Old: the original has changed since the words were compared with it',
      outdated,
      ({ changes = [] }) => changes.map(describeChange),
    ),
    renderBlock('Never compared with the original, as far as is noted', unconfirmed),
    renderBlock('Not translated: pages show the original', absent),
    renderBlock('Words that are missing: pages show those of the original', incomplete, ({ missing }) =>
      missing.map(describeMissing),
    ),
    upToDate < translated.length
      ? 'Once the words of a file are up to date, run npm run translations -- --confirm and its name.'
      : '',
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function renderBlock(
  title: string,
  reviews: readonly Review[],
  describe: (review: Review) => string[] = () => [],
): string {
  if (reviews.length === 0) return '';
  const lines = reviews.flatMap((review) => [
    `  ${review.file}`,
    ...describe(review).map((detail) => `    ${detail}`),
  ]);
  return [`${title} (${reviews.length})`, ...lines].join('\n');
}
