import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Chromium } from './chromium.ts';

const require = createRequire(import.meta.url);

/**
 * Gives a browser Arimo, which has the widths of Arial: pages fall back to it while their typeface is on its
 * way, and machines of tests have neither.
 * @returns the browser, and a function that deletes the fonts
 */
export async function provideArial(chromium: Chromium): Promise<{ chromium: Chromium; remove: () => void }> {
  const dir = mkdtempSync(join(tmpdir(), 'fonts-'));
  const text = String.fromCharCode(...Array.from({ length: 0x17f }, (_, code) => code));
  for (const weight of [400, 700]) {
    const file = require.resolve(`@fontsource/arimo/files/arimo-latin-${weight}-normal.woff2`);
    const font = await subsetFont(readFileSync(file), text, { targetFormat: 'sfnt' });
    writeFileSync(join(dir, `arimo-${weight}.ttf`), font);
  }
  const { FONTCONFIG_FILE = '/etc/fonts/fonts.conf' } = chromium.env;
  const config = join(dir, 'fonts.conf');
  writeFileSync(
    config,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">${FONTCONFIG_FILE}</include>
  <dir>${dir}</dir>
</fontconfig>
`,
  );
  return {
    chromium: { ...chromium, env: { ...chromium.env, FONTCONFIG_FILE: config } },
    remove: () => rmSync(dir, { recursive: true }),
  };
}
