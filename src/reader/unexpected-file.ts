import { isReservedEdition, pathPatterns, parseAddress } from '../model/registry.ts';
import { findNearest } from '../model/nearest.ts';
import type { Issue } from '../model/issue.ts';
import type { ContentFile } from './file.ts';
import { toId } from './form.ts';

type Words = Pick<Issue, 'code' | 'message' | 'fix'> & { allowed?: string[] };

/**
 * Says why nothing reads a file, and what to do with it.
 * @param file the file, of which `parseAddress` knows no place
 * @param paths all files of the content folder: a name may be taken
 */
export function explainStray(file: ContentFile, paths: ReadonlySet<string>): Issue {
  const value = file.path.split('/').at(-1);
  return {
    severity: 'error',
    file: file.name,
    line: 1,
    column: 1,
    value,
    ...(explainEdition(file.path, paths) ?? explainName(file.path, paths) ?? explainFolder(file.path)),
  };
}

/** A file in a folder that cannot be an edition. */
function explainEdition(path: string, paths: ReadonlySet<string>): Words | undefined {
  const [folder = '', ...rest] = path.split('/');
  const isInside = rest.length > 0 && parseAddress(`x/${rest.join('/')}`) !== undefined;
  if (isInside && isReservedEdition(folder) && folder !== 'history')
    return {
      code: 'file-stray',
      message: `Nothing reads this file: "${folder}" is a name that the site or Windows keeps for itself, so it cannot be that of an edition.`,
      fix: 'Give the folder another name, such as the year.',
    };
  const editions = [...paths].flatMap((each) => /^([^/]+)\/programme\.yaml$/.exec(each)?.[1] ?? []);
  const nearest = findNearest(folder, editions);
  if (!isInside || nearest === undefined || parseAddress(`${folder}/programme.yaml`)) return undefined;
  return {
    code: 'file-stray',
    allowed: editions,
    message: `Nothing reads this file: there is no edition ${folder}/. Did you mean ${nearest}/?`,
    fix: `Move it to ${[nearest, ...rest.slice(0, -1)].join('/')}/.`,
  };
}

/** A file of which the name alone is wrong. */
function explainName(path: string, paths: ReadonlySet<string>): Words | undefined {
  const name = path.split('/').at(-1) ?? '';
  const meant = nameCandidates(path).find((candidate) => parseAddress(candidate));
  if (meant === undefined)
    return /[^\p{ASCII}]/u.test(name)
      ? {
          code: 'file-stray',
          message: 'Nothing reads this file: its name has other letters than a to z.',
          fix: 'Give it a name of small letters from a to z, digits and hyphens. The title inside may have any letters.',
        }
      : undefined;
  const shown = meant.split('/').at(-1) ?? '';
  if (paths.has(meant))
    return {
      code: 'id-repeated',
      message: `"${name}" and "${shown}" stand for one entry, and only the second of them is read.`,
      fix: 'Delete one of the two files, or give this one a name of its own.',
    };
  const ending = /\.[^.]*$/.exec(shown)?.[0] ?? '';
  return {
    code: 'file-stray',
    message: name.endsWith(ending)
      ? 'Nothing reads this file: the names of files and folders have small letters, digits and hyphens only.'
      : `Nothing reads this file: its name must end in ${ending}.`,
    fix: `Rename it to ${path.split('/').length === meant.split('/').length && path.startsWith(folderOf(meant)) ? shown : meant}.`,
  };
}

/** What the path may be meant to be: with the right ending, and in small letters. */
function nameCandidates(path: string): string[] {
  const [, stem = '', ending = ''] = /^(.*?)(?:\.([^./]+))?$/.exec(path) ?? [];
  if (!/^(ya?ml|mdx?|markdown|txt|)$/i.test(ending)) return [];
  const small = stem.split('/').map((part) => part.split('.').map(toId).join('.'));
  // Letters beyond a to z would be lost: then nobody can say what name was meant.
  const stems = /[^\p{ASCII}]/u.test(stem) ? [stem] : [stem, small.join('/')];
  return stems.flatMap((each) => ['yaml', 'mdx'].map((right) => `${each}.${right}`));
}

/** A file of which the place is wrong, or that belongs nowhere in this folder. */
function explainFolder(path: string): Words {
  const code = 'file-stray';
  const folders = folderOf(path);
  const known = knownFolders(path.split('/')[0] ?? '');
  const inside = known.find((folder) => folders.startsWith(`${folder}/`));
  const nearest = known.includes(folders) ? undefined : findNearest(folders, known);
  if (/\.(png|jpe?g|gif|svg|webp|avif|pdf)$/i.test(path))
    return {
      code,
      message: 'Nothing reads this file: pictures and documents do not belong among the content files.',
      fix: 'Move it to public/, and write its address from there, such as /partners/logo.svg.',
    };
  if (inside !== undefined)
    return {
      code,
      message: `Nothing reads this file: folders inside ${inside}/ are not looked into.`,
      fix: `Move it to ${inside}/.`,
    };
  if (nearest !== undefined)
    return {
      code,
      message: `Nothing reads this file: there is no folder ${folders}/. Did you mean ${nearest}/?`,
      fix: `Move it to ${nearest}/.`,
    };
  return {
    code,
    allowed: pathPatterns,
    message: 'Nothing reads this file: its name or its folder is none that the site knows.',
    fix: 'Move it to where it belongs, give it a name of small letters, digits and hyphens with the right ending, or delete it.',
  };
}

function knownFolders(edition: string): string[] {
  const folders = pathPatterns.map((each) =>
    each.replace('<edition>', edition).split('/').slice(0, -1).join('/'),
  );
  return [...new Set(folders)].filter((folder) => folder.includes('/') || folder === 'history');
}

const folderOf = (path: string) => path.split('/').slice(0, -1).join('/');
