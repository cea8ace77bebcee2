export interface HeaderRule {
  /** The paths that it is for, as in `_headers`: `*` stands for anything, `:name` for a part between slashes. */
  pattern: string;
  headers: Readonly<Record<string, string>>;
}

interface FileKind extends HeaderRule {
  /** Hosts send the type of their own accord. */
  isKnown?: boolean;
}

/**
 * What every answer carries. Each page has a full Content Security Policy of its own: a browser would
 * intersect it with one here, which therefore has only what pages cannot say. HSTS is about this host alone,
 * since other sites may live at its subdomains.
 */
const securityHeaders = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** For what no other rule names, as hosts do of their own accord: ask each time whether it has changed. */
const revalidate = 'public, max-age=0, must-revalidate';

/** Astro's files have a hash of their content in their names. */
const hashedFiles: HeaderRule = {
  pattern: '/_astro/*',
  headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
};

/** Kinds of files. Of several that fit a path the first one counts. */
export const fileKinds: readonly FileKind[] = [
  { ...textKind('/*.html', 'text/html'), isKnown: true },
  {
    pattern: '/*.ics',
    headers: {
      // Google reads a feed without its charset as Latin-1.
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'public, max-age=300, must-revalidate',
      'Access-Control-Allow-Origin': '*',
    },
  },
  textKind('/*/changes.xml', 'application/atom+xml'),
  { ...textKind('/*.xml', 'application/xml'), isKnown: true },
  textKind('/*.css', 'text/css'),
  textKind('/*.csv', 'text/csv'),
  textKind('/*.js', 'text/javascript'),
  textKind('/*.json', 'application/json'),
  textKind('/*.svg', 'image/svg+xml'),
  textKind('/*.txt', 'text/plain'),
  textKind('/*.webmanifest', 'application/manifest+json'),
  binaryKind('avif', 'image/avif'),
  binaryKind('gif', 'image/gif'),
  binaryKind('ico', 'image/x-icon'),
  binaryKind('jpeg', 'image/jpeg'),
  binaryKind('jpg', 'image/jpeg'),
  binaryKind('pagefind', 'application/octet-stream'),
  binaryKind('pdf', 'application/pdf'),
  binaryKind('pf_fragment', 'application/octet-stream'),
  binaryKind('pf_index', 'application/octet-stream'),
  binaryKind('pf_meta', 'application/octet-stream'),
  binaryKind('png', 'image/png'),
  binaryKind('webp', 'image/webp'),
  binaryKind('woff2', 'font/woff2'),
];

function textKind(pattern: string, type: string): FileKind {
  return { pattern, headers: { 'Content-Type': `${type}; charset=utf-8` } };
}

function binaryKind(ending: string, type: string): FileKind {
  return { pattern: `/*.${ending}`, headers: { 'Content-Type': type }, isKnown: true };
}

/** The headers of a file, such as `/calendar.ics` or `/2022/index.html`. */
export function headersOf(path: string): Record<string, string> {
  const kind = fileKinds.find((each) => fitsPattern(each, path));
  return {
    ...securityHeaders,
    'Content-Type': 'application/octet-stream',
    'Cache-Control': revalidate,
    ...kind?.headers,
    ...(fitsPattern(hashedFiles, path) ? hashedFiles.headers : {}),
  };
}

/** Says whether a rule is for a path. */
export function fitsPattern({ pattern }: { pattern: string }, path: string): boolean {
  const parts = pattern.split(/(\*|:[a-z]\w*)/i).map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : RegExp.escape(part);
  });
  return new RegExp(`^${parts.join('')}$`, 's').test(path);
}

/**
 * Reads a `_headers` file, the format of Netlify and Cloudflare Pages. Lines that are neither a path nor a
 * header are left out.
 */
export function parseHeaders(text: string): { pattern: string; headers: Headers }[] {
  const rules: { pattern: string; headers: Headers }[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    const headers = rules.at(-1)?.headers;
    const [, name, value] = /^([\w-]+):\s*([ -~]+)$/.exec(line) ?? [];
    if (/^(\/|https?:\/\/)/.test(line)) rules.push({ pattern: line, headers: new Headers() });
    else if (headers && name !== undefined && value !== undefined) headers.append(name, value);
  }
  return rules;
}

/**
 * Writes the text of a `_headers` file. Its rules set no header of a path twice: Cloudflare would join the
 * two values, Netlify takes the later one.
 * @param own the site's own rules, which are appended. A header that one of them sets for the same pattern
 *   replaces that of the table.
 */
export function renderHeaders(own = ''): string {
  const ownRules = parseHeaders(own);
  const isReplaced = (pattern: string, name: string) =>
    ownRules.some((rule) => rule.pattern === pattern && rule.headers.has(name));
  const published = [
    { pattern: '/*', headers: securityHeaders },
    hashedFiles,
    ...fileKinds.filter(({ isKnown }) => !isKnown),
  ];
  const rules = published.flatMap(({ pattern, headers }) => {
    const kept = Object.entries(headers).filter(([name]) => !isReplaced(pattern, name));
    if (kept.length === 0) return [];
    return [`${pattern}\n${kept.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`];
  });
  return [...rules, ...(own === '' ? [] : [own])].join('\n');
}
