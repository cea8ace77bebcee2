export interface HeaderRule {
  /** The end of the paths that it is for. Of several rules that fit a path the first one counts. */
  ending: string;
  headers: Readonly<Record<string, string>>;
  /** Whether hosts must be told in `_headers`. They send the other headers of their own accord. */
  isPublished?: boolean;
}

/** Response headers by path: for the local server, and for the `_headers` file that hosts read. */
export const headerRules: readonly HeaderRule[] = [
  {
    ending: '.ics',
    headers: {
      // Google reads a feed without its charset as Latin-1.
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'public, max-age=300, must-revalidate',
      'Access-Control-Allow-Origin': '*',
    },
    isPublished: true,
  },
  textRule('/changes.xml', 'application/atom+xml'),
  textRule('.xml', 'application/xml'),
  textRule('.css', 'text/css'),
  textRule('.csv', 'text/csv'),
  textRule('.js', 'text/javascript'),
  textRule('.json', 'application/json'),
  textRule('.svg', 'image/svg+xml'),
  textRule('.txt', 'text/plain'),
  textRule('.webmanifest', 'application/manifest+json'),
];

function textRule(ending: string, type: string): HeaderRule {
  return { ending, headers: { 'Content-Type': `${type}; charset=utf-8` } };
}

/** The headers of a path, such as `/calendar.ics`. */
export function headersOf(path: string): Readonly<Record<string, string>> {
  return headerRules.find(({ ending }) => path.endsWith(ending))?.headers ?? {};
}

/**
 * Writes the text of a `_headers` file, the format of Netlify and Cloudflare Pages.
 * @param own the site's own rules, which are appended. A rule for the same paths replaces the one of the
 *   table, since Cloudflare joins the values that two rules give one header.
 */
export function renderHeaders(own = ''): string {
  const ownPaths = own.split('\n').map((line) => line.trim());
  const rules = headerRules
    .filter(({ ending, isPublished }) => isPublished && !ownPaths.includes(`/*${ending}`))
    .map(({ ending, headers }) =>
      [`/*${ending}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join(
        '\n',
      ),
    );
  return [...rules, ...(own === '' ? [] : [own])].join('\n');
}
