import { createHash } from 'node:crypto';

/**
 * Leaves in a page's Content Security Policy only the hashes of its own scripts and styles. Astro writes
 * those of the whole site into every page: 1.5 kB that do not compress. No hash is added, so what Astro has
 * not made stays blocked.
 * @param html a page as Astro writes it
 */
export function keepOwnHashes(html: string): string {
  const inline = [...html.matchAll(/<(?:script|style)\b[^>]*>(.*?)<\/(?:script|style)>/gs)];
  const own = new Set(inline.map(([, text = '']) => createHash('sha256').update(text).digest('base64')));
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (policy) =>
    policy.replaceAll(/ 'sha256-([^']+)'/g, (source, hash: string) => (own.has(hash) ? source : '')),
  );
}
