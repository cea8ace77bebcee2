import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileKinds, headersOf, renderHeaders } from '../../src/pipeline/headers.ts';

const read = (name: string) =>
  readFileSync(join(resolve(import.meta.dirname, '../../docs/hosting'), name), 'utf8');

/** The types of files whose name ends so, such as `ics`, without charset. */
const endings = fileKinds.flatMap(({ pattern, headers }) => {
  const [, ending] = /^\/\*\.(\w+)$/.exec(pattern) ?? [];
  const [type = '', charset] = headers['Content-Type']?.split('; charset=') ?? [];
  return ending === undefined ? [] : [{ ending, type, isText: charset !== undefined }];
});

describe('docs/hosting', () => {
  it('has the _headers that the build writes', () => {
    expect(read('netlify-cloudflare.md')).toContain(`\`\`\`\n${renderHeaders()}\`\`\``);
  });

  it('sends the same headers with nginx', () => {
    const { 'Cache-Control': cache = '', 'Content-Type': type, ...security } = headersOf('/other');
    const cacheOf = (path: string) => headersOf(path)['Cache-Control'] ?? '';
    const sameType = Map.groupBy(endings, (each) => each.type);
    const textTypes = endings.filter(({ isText }) => isText).map((each) => each.type);
    const others = [...textTypes.filter((each) => each !== 'text/html'), 'application/atom+xml'].sort();
    const page = read('nginx.md');
    for (const block of [
      [
        'map $uri $cache_control {',
        `    default "${cache}";`,
        `    ~^/_astro/ "${cacheOf('/_astro/a.js')}";`,
        `    ~\\.ics$ "${cacheOf('/a.ics')}";`,
        '}',
        'map $uri $allow_origin {',
        `    ~\\.ics$ "${headersOf('/a.ics')['Access-Control-Allow-Origin'] ?? ''}";`,
        '}',
      ],
      [
        `    default_type ${type ?? ''};`,
        '    types {',
        ...[...sameType].map(
          ([each, files]) => `        ${each} ${files.map(({ ending }) => ending).join(' ')};`,
        ),
        '    }',
        '    location ~ /changes\\.xml$ {',
        '        types {}',
        `        default_type ${headersOf('/2022/changes.xml')['Content-Type']?.split(';')[0] ?? ''};`,
        '    }',
      ],
      ['    charset utf-8;', '    charset_types', ...others.map((each) => `        ${each}`), '        ;'],
      ['    gzip_types', ...others.map((each) => `        ${each}`), '        ;'],
      [
        ...Object.entries(security).map(([name, value]) => `    add_header ${name} "${value}" always;`),
        '    add_header Cache-Control $cache_control;',
        '    add_header Access-Control-Allow-Origin $allow_origin;',
      ],
    ])
      expect(page).toContain(`${block.join('\n')}\n`);
  });

  it('names the type of feeds on each page', () => {
    for (const page of ['netlify-cloudflare.md', 'nginx.md', 'github-pages.md'])
      expect(read(page), page).toContain('text/calendar');
  });
});
