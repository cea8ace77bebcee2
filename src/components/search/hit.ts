import { unpackHangul } from '@/search/hangul.ts';
import { markExcerpt, markMatches, type MarkedPiece } from '@/search/mark.ts';
import { readTags } from '@/search/tag.ts';

/** Something that was found, as it is shown. */
export interface Hit {
  kind: string;
  href: string;
  title: MarkedPiece[];
  titleLang: string | undefined;
  label: MarkedPiece[];
  dates: MarkedPiece[];
  status: string | undefined;
  /** The number of its phase, if it belongs to one alone. */
  phase: string | undefined;
  excerpt: MarkedPiece[];
  excerptLang: string | undefined;
}

/** A record as Pagefind gives it back. */
export interface PagefindData {
  /** With the base of the site. */
  url: string;
  content: string;
  /** A part of the content in HTML, with `<mark>` around what was found. */
  excerpt: string;
  meta: Record<string, string>;
}

/** Makes a result of a record, with what was searched for marked in it. */
export function describeHit({ url, content, excerpt, meta }: PagefindData, query: string): Hit {
  const read = (name: string) => unpackHangul(meta[name] ?? '');
  const { kind = [], phase = [], status = [], titleLang = [], textLang = [] } = readTags(meta['tags'] ?? '');
  const title = read('title');
  const text = unpackHangul(content);
  return {
    kind: kind[0] ?? '',
    href: url,
    title: markMatches(title, query),
    titleLang: titleLang[0],
    label: markMatches(read('label'), query),
    dates: markMatches(read('dates'), query),
    status: status[0],
    phase: phase.length === 1 ? phase[0] : undefined,
    // What has no text is found by its title, which it then repeats.
    excerpt: text === title ? [] : markExcerpt(text, query, title, unpackHangul(excerpt)),
    excerptLang: textLang[0],
  };
}
