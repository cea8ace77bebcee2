import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unpackHangul } from '../../src/search/hangul.ts';
import { copyProject, type Project } from '../project.ts';
import { arabicCatalogue } from './arabic.ts';

const overlay = join(import.meta.dirname, 'editions');
const parts = ['src', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json'];

/** The public address of the fixture. */
export const editionsUrl = 'https://coast.example.org';

/**
 * Words that stand in drafts alone: an edition, a week and an event, in each language they are written in. They
 * are long and odd, so that no other text has them by chance.
 */
export const draftWords = ['Ambervale', 'Quillmarsh', 'Zephyrlantern', '갈대늪', '호박골', 'بروفةالقصب'];

/**
 * Builds the site with several editions in three languages, in a copy of the project. Arabic is added as any
 * third language is: a file of strings, and content files.
 * @param args `--publish` for a site without drafts
 * @returns the copy, with the site in its folder `dist`
 * @throws with what the build printed, if it failed
 */
export async function buildEditions(args: string[] = []): Promise<Project> {
  const project = copyProject(overlay, parts);
  const english = JSON.parse(readFileSync(resolve('src/i18n/en.json'), 'utf8')) as Record<string, string>;
  writeFileSync(join(project.root, 'src/i18n/ar.json'), JSON.stringify(arabicCatalogue(english)));
  const env = { SITE_URL: editionsUrl };
  const commands = [
    { script: 'calendar', args: ['--write'] },
    { script: 'build', args },
  ];
  for (const { script, args: given } of commands) {
    const { code, output } = await project.run(script, { env, args: given });
    if (code === 0) continue;
    project.remove();
    throw new Error(output);
  }
  return project;
}

/** The files of a site in which any of some words stands, in whatever case: in names, in texts, in the search index. */
export function findFilesWith(dir: string, words: readonly string[]): string[] {
  const wanted = words.map((word) => word.toLowerCase());
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const text = `${file.slice(dir.length)}\n${readText(file)}`.toLowerCase();
      return wanted.some((word) => text.includes(word));
    });
}

/** The text of a file. The search index is packed, and so is the Hangul in it; lines of feeds are folded. */
function readText(file: string): string {
  const bytes = readFileSync(file);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = unpackHangul((isPacked ? gunzipSync(bytes) : bytes).toString('utf8'));
  return file.endsWith('.ics') ? text.replaceAll(/\r\n[ \t]/g, '') : text;
}
