import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sample } from '../../sample.ts';
import { copyContent, csv, takeSheet, type ImportSite } from './site.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent({
    ...sample,
    '2030/topics/data-ethics.mdx': `---\ntitle: "Ethics of Data, Squares & Roads"\nsummary: All about data.\n---\n\nData.\n`,
  });
});
afterEach(() => site.remove());

const week = (number: number, topic: string, ...more: string[]) =>
  csv(
    `Phase,Week,Dates,Topic${more.length > 0 ? ',Type' : ''}`,
    [number === 1 ? '2,1,18.3.2030-24.3.2030' : '1,2,11.3.2030-17.3.2030', `"${topic}"`, ...more].join(','),
  );

/** Imports a sheet, and once more: then it changes nothing. */
async function take(text: string) {
  const taken = await takeSheet(site, text);
  expect((await takeSheet(site, text)).written).toEqual([]);
  return taken;
}
const read = (file: string) => site.read(`2030/weeks/${file}.mdx`);

describe('the topic of a week', () => {
  it.each(['Data-Ethics', 'data ethics', 'ethics of data, squares and roads'])(
    'is matched by %s',
    async (topic) => {
      await take(week(1, topic));
      expect(read('phase-2-week-1')).toContain('topic: data-ethics\n');
    },
  );

  it.each(['data-ethic', 'Ethics of Dat, Square and Roads', 'Squares & Roads'])(
    'is suggested for a similar name: %s',
    async (topic) => {
      const { text } = await take(week(1, topic));
      expect(text).toContain('topic: streets -> nothing');
      expect(text).toContain(
        `“${topic}” is much like the topic “Ethics of Data, Squares & Roads”. If that is meant, write it so, or write data-ethics.`,
      );
    },
  );
});

describe('the kind of a week', () => {
  it('follows a new title or topic', async () => {
    const { text } = await take(week(1, 'Break'));
    expect(text).toContain('kind: nothing -> break');
    await take(week(1, 'Orientation Day'));
    expect(read('phase-2-week-1')).toContain('kind: orientation\n');
    await take(week(1, 'Guests'));
    expect(read('phase-2-week-1')).not.toContain('kind:');
    await take(week(2, 'Streets'));
    expect(read('phase-1-week-2')).toContain('topic: streets\n');
    expect(read('phase-1-week-2')).not.toContain('kind:');
  });

  it('stays as written by hand, or as its column says', async () => {
    expect((await take(week(2, 'A pause'))).written).toEqual([]);
    const { text } = await take(week(2, 'Open doors'));
    expect(text).toContain(
      'It stays a break, as its file says. Take "kind: break" away there if it is none.',
    );
    expect(read('phase-1-week-2')).toContain('kind: break');
    await take(week(1, 'Break', 'Lecture'));
    expect(read('phase-2-week-1')).not.toContain('kind: break');
  });
});
