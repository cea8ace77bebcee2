import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleModel } from '../../src/pipeline/load.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { readContent } from '../../src/reader/read.ts';
import { listRecords } from '../../src/search/records.ts';
import type { SearchRecord } from '../../src/search/record.ts';

const { library } = readContent(join(import.meta.dirname, '../site/small/content'));
const recordsOf = (drafts: boolean, content = library) =>
  assembleModel({ publish: !drafts }, { library: content, ledgers: [] }).published.flatMap((site) =>
    listRecords(site, createTranslator(site.locale)),
  );
const records = recordsOf(false);

const find = (address: string): SearchRecord => {
  const found = records.find((record) => record.address === address);
  if (!found) throw new Error(`No record has the address ${address}.`);
  return found;
};
const textOf = ({ title, label, dates, words, content }: SearchRecord) =>
  [title.text, label, dates, ...words, ...content].join(' ');

describe('listRecords', () => {
  it('has everything once, a topic before its weeks', () => {
    expect(records.map(({ address }) => address)).toMatchInlineSnapshot(`
      [
        "/spring/topics/dough/",
        "/spring/weeks/evening-1/",
        "/spring/weeks/evening-2/",
        "/spring/weeks/evening-3/",
        "/spring/events/market/",
        "/spring/partners/#domestic:~:text=The%20Mill",
        "/spring/prizes/#money:~:text=EUR%2099.50",
        "/spring/",
        "/spring/about/",
        "/spring/take-part/",
        "/spring/questions/",
        "/spring/schedule/",
        "/spring/topics/",
        "/spring/partners/",
        "/spring/prizes/",
        "/spring/calendar/",
        "/spring/changes/",
        "/editions/",
        "/about/",
        "/privacy/",
        "/accessibility/",
        "/licence/",
      ]
    `);
  });

  it('has no page of what an edition has none of', () => {
    const none = { ...library, originals: { ...library.originals, partners: [], prizes: [] } };
    const pages = recordsOf(false, none).filter(({ kind }) => kind === 'page');
    expect(pages.map(({ address }) => address)).not.toContain('/spring/partners/');
    expect(pages.map(({ address }) => address)).not.toContain('/spring/prizes/');
    expect(pages.map(({ address }) => address)).toContain('/spring/topics/');
  });

  it('never has two of one address: the index would keep one of them alone', () => {
    expect(new Set(records.map(({ address }) => address)).size).toBe(records.length);
  });

  it('finds a week by its name, by each of its days and by why it is cancelled', () => {
    const week = find('/spring/weeks/evening-2/');
    expect(week).toMatchObject({ kind: 'week', phases: [1], edition: 'spring', label: 'Phase I, week 2' });
    expect(week).toMatchObject({ dates: '31 March – 6 April 2031', status: 'cancelled' });
    for (const words of ['31 March', '2031-04-01', '6 April', 'rebuilt', 'about the dough', 'Baking'])
      expect(textOf(week)).toContain(words);
    expect(textOf(week)).not.toContain('7 April');
  });

  it('finds a topic by its words, also those of components, and by its weeks’ phases', () => {
    const topic = find('/spring/topics/dough/');
    expect(topic).toMatchObject({ kind: 'topic', phases: [1], status: 'scheduled' });
    expect(topic.content.join('\n\n')).toBe(
      'What flour and water do when nobody looks.\n\nWhat it is\n\nFlour & water. Home page, file.\n\nSalt\n\nTwo per cent, see prizes.',
    );
  });

  it('finds an event by its place and its people', () => {
    const event = find('/spring/events/market/');
    expect(event).toMatchObject({ kind: 'event', phases: [1], dates: '30 March 2031', status: 'postponed' });
    for (const words of ['Market hall', 'Berlin', 'Germany', 'Ada Korn', 'Opens the stall'])
      expect(textOf(event)).toContain(words);
  });

  it('leads to the place of a partner and of a prize on their page', () => {
    expect(find('/spring/partners/#domestic:~:text=The%20Mill')).toMatchObject({ kind: 'partner' });
    expect(textOf(find('/spring/prizes/#money:~:text=EUR%2099.50'))).toContain('1st place · EUR 99.50');
  });

  it('has drafts in a preview alone', () => {
    const week = library.originals.weeks.find(({ id }) => id === 'evening-1');
    if (!week) throw new Error('There is no such week.');
    const drafted = {
      ...library,
      originals: {
        ...library.originals,
        weeks: [{ ...week, data: { ...week.data, draft: true } }, ...library.originals.weeks.slice(1)],
      },
    };
    const isThere = (drafts: boolean) =>
      recordsOf(drafts, drafted).some(({ address }) => address === '/spring/weeks/evening-1/');
    expect([isThere(true), isThere(false)]).toEqual([true, false]);
  });
});
