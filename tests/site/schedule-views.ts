import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from '../browser/browser.ts';

/** What an event of a month, its day and its words span, from the left edge of the page on. */
interface Place {
  title: string;
  /** The edges of the column of its first day in the row. */
  day: [number, number];
  dot: [number, number];
  words: [number, number];
  statuses: [number, number][];
}

/** The months that have events near the end of a row, where the words stand before the dot. */
const months = [
  '2029/schedule/#month',
  '2030/schedule/#month',
  'ko/2030/schedule/#month',
  'ar/2030/schedule/#month',
];

/** Tests of the month and the table of a site with events on the last days of a week, cancelled ones among them. */
export function testScheduleViews(site: () => { url: string }): void {
  describe.each([360, 1280])('the month at %i px', (width) => {
    it.each(months)(
      '/%s has the dot of each event at its day, and what became of it beside it',
      async (path) => {
        const { page } = await openPage(path, { siteUrl: site().url, width });
        const places = await readPlaces(page);
        expect(places.length).toBeGreaterThan(0);
        for (const { title, day, dot, words, statuses } of places) {
          expect({ title, inDay: isWithin(dot, day) }).toEqual({ title, inDay: true });
          const gap = Math.max(words[0] - dot[1], dot[0] - words[1]);
          expect({ title, beside: gap > 0 && gap < 12 }).toEqual({ title, beside: true });
          for (const status of statuses)
            expect({ title, meets: status[0] < words[1] && words[0] < status[1] }).toEqual({
              title,
              meets: true,
            });
        }
      },
    );
  });

  it.each(['ko', 'ar'])('the month has a cancelled event before its dot in %s', async (language) => {
    const { page } = await openPage(`${language}/2030/schedule/#month`, { siteUrl: site().url });
    const back = (await readPlaces(page)).filter(({ day, words, dot }) =>
      language === 'ar' ? words[1] > day[1] && dot[1] < words[1] : words[0] < day[0],
    );
    expect(back.map(({ statuses }) => statuses.length)).toContain(1);
  });

  describe('the table', () => {
    it.each([
      ['2030/schedule/#table', 'screen', 1],
      ['2030/schedule/#table', 'print', 1],
      ['2030/schedule/#table', 'screen', 2],
      ['ar/2030/schedule/#table', 'screen', 1],
    ] as const)(
      '/%s breaks no word of a date or a status at 360 px: %s, letters %i times',
      async (path, media, textScale) => {
        const { page } = await openPage(path, { siteUrl: site().url, width: 360, textScale });
        await page.emulateMedia({ media });
        expect(await findBrokenWords(page, '#table :is(time, .status)')).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      },
    );
  });
}

/** Whether one span is inside another; half a pixel is the rounding of the browser. */
const isWithin = (inner: [number, number], outer: [number, number]) =>
  inner[0] >= outer[0] - 0.5 && inner[1] <= outer[1] + 0.5;

async function readPlaces(page: Page): Promise<Place[]> {
  return page.evaluate(() => {
    const edges = (element: Element): [number, number] => {
      const { left, right } = element.getBoundingClientRect();
      return [left, right];
    };
    return [...document.querySelectorAll('#month .event')].map((cell) => {
      const row = cell.closest('tr');
      const days = [...(cell.closest('tbody')?.querySelectorAll('.days td') ?? [])];
      const before = [...(row?.cells ?? [])].slice(0, (cell as HTMLTableCellElement).cellIndex);
      const from = before.reduce((sum, { colSpan }) => sum + colSpan, 0);
      const isBack = cell.hasAttribute('data-back');
      const day = days[isBack ? (cell as HTMLTableCellElement).colSpan - 1 : from];
      const dot = cell.querySelector('.dot');
      const link = cell.querySelector('a');
      if (!day || !dot || !link) throw new Error(`An event is not complete: ${cell.innerHTML}`);
      return {
        title: link.textContent.trim(),
        day: edges(day),
        dot: edges(dot),
        words: edges(link),
        statuses: [...cell.querySelectorAll('.status')].map(edges),
      };
    });
  });
}

/** The words that stand on more than one line. */
async function findBrokenWords(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const broken: string[] = [];
    for (const element of document.querySelectorAll(wanted)) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
        }
      }
    }
    return broken;
  }, selector);
}
