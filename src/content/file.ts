import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText, type Problem } from '../domain/problem.ts';

/** A file of the content folder as text, or what keeps it from being read. */
export interface ContentFile {
  /** Path inside the content folder, with forward slashes. */
  path: string;
  /** Path that problems name: from the project's root. */
  name: string;
  text: string;
}

/** Files that editors and systems leave behind; they are nobody's mistake. */
const ignored = /(^|\/)(\.DS_Store|Thumbs\.db|\.gitkeep|[^/]*~|\.[^/]*\.swp)$/;

/**
 * Reads every file below a content folder, in the order of their paths. An empty file, and one
 * that is not UTF-8, comes back as a problem.
 * @param dir the content folder
 * @param label how problems name that folder, such as `content`
 * @throws if the folder cannot be read
 */
export function readFiles(dir: string, label: string): { files: ContentFile[]; problems: Problem[] } {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() || item.isSymbolicLink())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !ignored.test(path))
    .sort(compareText);
  const files: ContentFile[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const name = `${label}/${path}`;
    const bytes = readFileSync(join(dir, path));
    const at = { severity: 'error' as const, file: name, line: 1, column: 1 };
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      if (text.trim() !== '') files.push({ path, name, text });
      else
        problems.push({
          ...at,
          code: 'file-empty',
          message: 'This file is empty.',
          fix: 'Fill it in, or delete it. A file of the same kind shows what belongs in it.',
        });
    } catch {
      const before = countUtf8Lines(bytes);
      problems.push({
        ...at,
        line: before,
        code: 'file-encoding',
        message: 'This file is not saved as UTF-8, so its letters cannot be read.',
        fix: 'Open it in your editor and save it again with the encoding "UTF-8".',
      });
    }
  }
  return { files, problems };
}

/** The line of the first byte that is not UTF-8. */
function countUtf8Lines(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.slice(0, Math.max(0, text.indexOf('\uFFFD'))).split('\n').length;
}
