/** A feed of Atom (RFC 4287). All texts are plain, all addresses in full. */
export interface AtomFeed {
  /** A name that never changes, as an IRI. */
  id: string;
  title: string;
  subtitle?: string | undefined;
  /** The language of its texts (BCP 47). */
  language: string;
  /** When anything in it last changed (RFC 3339). */
  updated: string;
  author: { name: string; url?: string | undefined };
  /** The page that shows the same. */
  page: string;
  /** Its own address. */
  self: string;
  entries: readonly AtomEntry[];
}

export interface AtomEntry {
  id: string;
  title: string;
  updated: string;
  page: string;
}

/** Writes a feed as XML: the same feed gives the same bytes. */
export function writeAtom({
  id,
  title,
  subtitle,
  language,
  updated,
  author,
  page,
  self,
  entries,
}: AtomFeed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escape(language)}">`,
    ...element('id', id),
    ...element('title', title),
    ...element('subtitle', subtitle),
    ...element('updated', updated),
    '<author>',
    ...element('name', author.name),
    ...element('uri', author.url),
    '</author>',
    `<link rel="alternate" type="text/html" hreflang="${escape(language)}" href="${escape(page)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escape(self)}"/>`,
    ...entries.flatMap(writeEntry),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function writeEntry({ id, title, updated, page }: AtomEntry): string[] {
  return [
    '<entry>',
    ...element('id', id),
    ...element('title', title),
    ...element('updated', updated),
    `<link rel="alternate" type="text/html" href="${escape(page)}"/>`,
    // Readers that show no titles show this.
    ...element('content', title),
    '</entry>',
  ];
}

function element(name: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`<${name}>${escape(text)}</${name}>`];
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot hold at all are left out. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
