import { describe, expect, it } from 'vitest';
import { findViolations } from '../browser/axe.ts';
import { openPage } from '../browser/browser.ts';
import { listPages, readPage } from './dom.ts';
import { findMessages, findPhrases, listPhrases, readCatalogue, readOwnWords } from './interface.ts';

/** Pages on which Arabic could go wrong: the map, the month, a page with an aside, forms, words of other languages. */
const kinds = [
  'ar/',
  'ar/2030/schedule/',
  'ar/2030/schedule/#month',
  'ar/2030/weeks/reading-6/',
  'ar/2030/topics/salt/',
  'ar/2030/events/geneva/',
  'ar/2030/calendar/',
  'ar/2029/',
  'ar/editions/',
];

/** Tests of the Arabic pages of a site that has them. */
export function testRightToLeft(site: () => { dir: string; url: string }): void {
  describe('pages from right to left', () => {
    it('say so, and have every word of the interface from the catalogue', () => {
      const english = readCatalogue('en');
      const phrases = listPhrases(english, {});
      const pages = listPages(site().dir).filter((path) => path.startsWith('ar/'));
      expect(pages.length).toBeGreaterThan(30);
      for (const path of pages) {
        const page = readPage(site().dir, path);
        const { lang, dir } = page.querySelector('html')?.attributes ?? {};
        expect({ path, lang, dir }).toEqual({ path, lang: 'ar', dir: 'rtl' });
        expect({ path, found: findPhrases(readOwnWords(page), phrases) }).toEqual({ path, found: [] });
        expect({ path, found: findMessages(page, english, {}) }).toEqual({ path, found: [] });
      }
    });

    it('mark what is not translated with its language and its direction', () => {
      const { dir } = site();
      const heading = readPage(dir, 'ar/2030/topics/salt/').querySelector('h1 [lang]');
      expect(heading?.attributes).toMatchObject({ lang: 'en', dir: 'ltr' });
      const body = readPage(dir, 'ar/2030/topics/salt/').querySelector('.prose');
      expect(body?.attributes).toMatchObject({ lang: 'en', dir: 'ltr' });
      // A comma between two places belongs to the page: inside, it would stand on the wrong side.
      const places = readPage(dir, 'ar/2030/events/munich/').querySelectorAll('main dd [dir=ltr]');
      expect(places.map(({ text }) => text)).toEqual(['Weir house', 'Munich']);
      const translated = readPage(dir, 'ar/2030/topics/tides/');
      expect(translated.querySelector('h1')?.text.trim()).toBe('المد والجزر وعواصف البحر');
      expect(translated.querySelector('main [lang]')).toBeNull();
    });

    it.each(kinds)('hold at /%s on a desk and on a phone, and axe finds nothing', async (path) => {
      const { page, trouble } = await openPage(path, { siteUrl: site().url, locale: 'ar' });
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
        expect({ width, overflow }).toEqual({ width, overflow: 0 });
      }
      expect(await findViolations(page)).toEqual([]);
      expect(trouble).toEqual([]);
    });

    it.each([360, 1280])(
      'have the map with all its texts inside its frame at %i px, from the right',
      async (width) => {
        const { page } = await openPage('ar/2030/', { siteUrl: site().url, width, locale: 'ar' });
        const { outside, heads, stations } = await page.evaluate(() => {
          const map = [...document.querySelectorAll('.metro')].find((svg) => svg.getClientRects().length > 0);
          const frame = map?.getBoundingClientRect() ?? new DOMRect();
          const boxes = [...(map?.querySelectorAll('text') ?? [])].map((text) => ({
            text: text.textContent,
            box: text.getBoundingClientRect(),
          }));
          const places = (selector: string) =>
            [...(map?.querySelectorAll(selector) ?? [])].map((each) => each.getBoundingClientRect().left);
          return {
            outside: boxes
              .filter(({ box }) => box.left < frame.left || box.right > frame.right)
              .map(({ text }) => text),
            heads: places('circle.head'),
            stations: places('[data-line="1"] > circle:not(.head)'),
          };
        });
        expect(outside).toEqual([]);
        expect(stations.length).toBeGreaterThan(4);
        if (width === 1280) expect(Math.min(...heads)).toBeGreaterThan(Math.max(...stations));
        else expect(heads[0]).toBeGreaterThan(heads[1] ?? Infinity);
      },
    );

    it('print within the width of the paper', async () => {
      const { page } = await openPage('ar/2030/schedule/', { siteUrl: site().url, width: 688, locale: 'ar' });
      await page.emulateMedia({ media: 'print' });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      expect(await page.locator('#table').isVisible()).toBe(true);
    });
  });
}
