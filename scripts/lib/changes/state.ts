import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assembleModel } from '../../../src/pipeline/load.ts';
import { readLedgers, type LedgerFile } from '../../../src/reader/ledger-file.ts';
import { readContent, type ReadContent } from '../../../src/reader/read.ts';
import type { Entry, Library } from '../../../src/model/entry.ts';
import { limits, type Report } from './report-data.ts';
import { keepSound } from './compare/sound.ts';
import type { State } from './compare/state.ts';
import { listLocales } from '../../../src/pipeline/content.ts';
import { exportFolder, type Revision } from './git.ts';

/** The state of content and ledgers that were read. */
export function toState(library: Library, ledgers: LedgerFile[]): State {
  return { library, ledgers, calendars: assembleModel({ publish: false }, { library, ledgers }).calendars };
}

/**
 * Reads the content as it was at a commit, by way of a temporary folder. What is wrong with it is left out.
 * @param folder the content folder
 * @param label how files in it are named
 * @param site stands for a site.yaml that was not there, or cannot be read
 */
export function readStateAt(
  folder: string,
  { name, commit }: Revision,
  { label, site }: { label: string; site: Entry<'site'> },
): { state: State; before: Report['before'] } {
  const copy = mkdtempSync(join(tmpdir(), 'content-before-'));
  try {
    const count = exportFolder(folder, commit, copy);
    const content = readContent(copy, label);
    const ledgers = readLedgers(copy, label);
    const unread = listUnread(content, ledgers);
    const library = keepSound(content.library, content.issues, site, listLocales());
    return {
      state: toState(library, ledgers),
      before: {
        ...{ name, commit },
        content: count === 0 ? 'absent' : unread.length > 0 ? 'partial' : 'whole',
        unread: unread.slice(0, limits.list),
      },
    };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function listUnread({ issues }: ReadContent, ledgers: readonly LedgerFile[]): string[] {
  const errors = [...issues, ...ledgers.flatMap((each) => each.issues)].filter(
    ({ severity }) => severity === 'error',
  );
  return [...new Set(errors.map(({ file }) => file))];
}
