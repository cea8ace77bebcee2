import type { Body } from '../entry.ts';
import { problemAt } from '../entry.ts';
import { findNearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';

/** The pages of the site, without base and language, and the fragments known of each. */
export type PageIndex = ReadonlyMap<string, ReadonlySet<string>>;

/** What the check knows of the world around the text: files and pages. */
export interface LinkTargets {
  pages: PageIndex;
  /** Says whether a file exists in public/. */
  hasFile: (path: string) => boolean;
}

type Subject = { file: string; body: Body | undefined; address?: string };

/** Reports links of a body that lead nowhere or are not https, and pictures that are missing or mute. */
export function checkBody(subject: Subject, targets: LinkTargets): Problem[] {
  const links = subject.body?.links ?? [];
  const images = subject.body?.images ?? [];
  return [
    ...links.flatMap((link) =>
      checkLink(link.url, subject, targets).map((each) => ({ ...each, ...place(link) })),
    ),
    ...images.flatMap((image) =>
      checkImage(image, subject, targets).map((each) => ({ ...each, ...place(image) })),
    ),
  ];
}

function checkLink(url: string, subject: Subject, targets: LinkTargets): Problem[] {
  const at = { file: subject.file, positions: {} };
  if (/^https:\/\/[^/\s]+\.[^/\s]+/.test(url) || /^mailto:[^@\s]+@[^@\s]+$/.test(url)) return [];
  if (!url.startsWith('/') && !url.startsWith('#'))
    return [
      problemAt(at, {
        code: 'link-https',
        value: url,
        message: `The link "${url}" is neither an address that begins with https:// nor one of this site.`,
        fix: 'Write https://… for other sites, and for this one the address from the first slash on, such as /2022/schedule/.',
      }),
    ];
  const [path = '', fragment] = url.split('#');
  const address = path === '' ? (subject.address ?? '') : path;
  const fragments = targets.pages.get(address);
  if (fragments && (!fragment || fragments.has(decodeURIComponent(fragment)))) return [];
  if (!fragments && targets.hasFile(path.slice(1))) return [];
  if (fragments) {
    const nearest = findNearest(fragment ?? '', [...fragments]);
    return [
      problemAt(at, {
        code: 'link-fragment',
        value: url,
        allowed: [...fragments],
        message: `The page ${address} has no place "#${fragment}".${nearest ? ` Did you mean "#${nearest}"?` : ''}`,
        fix: nearest ? `Write ${path}#${nearest}.` : `Write ${address} without "#${fragment}".`,
      }),
    ];
  }
  const nearest = targets.pages.has(`${path}/`) ? `${path}/` : findNearest(path, [...targets.pages.keys()]);
  return [
    problemAt(at, {
      code: 'link-nowhere',
      value: url,
      message: `The link "${url}" leads to no page of this site.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
      fix: nearest
        ? `Write ${nearest}.`
        : 'Open the page you mean and copy its address from the first slash on.',
    }),
  ];
}

function checkImage(image: { src: string; alt: string }, subject: Subject, targets: LinkTargets): Problem[] {
  const at = { file: subject.file, positions: {} };
  return [
    ...(image.alt.trim() === ''
      ? [
          problemAt(at, {
            code: 'image-alt',
            value: image.src,
            message: 'This picture has no alternative text.',
            fix: 'Say in a sentence what it shows, between the square brackets: ![…](/…).',
          }),
        ]
      : []),
    ...checkFile(image.src, targets).map((each) => problemAt(at, { ...each, value: image.src })),
  ];
}

/** Reports a picture that is not in public/. The path may begin with a slash. */
export function checkFile(src: string, targets: LinkTargets): Pick<Problem, 'code' | 'message' | 'fix'>[] {
  if (!/^[a-z]+:/i.test(src) && targets.hasFile(src.replace(/^\//, ''))) return [];
  return [
    {
      code: 'image-missing',
      message: `There is no picture "${src}" in public/.`,
      fix: 'Put the file into public/ and write its path as it is there; capital letters count.',
    },
  ];
}

const place = ({ line, column }: { line: number; column: number }) => ({ line, column });
