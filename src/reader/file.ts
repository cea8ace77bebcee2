import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import { isLedger } from '../model/registry.ts';
import { explainSize, listFolder } from './folder.ts';

/** A file of the content folder as text. */
export interface ContentFile {
  /** Path inside the content folder, with forward slashes. */
  path: string;
  /** Path that issues name: from the project's root. */
  name: string;
  /** The text with line ends as `\n` and letters in one form (NFC): the same pages from every machine. */
  text: string;
}

/**
 * Reads every file below a content folder, in the order of their paths. A file that is empty, too
 * large, not UTF-8 or not readable at all comes back as an issue, as does what is neither a file nor a folder.
 * @param dir the content folder
 * @param label how issues name that folder, such as `content`
 * @throws if the folder cannot be read
 */
export function readFiles(dir: string, label: string): { files: ContentFile[]; issues: Issue[] } {
  const listed = listFolder(dir, label);
  const files: ContentFile[] = [];
  const issues = [...listed.issues];
  for (const { path, bytes } of listed.files) {
    const name = `${label}/${path}`;
    const most = isLedger(path) ? limits.ledgerBytes : limits.fileBytes;
    const text = bytes > most ? explainSize(name, bytes, most) : readText(join(dir, path), name);
    if (typeof text === 'string') files.push({ path, name, text });
    else issues.push(text);
  }
  return { files, issues };
}

/** Finds the first mark of a conflict that git left in a file. A line of "=" alone is a heading in Markdown. */
export function findConflict({ name, text }: ContentFile): Issue | undefined {
  const found = /^(?:<{7}|>{7})(?= |$)/m.exec(text);
  if (!found) return undefined;
  return {
    severity: 'error',
    code: 'file-conflict',
    file: name,
    line: text.slice(0, found.index).split('\n').length,
    column: 1,
    value: found[0],
    message: 'Two branches have changed the same lines of this file, and git has left its marks here.',
    fix: 'Keep the lines that are right, and delete the lines that begin with "<<<<<<<", "=======" and ">>>>>>>".',
  };
}

/** The text of a file without a byte order mark, or what keeps it from being read. */
function readText(path: string, name: string): string | Issue {
  const at = { severity: 'error' as const, file: name, line: 1, column: 1 };
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return {
      ...at,
      code: 'file-unreadable',
      message: 'This file cannot be opened.',
      fix: 'Allow your user to read it, put a copy of it here, or delete it.',
    };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true })
      .decode(bytes)
      .replaceAll(/\r\n?/g, '\n')
      .normalize('NFC');
    // A NUL is in no text: such a file is of another encoding, with two bytes a letter, or no text at all.
    if (text.includes('\0')) throw new Error('NUL');
    if (text.trim() !== '') return text;
  } catch {
    return {
      ...at,
      ...findBrokenByte(bytes),
      code: 'file-encoding',
      message: 'This file is not a text in UTF-8, so its letters cannot be read from here on.',
      fix: 'Open it in your editor and save it again with the encoding "UTF-8".',
    };
  }
  return {
    ...at,
    code: 'file-empty',
    message: 'This file is empty.',
    fix: 'Fill it in, or delete it. A file of the same kind shows what belongs in it.',
  };
}

/** The place of the first byte that is not UTF-8. */
function findBrokenByte(bytes: Uint8Array): { line: number; column: number } {
  // A replacement character may stand in the text itself, so the bytes are read one by one.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let before = '';
  try {
    for (const byte of bytes) {
      if (byte === 0) break;
      before += decoder.decode(Uint8Array.of(byte), { stream: true });
    }
  } catch {
    // What was read until here is what stands before the byte.
  }
  const lines = before.split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
