import { describe, expect, it } from 'vitest';
import { findViolations, kinds } from './axe.ts';
import { openPage } from './browser.ts';

describe.each(kinds)('/%s', (path) => {
  it('has no violation on a phone and on a desk, light and dark, and nothing is cut off', async () => {
    const { page, trouble } = await openPage(path, { width: 360 });
    for (const [width, colorScheme] of [
      [360, 'light'],
      [360, 'dark'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect({ width, colorScheme, found: await findViolations(page) }).toEqual({
        width,
        colorScheme,
        found: [],
      });
    }
    for (const [width, scale] of [
      [320, 1],
      [360, 1],
      [768, 1],
      [360, 2],
      [1280, 2],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate((textScale) => {
        document.documentElement.style.fontSize = `${textScale * 100}%`;
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      }, scale);
      expect({ width, scale, overflow }).toEqual({ width, scale, overflow: 0 });
    }
    expect(trouble).toEqual([]);
  });

  it('can be read without JavaScript, and shows the focus in forced colours', async () => {
    const { page, trouble } = await openPage(path, { javaScript: false, forcedColors: 'active' });
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(40);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    expect(trouble).toEqual([]);
  });
});

describe('home on a phone', () => {
  it('answers what, for whom, when and cost within one screen, with something to do now', async () => {
    const { page } = await openPage('', { width: 360, height: 740 });
    const main = page.locator('main');
    for (const text of [
      'Baram School Garden Fellows 2022',
      '4 March',
      'Ended on',
      'Anyone under 25',
      'Free of charge',
    ])
      await expectOnScreen(main.getByText(text).first(), 740);
    await expectOnScreen(main.getByRole('link', { name: 'See all weeks' }).first(), 740);
  });

  it('opens its menu without JavaScript and with the keyboard', async () => {
    const { page } = await openPage('', { width: 360, javaScript: false });
    const menu = page.getByRole('navigation', { name: 'Main' });
    const topics = menu.getByRole('link', { name: 'Topics' });
    expect(await topics.isVisible()).toBe(false);
    await menu.getByText('Menu').focus();
    await page.keyboard.press('Enter');
    expect(await topics.isVisible()).toBe(true);
  });
});

it('shows the whole menu on a wide screen', async () => {
  const { page } = await openPage('');
  const menu = page.getByRole('navigation', { name: 'Main' });
  expect(await menu.getByRole('link', { name: 'Schedule' }).isVisible()).toBe(true);
  expect(await menu.getByText('Menu', { exact: true }).isVisible()).toBe(false);
});

it('leads past the menu to the content', async () => {
  const { page } = await openPage('2022/weeks/phase-1-week-5/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

async function expectOnScreen(
  locator: { boundingBox: () => Promise<{ y: number; height: number } | null> },
  height: number,
): Promise<void> {
  const box = await locator.boundingBox();
  expect(box).not.toBeNull();
  expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
}

it('shows the whole names of the week before and the one after on a phone', async () => {
  for (const path of ['2022/weeks/phase-1-week-5/', 'ko/2022/weeks/phase-1-week-5/']) {
    const { page } = await openPage(path, { width: 360 });
    const cut = await page
      .locator('nav .name')
      .evaluateAll((names) =>
        names.map((name) => name.scrollHeight - name.clientHeight + name.scrollWidth - name.clientWidth),
      );
    expect(cut, path).toEqual([0, 0]);
  }
});

it.each([
  ['2022/weeks/phase-1-week-5/', 'main h1'],
  ['2022/events/kick-off/', 'main dd'],
])(
  'gives %s all the width of a phone to each text where letters are twice as large',
  async (path, selector) => {
    const { page } = await openPage(path, { width: 360, defaultFontSize: 32 });
    const box = await page.locator(selector).first().boundingBox();
    expect(box?.width).toBeGreaterThan(220);
  },
);
