import { expect, it } from 'vitest';
import { openPage } from './browser.ts';

it.each(['', '2022/schedule/', '2022/weeks/phase-1-week-5/', 'ko/2022/events/kick-off/'])(
  'linked data in /%s is data that the policy lets stand, and that can be read',
  async (path) => {
    const { page, trouble } = await openPage(path);
    const text = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(text ?? '')).toMatchObject({ '@context': 'https://schema.org' });
    expect(trouble).toEqual([]);
  },
);

it.each(['og/2022/weeks/phase-1-week-5.png', 'apple-touch-icon.png'])('a browser shows /%s', async (path) => {
  const { page } = await openPage('');
  const width = await page.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    return image.naturalWidth;
  }, `/${path}`);
  expect(width).toBe(path.startsWith('og/') ? 1200 : 180);
});
