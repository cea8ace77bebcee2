import { decodeAddress } from '../address.ts';
import { explainHost } from '../host.ts';
import type { Body } from '../entry.ts';
import { issueAt } from '../entry.ts';
import { findNearest } from '../nearest.ts';
import type { PageIndex } from '../page-index.ts';
import type { Position, Issue } from '../issue.ts';

/** What the check knows of the world around the text: files and pages. */
export interface LinkTargets {
  pages: PageIndex;
  /** The files of public/, their paths written with slashes between folders and none in front. */
  files: ReadonlySet<string>;
}

/** A body, and where visitors read it. */
export interface LinkSource {
  file: string;
  body: Body | undefined;
  /** The page that shows it, if it has one of its own. */
  address: string | undefined;
  /** Whether a published site leaves it out: then it may lead to drafts. */
  draft: boolean;
  languages: readonly string[];
}

type Detail = Pick<Issue, 'code' | 'message' | 'fix' | 'allowed'> & Partial<Pick<Issue, 'severity'>>;

/** Reports links of a body that lead nowhere or are not https, and images that are missing or have no alt text. */
export function checkBody(source: LinkSource, targets: LinkTargets): Issue[] {
  const { links = [], images = [] } = source.body ?? {};
  const report = (value: string, place: Position, details: Detail[]) =>
    details.map((detail) => ({
      ...issueAt({ file: source.file, positions: {} }, { ...detail, value }),
      line: place.line,
      column: place.column,
    }));
  return [
    ...links.flatMap((link) => report(link.url, link, checkLink(link.url, source, targets))),
    ...images.flatMap((image) => report(image.src, image, checkImage(image, targets))),
  ];
}

function checkLink(url: string, source: LinkSource, targets: LinkTargets): Detail[] {
  if (url.startsWith('https://')) return explainHost(url);
  if (/^mailto:[^@\s]+@[^@\s]+$/.test(url)) return [];
  if (!/^(\/(?!\/)|#)/.test(url)) return [explainForeign(url)];
  const [, path = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  const address = decodeAddress(path === '' ? (source.address ?? '') : path);
  const page = targets.pages.get(address);
  if (!page) return targets.files.has(address.slice(1)) ? [] : [explainNowhere(url, address, targets.pages)];
  if (page.draft && !source.draft)
    return [
      {
        code: 'link-draft',
        message: `The page ${address} is a draft, so this link leads nowhere on the published site.`,
        fix: 'Delete the link, remove "draft: true" from that page, or make this one a draft too.',
      },
    ];
  if (!fragment || !page.fragments) return [];
  const missing = source.languages.find(
    (each) => page.fragments?.get(each)?.has(decodeAddress(fragment)) === false,
  );
  if (missing === undefined) return [];
  const places = [...(page.fragments.get(missing) ?? [])];
  return [explainFragment({ path, address, fragment, places, language: missing, source })];
}

function explainForeign(url: string): Detail {
  const code = 'link-https';
  if (/^http:\/\//i.test(url))
    return {
      code,
      message: `The link "${url}" is not encrypted: it begins with http:// instead of https://.`,
      fix: `Write ${url.replace(/^http:/i, 'https:')}, after trying it in a browser.`,
    };
  if (/^https:/i.test(url))
    return {
      code,
      message: `The address "${url}" does not begin with https:// in small letters.`,
      fix: `Write ${url.replace(/^https:\/*/i, 'https://')}.`,
    };
  return {
    code,
    message: `The link "${url}" is neither a full address that begins with https:// nor one of this site.`,
    fix: 'Write https://… for other sites, and for this one the address from its first slash on, such as /2022/schedule/.',
  };
}

function explainNowhere(url: string, address: string, pages: PageIndex): Detail {
  const nearest = findPage(address, [...pages.keys()]);
  return {
    code: 'link-nowhere',
    message: `The link "${url}" leads to no page of this site.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
    fix: nearest
      ? `Write ${nearest}.`
      : 'Open the page that you mean and copy its address from the first slash on, without the language. If its file was renamed, that has its new name; if it is gone, delete the link.',
  };
}

/**
 * The page that a wrong address most likely means: the same without the ending of a file, else the nearest one.
 * One with another number is another page, and no page is a file to download.
 */
function findPage(address: string, addresses: readonly string[]): string | undefined {
  const plain = `${address.replace(/(?:\.(?:mdx?|html?)|\/)$/i, '')}/`;
  if (addresses.includes(plain)) return plain;
  const isFile = (text: string) => /\.(?!mdx?$|html?$)\w+$/i.test(text);
  return findNearest(
    address,
    addresses.filter((each) => hasDigitsOf(address)(each) && isFile(each) === isFile(address)),
  );
}

const readDigits = (text: string) => text.match(/\d+/g)?.join(' ');
const hasDigitsOf = (text: string) => (other: string) => readDigits(other) === readDigits(text);

interface Missed {
  path: string;
  address: string;
  fragment: string;
  /** The places that the page has. */
  places: string[];
  language: string;
  source: LinkSource;
}

function explainFragment({ path, address, fragment, places, language, source }: Missed): Detail {
  // A place with another number is another one: #phase-2 is not meant by #phase-1.
  const nearest = findNearest(decodeAddress(fragment), places.filter(hasDigitsOf(decodeAddress(fragment))));
  // A heading has other words in each language: then one link cannot lead to it in all of them.
  const where = source.languages[0] === language ? '' : ` in the language "${language}"`;
  return {
    code: 'link-fragment',
    allowed: places.map((each) => `#${each}`),
    message: `The page ${address} has no place "#${fragment}"${where}.${nearest && !where ? ` Did you mean "#${nearest}"?` : ''}`,
    fix: nearest && !where ? `Write ${path}#${nearest}.` : `Write ${address} without "#${fragment}".`,
  };
}

function checkImage(image: { src: string; alt: string }, targets: LinkTargets): Detail[] {
  const isMute: Detail = {
    code: 'image-alt',
    message: 'This picture has no alternative text.',
    fix: 'Say in a sentence what it shows, between the square brackets: ![…](/…).',
  };
  const isRelative = !image.src.startsWith('/') && targets.files.has(decodeAddress(image.src));
  const relative: Detail = {
    code: 'image-missing',
    message: `The address of the picture "${image.src}" does not begin with a slash.`,
    fix: `Write /${image.src}.`,
  };
  const found = isRelative ? [relative] : checkFile(image.src, targets);
  return [...(image.alt.trim() === '' ? [isMute] : []), ...found];
}

/** Reports a picture that is not in public/. The path may begin with a slash. */
export function checkFile(src: string, targets: LinkTargets): Pick<Issue, 'code' | 'message' | 'fix'>[] {
  const code = 'image-missing';
  if (/^([a-z]+:|\/\/)/i.test(src))
    return [
      {
        code,
        message: `The picture "${src}" lies on another site, and pages show none from there.`,
        fix: 'If you may use it, put the file into public/ and write its address from there, such as /pictures/team.jpg.',
      },
    ];
  const [, slash = '', path = ''] = /^(\/?)(.*)$/s.exec(decodeAddress(src)) ?? [];
  if (targets.files.has(path)) return [];
  const nearest = findNearest(path, [...targets.files]);
  return [
    {
      code,
      message: `There is no picture "${src}" in public/.${nearest ? ` Did you mean "${slash}${nearest}"?` : ''}`,
      fix: nearest
        ? `Write ${slash}${nearest}; capital letters count.`
        : 'Put the file into public/ and write its path as it is there; capital letters count.',
    },
  ];
}
