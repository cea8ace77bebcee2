import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addDays } from '../../../src/model/date.ts';

/** The weeks of each synthetic edition. */
export const weeksPerEdition = 15;

/** A page of prose that every site of a comparison has. */
export interface Prose {
  edition: number;
  number: number;
  title: string;
  body: string;
}

const sentences = [
  'Teams read how a town of their choice plans its streets, and who was asked before it did.',
  'A bus that comes every ten minutes needs no timetable; one that comes every hour needs a good one.',
  'What is measured gets built, so the group lists what nobody has measured yet.',
  'Water, light and shade are drawn on one map, since a street has all three.',
  'The notes of each group are shared before the day ends.',
  'An old plan of the same place shows what has stayed and what was given up.',
];

/** The weeks of a number of editions, each with some paragraphs. The same arguments give the same prose. */
export function writeProse(editions: number): Prose[] {
  return Array.from({ length: editions * weeksPerEdition }, (_, index) => {
    const edition = 1950 + Math.floor(index / weeksPerEdition);
    const number = (index % weeksPerEdition) + 1;
    const paragraph = (start: number) =>
      Array.from({ length: 4 }, (_, each) => sentences[(index + start + each) % sentences.length]).join(' ');
    const body = [0, 2, 3].map((start) => paragraph(start)).join('\n\n');
    return { edition, number, title: `Streets and squares ${index + 1}`, body };
  });
}

/**
 * Writes a programme in English with 15 weeks in one phase for each edition, the last one the current.
 * @param dir an empty folder; it becomes a content folder
 */
export async function writeProgramme(dir: string, prose: readonly Prose[]): Promise<void> {
  const editions = [...new Set(prose.map(({ edition }) => edition))];
  const write = async (path: string, lines: string[]) => {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), `${lines.join('\n')}\n`);
  };
  await write('site.yaml', [
    'name: Small Cities',
    'organiser:',
    '  name: Small Cities Office',
    '  url: https://office.example.org/',
    'calendarDomain: office.example.org',
    'languages:',
    '  - en',
    `current: ${editions.at(-1) ?? 1950}`,
  ]);
  for (const edition of editions) {
    const first = firstDay(edition);
    await write(`${edition}/programme.yaml`, [
      `title: Small Cities ${edition}`,
      'theme: Streets that work for those who use them',
      'goal: Sharing what works in streets.',
      `start: ${first}`,
      `end: ${addDays(first, 7 * weeksPerEdition - 1)}`,
      'timezone: Europe/Zurich',
      'state: ended',
      'audience:',
      '  text: Everybody',
      'cost:',
      '  text: Free of charge',
      'format:',
      '  text: Walks and talks',
    ]);
    await write(`${edition}/phases/phase-1.yaml`, ['number: 1', 'title: Streets', 'activity: Reading']);
  }
  for (const { edition, number, title, body } of prose) {
    const start = addDays(firstDay(edition), 7 * (number - 1));
    await write(`${edition}/weeks/week-${number}.mdx`, [
      '---',
      'phase: phase-1',
      `number: ${number}`,
      `start: ${start}`,
      `end: ${addDays(start, 6)}`,
      `title: ${title}`,
      'author: editors',
      '---',
      '',
      body,
    ]);
  }
}

const firstDay = (edition: number) => `${edition}-03-01`;
