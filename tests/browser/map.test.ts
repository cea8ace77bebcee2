import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from './axe.ts';
import { openPage } from './browser.ts';

/** Boxes of the texts that are shown in the map, as the browser sets them, in CSS pixels. */
const readTexts = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const frame = [...document.querySelectorAll('.metro')].find((svg) => svg.getClientRects().length > 0);
    const toBox = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const scale = frame
        ? frame.getBoundingClientRect().width / (frame as SVGSVGElement).viewBox.baseVal.width
        : 0;
      return { text: element.textContent, left, top, right, bottom, size: size * scale };
    };
    return {
      frame: frame ? toBox(frame) : undefined,
      kind: frame?.classList.contains('wide') ? 'wide' : 'tall',
      texts: [...(frame?.querySelectorAll('text') ?? [])].map(toBox),
    };
  });

describe.each(['2022/', 'ko/2022/'])('the map of /%s', (path) => {
  it.each([
    [320, 'tall'],
    [360, 'tall'],
    [768, 'tall'],
    [1120, 'wide'],
    [1280, 'wide'],
  ])('has room for all its texts at %i px (%s)', async (width, kind) => {
    const { page, trouble } = await openPage(path, { width });
    // On a slow visit the browser does without the site's font; a later one has it.
    await expect
      .poll(async () => {
        await page.reload();
        return findMisplaced(await readTexts(page));
      })
      .toEqual({ overlaps: [], outside: [] });
    const { kind: drawn, texts } = await readTexts(page);
    expect(drawn).toBe(kind);
    expect(texts.length).toBeGreaterThan(30);
    // On the narrowest phones the drawing shrinks a little; elsewhere words stay at 12 px and more.
    const words = texts.filter(({ text }) => !/^([IVX]+|\d+)$/.test(text));
    for (const { size } of words) expect(size).toBeGreaterThan(width === 320 ? 11.5 : 11.9);
    expect(trouble).toEqual([]);
  });
});

/** Texts that lie on one another, and those outside the frame. */
function findMisplaced({ frame, texts }: Awaited<ReturnType<typeof readTexts>>) {
  const overlaps = texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      // A line box is higher than its letters: texts of one block touch.
      .filter((b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom)
      .map((b) => `${a.text} / ${b.text}`),
  );
  const outside = texts.filter(
    ({ left, right, top, bottom }) =>
      !frame || left < frame.left || right > frame.right || top < frame.top - 3 || bottom > frame.bottom + 3,
  );
  return { overlaps, outside };
}

describe('the map', () => {
  it('is a row of links in the order of the days, each with its full name', async () => {
    const { page } = await openPage('2022/');
    const names = await page
      .locator('.metro.wide a')
      .evaluateAll((links) => links.map((link) => link.querySelector('title')?.textContent));
    expect(names[0]).toBe('2022 Season Kick-off, 23 February 2022');
    expect(names).toContain(
      'Phase I, week 5, 28 March – 3 April 2022: Frostbite Threats in the Age of Unsettled Growing Seasons',
    );
    expect(names.filter((name) => name?.startsWith('Phase '))).toHaveLength(15);
    await page.getByRole('link', { name: 'Phase I, week 8' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/2022/weeks/phase-1-week-8/');
  });

  it('shows one of its drawings, to assistive technology too', async () => {
    const { page } = await openPage('2022/', { width: 360 });
    expect(await page.getByRole('link', { name: 'Phase II, week 1, 25 April' }).count()).toBe(1);
  });

  it('has a list behind it, with every week, that opens by keyboard', async () => {
    const { page } = await openPage('2022/', { javaScript: true });
    const list = page.locator('.map details');
    await list.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await list.getByRole('listitem').count()).toBe(18);
    expect(await list.innerText()).toContain('also Phase II, week 5');
    expect(await findViolations(page)).toEqual([]);
  });

  it('fits on one printed page, in black', async () => {
    const { page } = await openPage('2022/', { width: 688 });
    await page.emulateMedia({ media: 'print' });
    const { frame } = await readTexts(page);
    expect((frame?.bottom ?? Infinity) - (frame?.top ?? 0)).toBeLessThan(1000);
    const colours = await page
      .locator('.metro.tall text:not(.number)')
      .evaluateAll((texts) => [...new Set(texts.map((text) => getComputedStyle(text).fill))]);
    expect(colours).toEqual(['rgb(0, 0, 0)']);
  });
});
