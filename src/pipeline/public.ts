import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import sharp, { type Metadata } from 'sharp';
import type { Issue } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import { explainSize, listFolder } from '../reader/folder.ts';
import { checkSvg } from '../reader/svg.ts';
import { root } from './environment.ts';

/** Pictures that browsers show, as sharp names them, with the endings of their names. */
const pictures: Record<string, readonly string[]> = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
  gif: ['gif'],
  heif: ['avif'],
};

/** The first bytes of other files by the ending of their names. */
const signatures: Record<string, string> = {
  pdf: '%PDF-',
  ico: '\0\0\u0001\0',
  woff2: 'wOF2',
  zip: 'PK\u0003\u0004',
  docx: 'PK\u0003\u0004',
  xlsx: 'PK\u0003\u0004',
  pptx: 'PK\u0003\u0004',
};

/** Endings of plain text, which no browser runs. Files that hosts read have none, such as CNAME or _redirects. */
const texts = ['', 'txt', 'md', 'csv', 'json', 'ics', 'vtt', 'webmanifest'];

const endings = [
  ...Object.values(pictures).flat(),
  'svg',
  ...Object.keys(signatures),
  ...texts.filter(Boolean),
];

/** How issues name the public folder. */
const labelOf = (dir: string) => relative(root, dir).replaceAll('\\', '/');

/** Everything below public/ that can be published. */
export interface PublicFolder {
  /** Paths inside the folder, with forward slashes. */
  files: string[];
  issues: Issue[];
}

/** Lists the files of public/ with issues for links, and for files that are too large. A site may have no such folder. */
export function listPublic(dir: string): PublicFolder {
  if (!existsSync(dir)) return { files: [], issues: [] };
  const label = labelOf(dir);
  const { files, issues } = listFolder(dir, label);
  const large = files.filter(({ bytes }) => bytes > limits.publicFileBytes);
  return {
    files: files.map(({ path }) => path),
    issues: [
      ...issues,
      ...large.map(({ path, bytes }) => explainSize(`${label}/${path}`, bytes, limits.publicFileBytes)),
    ],
  };
}

/**
 * Examines the content of each file of public/: they are published as they are, on the site's own origin.
 * @param dir the folder, as `listPublic` has read it
 * @param verificationFiles files that site.yaml names, which are published unexamined
 */
export async function examinePublic(
  dir: string,
  { files, issues: known }: PublicFolder,
  verificationFiles: readonly string[] = [],
): Promise<Issue[]> {
  const label = labelOf(dir);
  const large = new Set(known.map(({ file }) => file));
  const issues: Issue[] = [];
  for (const path of files) {
    const file = `${label}/${path}`;
    if (large.has(file) || verificationFiles.includes(path)) continue;
    issues.push(...(await examineFile(join(dir, path), path, file)));
  }
  return issues;
}

async function examineFile(absolute: string, path: string, file: string): Promise<Issue[]> {
  const name = path.split('/').at(-1) ?? '';
  const ending = /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!endings.includes(ending) && !texts.includes(ending)) return [explainEnding(file, ending)];
  const bytes = readFileSync(absolute);
  if (ending === 'svg') {
    if (bytes.length > limits.svgBytes) return [explainSize(file, bytes.length, limits.svgBytes)];
    const text = decode(bytes);
    return text === undefined ? [explainType(file, 'SVG in UTF-8')] : checkSvg(text, file);
  }
  const signature = signatures[ending];
  if (signature !== undefined)
    return bytes.toString('latin1', 0, signature.length) === signature
      ? []
      : [explainType(file, ending.toUpperCase())];
  if (texts.includes(ending)) {
    if (!isPlainText(bytes)) return [explainType(file, 'plain text in UTF-8')];
    return path === '_headers' ? [explainHeaders(file)] : [];
  }
  const metadata = await readPicture(bytes);
  if (!metadata) return [explainType(file, 'picture')];
  const right = pictures[metadata.format] ?? [];
  if (!right.includes(ending)) return [explainPicture(file, metadata.format, right[0])];
  const { width, height, pages = 1 } = metadata;
  return width * height * pages > limits.picturePixels ? [explainPixels(file, metadata)] : [];
}

/** How files of these kinds begin: sharp would read others too, such as drawings. */
const pictureStart = /^(?:\xFF\xD8\xFF|\x89PNG|GIF8|RIFF|.{4}ftyp)/s;

