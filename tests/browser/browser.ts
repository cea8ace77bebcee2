import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import { toLaunchOptions } from './chromium.ts';

export interface PageOptions {
  /** The width of the window in CSS pixels. */
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** false shows what visitors without JavaScript see. */
  javaScript?: boolean;
  forcedColors?: 'active' | 'none';
  reducedMotion?: 'reduce' | 'no-preference';
  /** The visitor's language, such as `ko-KR`. */
  locale?: string;
  /** The visitor's zone, such as `America/Los_Angeles`. */
  timezone?: string;
  /** The visitor's clock stands at this instant. Needs JavaScript in the page. */
  now?: Date;
  /** How large texts are, 2 for 200 %: set on the root element once the page is there. */
  textScale?: number;
  /** The size of texts that the visitor has chosen in the browser, in CSS pixels. */
  defaultFontSize?: number;
  /** Another site than the real one, with a slash at its end. */
  siteUrl?: string;
  /** Lets requests to other origins through: a browser whose requests are watched fetches no page ahead. */
  isOpen?: boolean;
  /** Prepares the browser before the page is asked for. */
  prepare?: (context: BrowserContext) => Promise<void>;
  /** What to wait for: `load`, the default, waits for fonts too. */
  waitUntil?: 'load' | 'domcontentloaded';
}

/** What went wrong in a page, in words. A test expects none: `expect(trouble).toEqual([])`. */
export type Trouble = string[];

export interface OpenPage {
  page: Page;
  /** Console errors, errors of scripts, and requests to other origins (which are not let through). */
  trouble: Trouble;
}

/** One browser serves all tests. */
let shared: Promise<Browser> | undefined;

/**
 * Opens a page of the built site in a context of its own settings. It closes when the test ends.
 * @param path from the site's root without a slash in front, such as `2022/weeks/phase-1-week-1/`
 * @throws if the page cannot be loaded
 */
export async function openPage(path: string, options: PageOptions = {}): Promise<OpenPage> {
  const siteUrl = options.siteUrl ?? inject('siteUrl');
  const { defaultFontSize: size } = options;
  const browser = await (size === undefined
    ? (shared ??= chromium.connect(inject('browserAddress')))
    : launchBrowser(size));
  const context = await browser.newContext(toContextOptions(options));
  onTestFinished(() => context.close());
  const trouble: Trouble = [];
  const { origin } = new URL(siteUrl);
  if (!options.isOpen) {
    await context.route(
      (url) => /^https?:$/.test(url.protocol) && url.origin !== origin,
      async (route) => {
        trouble.push(`request to another origin: ${route.request().url()}`);
        await route.abort();
      },
    );
  }
  context.on('weberror', (error) => trouble.push(`page error: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()} (${message.location().url})`);
  });
  await options.prepare?.(context);
  const page = await context.newPage();
  if (options.now) await page.clock.setFixedTime(options.now);
  await page.goto(new URL(path, siteUrl).href, { waitUntil: options.waitUntil ?? 'load' });
  if (options.textScale !== undefined) {
    await page.evaluate((scale) => {
      document.documentElement.style.fontSize = `${scale * 100}%`;
    }, options.textScale);
  }
  return { page, trouble };
}

/** Launches a browser for one test: the size of texts is a setting that cannot be changed later. */
async function launchBrowser(fontSize: number): Promise<Browser> {
  const setting = `--blink-settings=defaultFontSize=${fontSize}`;
  const browser = await chromium.launch(toLaunchOptions(inject('chromium'), setting));
  onTestFinished(() => browser.close());
  return browser;
}

function toContextOptions(options: PageOptions): BrowserContextOptions {
  const { width = 1280, height = 800, locale = 'en-GB', timezone = 'Asia/Seoul' } = options;
  return {
    viewport: { width, height },
    colorScheme: options.colorScheme ?? 'light',
    forcedColors: options.forcedColors ?? 'none',
    reducedMotion: options.reducedMotion ?? 'no-preference',
    javaScriptEnabled: options.javaScript ?? true,
    locale,
    timezoneId: timezone,
  };
}
