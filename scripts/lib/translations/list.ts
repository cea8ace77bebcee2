import type { Review } from '../../../src/model/translation.ts';
import { describeChange, describeMissing } from '../../../src/model/translation-words.ts';
import { count } from '../../../src/pipeline/content.ts';

/** Files that stand in one way, each with what there is to say of it. */
interface Block {
  title: string;
  entries: { file: string; details: string[] }[];
}

/** The state of one language in words: what is old, never compared, and not there, file by file. */
export function renderReviews(lang: string, reviews: readonly Review[]): string {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(lang) ?? lang;
  const translated = reviews.filter(({ translation }) => translation !== undefined);
  const list = (found: readonly Review[], detail: (review: Review) => string[]): Block['entries'] =>
    found.map((review) => ({ file: review.file, details: detail(review) }));
  const old = translated.filter(({ changes }) => changes && changes.length > 0);
  const unconfirmed = translated.filter(({ changes }) => changes === undefined);
  const absent = reviews.filter(({ translation }) => translation === undefined);
  const partial = translated.filter(({ missing }) => missing.length > 0);
  const blocks: Block[] = [
    {
      title: 'Old: the original has changed since the words were compared with it',
      entries: list(old, ({ changes = [] }) => changes.map(describeChange)),
    },
    { title: 'Never compared with the original, as far as is noted', entries: list(unconfirmed, () => []) },
    { title: 'Not translated: pages show the original', entries: list(absent, () => []) },
    {
      title: 'Words that are missing: pages show those of the original',
      entries: list(partial, ({ missing }) => missing.map(describeMissing)),
    },
  ];
  const upToDate = translated.length - old.length - unconfirmed.length;
  const counts = [
    `${upToDate} of ${count(translated, 'translation')} up to date`,
    ...(absent.length > 0 ? [`${count(absent, 'file')} not translated`] : []),
    ...(partial.length > 0 ? [`words missing in ${count(partial, 'file')}`] : []),
  ].join(', ');
  return [
    `${name} (${lang}): ${counts}.`,
    ...blocks.filter(({ entries }) => entries.length > 0).map(renderBlock),
    ...(upToDate < translated.length
      ? ['Once the words of a file are up to date, run npm run translations -- --confirm and its name.']
      : []),
  ].join('\n\n');
}

function renderBlock({ title, entries }: Block): string {
  const lines = entries.flatMap(({ file, details }) => [
    `  ${file}`,
    ...details.map((detail) => `    ${detail}`),
  ]);
  return [`${title} (${entries.length})`, ...lines].join('\n');
}
