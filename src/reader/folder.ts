import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import { compareText, type Issue } from '../model/issue.ts';
import { limits } from '../model/limits.ts';

/** A file below a folder. */
export interface FolderFile {
  /** Path inside the folder, with forward slashes. */
  path: string;
  bytes: number;
}

/** Files that editors and systems leave behind; they are nobody's mistake. */
const ignored = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.gitkeep|.*~|\..*\.sw[a-z])$/;

/**
 * Lists the files below a folder, in the order of their paths, without following links. What is neither a file
 * nor a folder comes back as an issue, as do too many files and folders too deep.
 * @param label how issues name the folder, such as `content`
 * @throws if the folder cannot be read
 */
export function listFolder(dir: string, label: string): { files: FolderFile[]; issues: Issue[] } {
  const files: FolderFile[] = [];
  const issues: Issue[] = [];
  const root = lstatSync(dir);
  if (!root.isDirectory()) return { files, issues: [explainKind(root, label)] };
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const item of readdirSync(join(dir, folder), { withFileTypes: true })) {
      const path = `${folder}${item.name}`;
      const name = `${label}/${path}`;
      if (item.isDirectory()) {
        if (/\.(ya?ml|mdx)$/.test(item.name)) issues.push(explainFolderName(name));
        else if (path.split('/').length > limits.folderDepth) issues.push(explainDepth(name));
        else folders.push(`${path}/`);
      } else if (!item.isFile()) issues.push(explainKind(item, name));
      else if (!ignored.test(item.name)) files.push({ path, bytes: lstatSync(join(dir, path)).size });
    }
    if (files.length > limits.files || folders.length > limits.files) {
      issues.push(explainCount(label));
      break;
    }
  }
  return { files: files.sort((a, b) => compareText(a.path, b.path)), issues };
}

const start = { severity: 'error', line: 1, column: 1 } as const;

function explainKind(item: Pick<Dirent, 'isSymbolicLink' | 'isFIFO' | 'isFile'>, file: string): Issue {
  const kind = item.isSymbolicLink() ? 'a link' : item.isFIFO() ? 'a named pipe' : 'a device or a socket';
  return {
    ...start,
    code: 'file-kind',
    file,
    message: item.isFile()
      ? 'This is a file, and must be a folder.'
      : `This is ${kind}, and only files and folders are read: nothing from elsewhere gets into the site.`,
    fix: 'Put the file or folder itself here, or delete this.',
  };
}

function explainFolderName(file: string): Issue {
  return {
    ...start,
    code: 'file-kind',
    file,
    message: `This is a folder, and a name such as ${basename(file)} is that of a file.`,
    fix: 'Rename the folder, or delete it.',
  };
}

function explainDepth(file: string): Issue {
  return {
    ...start,
    code: 'folder-depth',
    file,
    message: `This folder lies deeper than ${limits.folderDepth} folders inside one another, so it was not read.`,
    fix: 'Move what is in it further up.',
  };
}

function explainCount(file: string): Issue {
  return {
    ...start,
    code: 'folder-count',
    file,
    message: `This folder has more than ${limits.files} files or folders in it, so the rest was not read.`,
    fix: 'Delete what does not belong to the site.',
  };
}

/** A file that is larger than its limit, which is not read at all. */
export function explainSize(file: string, bytes: number, most: number): Issue {
  return {
    ...start,
    code: 'file-size',
    file,
    value: `${bytes} bytes`,
    message: `This file has ${bytes} bytes, and at most ${most} are read.`,
    fix: 'Shorten it, or split it into several files. A picture or document can be saved again in a smaller size.',
  };
}
