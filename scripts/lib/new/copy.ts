import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../../src/pipeline/settings.ts';
import { writeConfirmation } from '../translations/confirm.ts';
import { copyText } from './copy-entry.ts';
import { readFiles } from '../../../src/reader/file.ts';
import { hashText, ledgerName } from '../../../src/reader/ledger-file.ts';
import { parseAddress } from '../../../src/model/registry.ts';
import { identify, type Entry, type Library } from '../../../src/model/entry.ts';
import { carryFingerprints } from '../../../src/model/translation.ts';
import { labelOf } from '../../../src/pipeline/content.ts';
import { tryFiles, type Trial } from '../trial.ts';
import type { Desk } from './desk.ts';

export interface CopyOrder {
  /** The folders of the two editions. */
  from: string;
  to: string;
  /** How many weeks later the new one is held. */
  weeks: number;
}

export interface EditionCopy extends CopyOrder {
  /** The texts of the new files, by path inside the content folder. */
  files: ReadonlyMap<string, string>;
  /** What was taken away from originals: by path, the fields with what they said. */
  cleared: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** How many days and times were moved. */
  moved: number;
  /** Whether the old edition has a ledger, which is not copied. */
  hasLedger: boolean;
  /** The content with the new files in it. */
  trial: Trial;
}

/**
 * The files of an edition for one that is held so many weeks later. Translations are up to date or old as they
 * were; one that would say nothing any more is left out. The ledger is no part of it: subscribers have been
 * told nothing yet.
 */
export function copyEdition({ settings, content }: Desk, order: CopyOrder): EditionCopy {
  const { from, to, weeks } = order;
  const { library } = content;
  const linksOf = new Map(
    [...Object.values(library.originals).flat(), ...library.translations].map(({ file, body }) => [
      file,
      body?.links ?? [],
    ]),
  );
  const files = new Map<string, string>();
  const cleared = new Map<string, Readonly<Record<string, unknown>>>();
  let moved = 0;
  for (const { path, name, text } of readFiles(settings.contentDir, labelOf(settings)).files) {
    const address = parseAddress(path);
    if (address?.edition !== from) continue;
    const { collection, translation } = address;
    const copied = copyText(text, {
      ...{ collection, from, to, weeks },
      ...{ isTranslation: translation !== undefined, links: linksOf.get(name) ?? [] },
    });
    const newPath = to + path.slice(from.length);
    if (translation !== undefined && !copied.says) continue;
    files.set(newPath, copied.text);
    moved += Object.keys(copied.moved).length;
    if (translation === undefined && Object.keys(copied.cleared).length > 0)
      cleared.set(newPath, copied.cleared);
  }
  const hasLedger = existsSync(join(settings.contentDir, from, ledgerName));
  const confirmed = carryAll(settings, library, order, files);
  return { ...order, files: confirmed, cleared, moved, hasLedger, trial: tryFiles(settings, confirmed) };
}

/** The files with the fingerprints of translations that fit what their originals say now. */
function carryAll(
  settings: Settings,
  old: Library,
  { from, to }: CopyOrder,
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const { library } = tryFiles(settings, files).content;
  const label = labelOf(settings);
  const originals = new Map(
    [...Object.values(old.originals).flat(), ...Object.values(library.originals).flat()].map((entry) => [
      identify(entry),
      entry as Entry,
    ]),
  );
  const changed = library.translations
    .filter(({ edition }) => edition === to)
    .flatMap((translation): [string, string][] => {
      const [before, after] = [from, to].map((edition) =>
        originals.get(identify({ ...translation, edition })),
      );
      const path = translation.file.slice(label.length + 1);
      if (!translation.confirmed || !before || !after) return [];
      const words = carryFingerprints(translation.confirmed.words, before, after, hashText);
      const text = writeConfirmation(files.get(path) ?? '', words);
      return text === undefined ? [] : [[path, text]];
    });
  return new Map([...files, ...changed]);
}