/** Reads the metadata of a picture without decoding its pixels; undefined if the bytes are no picture. */
async function readPicture(bytes: Buffer): Promise<Metadata | undefined> {
  if (!pictureStart.test(bytes.toString('latin1', 0, 8))) return undefined;
  return sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether bytes are text that no browser takes for a page, whatever type a host sends it with. */
function isPlainText(bytes: Uint8Array): boolean {
  const text = decode(bytes);
  return text !== undefined && !text.includes('\0') && !/^\s*<[!?a-z]/i.test(text);
}

const start = { severity: 'error', line: 1, column: 1 } as const;

function explainEnding(file: string, ending: string): Issue {
  const isPage = /^(?:x?html?|xml)$/.test(ending);
  return {
    ...start,
    code: 'public-kind',
    file,
    value: ending,
    allowed: endings,
    message: isPage
      ? 'Pages and XML files in public/ are not published: browsers would run what is in them as a part of this site.'
      : `Files that end in .${ending} are not published.`,
    fix: isPage
      ? 'Write a page in content/. If a service checks with this file that the site is yours, name it in content/site.yaml: "verificationFiles".'
      : 'Save it in one of the allowed kinds, or delete it.',
  };
}

function explainType(file: string, kind: string): Issue {
  return {
    ...start,
    code: 'public-type',
    file,
    message: `This file is no ${kind}, whatever its name says, or it is damaged.`,
    fix: 'Save it again, under a name with the ending of its kind.',
  };
}

function explainPicture(file: string, format: string, right: string | undefined): Issue {
  return {
    ...start,
    code: 'public-type',
    file,
    value: format,
    message: `This picture is of the kind ${format}, and its name ends in another.`,
    fix:
      right === undefined ? 'Save it again as JPEG, PNG or WebP.' : `Rename it so that it ends in .${right}.`,
  };
}

function explainPixels(file: string, { width, height, pages = 1 }: Metadata): Issue {
  return {
    ...start,
    code: 'public-pixels',
    file,
    value: `${width} × ${height}`,
    message: `This picture has ${width} × ${height} pixels${pages > 1 ? ` in ${pages} frames` : ''}: more than ${limits.picturePixels / 1e6} million.`,
    fix: 'Scale it down: pages show no more than 2,400 pixels on a side.',
  };
}

function explainHeaders(file: string): Issue {
  return {
    severity: 'warning',
    code: 'public-headers',
    file,
    line: 1,
    column: 1,
    message: 'The rules in this file are appended to those of the build, and can undo its security headers.',
    fix: 'Keep it if each of its rules is meant. See docs/hosting/netlify-cloudflare.md.',
  };
}

/**
 * Removes metadata, such as the place where a photograph was taken, from the pictures of a built site. A picture
 * without any stays as it is.
 * @param dir the folder of the site
 * @param files the files of public/
 * @returns how many pictures were written anew
 */
export async function removeMetadata(dir: string, files: Iterable<string>): Promise<number> {
  const kinds = Object.values(pictures).flat();
  let removed = 0;
  for (const path of files) {
    if (!kinds.includes(/\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? '')) continue;
    const file = join(dir, path);
    const bytes = readFileSync(file);
    const metadata = await readPicture(bytes);
    const { exif, xmp, iptc, tifftagPhotoshop, comments, orientation = 1 } = metadata ?? {};
    if (!(exif ?? xmp ?? iptc ?? tifftagPhotoshop ?? comments) && orientation === 1) continue;
    writeFileSync(file, await rewritePicture(bytes, metadata));
    removed += 1;
  }
  return removed;
}

async function rewritePicture(bytes: Uint8Array, metadata: Metadata | undefined): Promise<Uint8Array> {
  const picture = sharp(bytes, { animated: true, limitInputPixels: limits.picturePixels })
    .autoOrient()
    .keepIccProfile();
  switch (metadata?.format) {
    case 'png':
      return picture.png().toBuffer();
    case 'webp':
      return picture.webp({ quality: 90 }).toBuffer();
    case 'gif':
      return picture.gif().toBuffer();
    case 'heif':
      return picture.avif({ quality: 80 }).toBuffer();
    default:
      return picture.jpeg({ quality: 90 }).toBuffer();
  }
}
