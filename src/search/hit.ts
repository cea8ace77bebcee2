import { unpackHangul } from './hangul.ts';
import { markExcerpt, markMatches, type MarkedPiece } from './mark.ts';
import { readTags } from './tag.ts';

/** A search result as it is shown. */
export interface Hit {
  kind: string;
  href: string;
  title: MarkedPiece[];
  titleLang: string | undefined;
  label: MarkedPiece[];
  dates: MarkedPiece[];
  status: string | undefined;
  /** The number of its phase, if it has exactly one. */
  phase: string | undefined;
  excerpt: MarkedPiece[];
  excerptLang: string | undefined;
  /** Whether the editors of the site wrote the text. */
  byEditors: boolean;
}

/** A record as Pagefind returns it. */
export interface PagefindData {
  /** With the base of the site. */
  url: string;
  content: string;
  /** A part of the content in HTML, with `<mark>` around matches. */
  excerpt: string;
  meta: Record<string, string>;
}

/** Makes a result from a record, with the matches of the query marked. */
export function describeHit({ url, content, excerpt, meta }: PagefindData, query: string): Hit {
  const mark = (name: string) => markMatches(unpackHangul(meta[name] ?? ''), query);
  const tags = readTags(meta['tags'] ?? '');
  const { kind = [], phase = [], status = [], titleLang = [], textLang = [], author = [] } = tags;
  const title = unpackHangul(meta['title'] ?? '');
  const text = unpackHangul(content);
  return {
    kind: kind[0] ?? '',
    href: url,
    title: mark('title'),
    titleLang: titleLang[0],
    label: mark('label'),
    dates: mark('dates'),
    status: status[0],
    phase: phase.length === 1 ? phase[0] : undefined,
    // A record without text is indexed with its title as text.
    excerpt: text === title ? [] : markExcerpt(text, query, title, unpackHangul(excerpt)),
    excerptLang: textLang[0],
    byEditors: author[0] === 'editors',
  };
}
