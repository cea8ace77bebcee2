import { cpSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Settings } from '../../src/pipeline/settings.ts';
import type { Issue } from '../../src/model/issue.ts';
import { findIssues, labelOf, loadContent, type Content } from '../../src/pipeline/content.ts';

/** Content with changed files, and its issues. */
export interface Trial {
  content: Content;
  issues: Issue[];
}

/**
 * Reads and checks the content with new or changed files, in a temporary copy.
 * @param files texts by path inside the content folder
 */
export function tryFiles(settings: Settings, files: ReadonlyMap<string, string>): Trial {
  const contentDir = mkdtempSync(join(tmpdir(), 'content-trial-'));
  try {
    // Nothing can be copied of what is neither a file nor a folder, and the check refuses it.
    const filter = (path: string) => {
      const stats = lstatSync(path);
      return stats.isFile() || stats.isDirectory();
    };
    cpSync(settings.contentDir, contentDir, { recursive: true, filter });
    for (const [path, text] of files) {
      mkdirSync(dirname(join(contentDir, path)), { recursive: true });
      writeFileSync(join(contentDir, path), text);
    }
    const label = labelOf(settings);
    const copied = { ...settings, contentDir };
    const content = loadContent(copied, label);
    return { content, issues: findIssues(copied, content, label) };
  } finally {
    rmSync(contentDir, { recursive: true, force: true });
  }
}

/** The issues that are new after a change. Lines are not compared: they move with the text above. */
export function findAdded(before: readonly Issue[], after: readonly Issue[]): Issue[] {
  const keyOf = ({ file, code, field, message }: Issue) => JSON.stringify([file, code, field, message]);
  const known = new Set(before.map(keyOf));
  return after.filter((issue) => !known.has(keyOf(issue)));
}
