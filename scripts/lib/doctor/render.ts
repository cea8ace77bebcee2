import { adviceTopics, type Advice } from './advice.ts';

const titles: Record<Advice['topic'], string> = {
  links: 'Links',
  pictures: 'Pictures',
  lengths: 'Lengths',
  translations: 'Translations',
  editions: 'Editions',
  site: 'The site',
};

/** Advice as text for a terminal: topic by topic, each piece with its place first so that terminals make it a link. */
export function renderAdvice(advice: readonly Advice[]): string {
  const groups = adviceTopics
    .map((topic) => ({ topic, pieces: advice.filter((piece) => piece.topic === topic) }))
    .filter(({ pieces }) => pieces.length > 0);
  const blocks = groups.flatMap(({ topic, pieces }) => [
    `${titles[topic]} (${pieces.length})`,
    ...pieces.map(
      ({ file, line, column, message, fix }) => `${file}:${line}:${column}\n  ${message}\n  ${fix}`,
    ),
  ]);
  const count = advice.length;
  const summary =
    count === 0
      ? 'There is nothing to advise.'
      : `${count} piece${count === 1 ? '' : 's'} of advice. The site can be built and published all the same.`;
  return [...blocks, summary].join('\n\n');
}
