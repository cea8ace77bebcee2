import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from './axe.ts';
import { openPage } from './browser.ts';

/** One page of each kind. */
const kinds = [
  '',
  '2022/schedule/',
  '2022/schedule/#month',
  '2022/weeks/phase-1-week-5/',
  '2022/topics/',
  '2022/topics/rooftop-retrofitting/',
  '2022/events/kick-off/',
  '2022/partners/',
  '2022/prizes/',
  '2022/questions/',
  '2022/calendar/',
  '2022/changes/',
  'search/',
  'editions/',
  'accessibility/',
];

/** How Hangul is set: the typeface of its first text, whether that is loaded, and how lines break. */
const readHangul = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const heading = document.querySelector('h1');
    const style = heading && getComputedStyle(heading);
    const family = style?.fontFamily.split(',').find((name) => /SUIT(?! names)/.test(name)) ?? '';
    return {
      family,
      isLoaded: document.fonts.check(`750 32px ${family}`, heading?.textContent ?? ''),
      faces: [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family),
      wordBreak: style?.wordBreak,
    };
  });

describe.each(kinds)('/ko/%s', (path) => {
  it('has no violation on a dark phone, and nothing is cut off there or on a desk', async () => {
    const { page, trouble } = await openPage(`ko/${path}`, { colorScheme: 'dark', locale: 'ko-KR' });
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ width, overflow }).toEqual({ width, overflow: 0 });
    }
    expect(await findViolations(page)).toEqual([]);
    expect(trouble).toEqual([]);
  });

  it('is set in the typeface of the site, and breaks no word', async () => {
    const { page } = await openPage(`ko/${path}`, { locale: 'ko-KR' });
    const { family, isLoaded, faces, wordBreak } = await readHangul(page);
    expect(family).not.toBe('');
    expect(isLoaded).toBe(true);
    expect(faces.join()).toContain('SUIT');
    expect(wordBreak).toBe('keep-all');
  });
});
