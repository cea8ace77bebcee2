import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Settings } from '../../src/pipeline/settings.ts';
import type { Issue } from '../../src/model/issue.ts';
import { findIssues, labelOf, loadContent, type Content } from '../../src/pipeline/content.ts';

/** Content as it would be with other files, and all that would be wrong or odd with it. */
export interface Trial {
  content: Content;
  issues: Issue[];
}

/**
 * Reads and checks the content as it would be with more files, or files that say something else. It happens
 * in a copy: the content itself is not touched.
 * @param files texts by path inside the content folder
 */
export function tryFiles(settings: Settings, files: ReadonlyMap<string, string>): Trial {
  const contentDir = mkdtempSync(join(tmpdir(), 'content-trial-'));
  try {
    cpSync(settings.contentDir, contentDir, { recursive: true });
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

/** The issues that were not there before. Lines do not count: what stands above may have grown. */
export function findAdded(before: readonly Issue[], after: readonly Issue[]): Issue[] {
  const keyOf = ({ file, code, field, message }: Issue) => JSON.stringify([file, code, field, message]);
  const known = new Set(before.map(keyOf));
  return after.filter((issue) => !known.has(keyOf(issue)));
}
