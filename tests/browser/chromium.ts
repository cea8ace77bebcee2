import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium as playwright } from 'playwright-core';

/** A browser that can be started. */
export interface Chromium {
  executablePath: string;
  args: string[];
  /** What its environment needs beside the caller's. */
  env: Record<string, string>;
}

/**
 * Finds the Chromium for browser tests: on Linux x64 the one that comes with the packages, unpacked once a
 * version into a temporary folder; elsewhere Playwright's own.
 * @throws if there is none, saying what to do
 */
export async function findChromium(): Promise<Chromium> {
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium();
  const executablePath = playwright.executablePath();
  if (!existsSync(executablePath)) {
    throw new Error('Browser tests need a Chromium. Install it: npx playwright-core install chromium');
  }
  return { executablePath, args: [], env: {} };
}

/** @param settings arguments of its own */
export function toLaunchOptions({ executablePath, args, env }: Chromium, ...settings: string[]) {
  return { executablePath, args: [...args, ...settings], env: { ...process.env, ...env } };
}

/** The package's `args` are for another purpose: some crash here, others hide what a page does wrong. */
const args = ['--no-sandbox'];

async function unpackChromium(): Promise<Chromium> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  const { version } = JSON.parse(readFileSync(join(bin, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const { uid, username } = userInfo();
  const dir = join(tmpdir(), `chromium-${version}-${uid >= 0 ? uid : username}`);
  if (!existsSync(dir)) await unpack(bin, dir);
  if (uid >= 0 && lstatSync(dir).uid !== uid) throw new Error(`${dir} belongs to somebody else. Delete it.`);
  const executablePath = join(dir, 'chromium');
  const candidates: Record<string, string>[] = [{}, { LD_LIBRARY_PATH: join(dir, 'al2023', 'lib') }];
  const found = candidates.find((env) => starts(executablePath, env));
  if (!found) throw new Error(`${executablePath} does not start here. Delete ${dir} and try again.`);
  return { executablePath, args, env: { ...found, FONTCONFIG_FILE: join(dir, 'fonts.conf') } };
}

/** Unpacks everything under another name first: test runs that start at once never see half a browser. */
async function unpack(bin: string, dir: string): Promise<void> {
  const draft = mkdtempSync(`${dir}-`);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = draft;
  try {
    // The package unpacks into what `os.tmpdir` says, and has no other way to be told where.
    const { inflate } = await import('@sparticuz/chromium');
    for (const file of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(bin, file));
    }
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  writeFileSync(join(draft, 'fonts.conf'), describeFonts(dir));
  try {
    renameSync(draft, dir);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(dir)) throw error;
  }
}

/** The system's fonts, where it has any, and those of the package, which its own file looks for elsewhere. */
function describeFonts(dir: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(dir, 'fonts')}</dir>
  <cachedir>${join(dir, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function starts(executablePath: string, env: Record<string, string>): boolean {
  try {
    execFileSync(executablePath, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
