/** The bytes of a file that a request wants, the last one included. */
export interface ByteRange {
  first: number;
  last: number;
}

/** Says whether a client takes gzip, from its Accept-Encoding. */
export function acceptsGzip(header = ''): boolean {
  const [, quality = '1'] = /(?:^|,)\s*gzip\s*(?:;\s*q=([\d.]+))?\s*(?=,|$)/i.exec(header) ?? [, '0'];
  return Number(quality) > 0;
}

/**
 * Says whether If-None-Match names an ETag: one of its list, strong or weak, or `*` (RFC 9110, section 13.1.2).
 * @param etag with its quotation marks
 */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  const tags = [...(header ?? '').matchAll(/"[^"]*"/g)].map(([tag]) => tag);
  return header?.trim() === '*' || tags.includes(etag);
}

/**
 * Reads Range (RFC 9110, section 14). What is no single range of bytes is ignored, as a server may.
 * @param size of the file in bytes
 * @returns undefined for the whole file, `none` if the file has no such bytes
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'none' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if ((from === '' && to === '') || (from !== '' && to !== '' && Number(to) < Number(from))) return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first >= size ? 'none' : { first, last };
}
