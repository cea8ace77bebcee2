import { join } from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';

/** The headers of a path: names as written in the file, each once. */
export type HeaderRules = (path: string) => Record<string, string>;

/**
 * Reads the rules of a `_headers` file, the format that Netlify and Cloudflare Pages share, with
 * Netlify's own parser. Of two rules that set one header, the later holds, as at Netlify.
 * @param dir the folder of the site; without the file in it there are no rules
 * @returns a function from a path, such as `/calendar.ics`, to its headers
 * @throws naming every line that cannot be read
 */
export async function readHeaders(dir: string): Promise<HeaderRules> {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [join(dir, '_headers')],
    configHeaders: [],
    minimal: false,
  });
  if (errors.length > 0) {
    throw new Error(`The file _headers cannot be read.\n${errors.map(({ message }) => message).join('\n')}`);
  }
  const rules = headers.map((rule) => ({ ...rule, pattern: toPattern(rule.for) }));
  return (path) => {
    const values: Record<string, string> = {};
    for (const rule of rules.filter(({ pattern }) => pattern.test(path))) {
      for (const [name, value] of Object.entries(rule.values)) {
        const same = Object.keys(values).find((other) => other.toLowerCase() === name.toLowerCase());
        values[same ?? name] = value;
      }
    }
    return values;
  };
}

/**
 * The paths that a rule is for: `*` stands for anything, `:name` for one part. The parser has a pattern of its
 * own, in which the dot of `*.ics` stands for any letter, so that /topics/ would be a feed.
 */
function toPattern(rule: string): RegExp {
  const parts = rule.split(/(\*|:\w+)/).map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : RegExp.escape(part);
  });
  return new RegExp(`^${parts.join('')}$`, 'u');
}
