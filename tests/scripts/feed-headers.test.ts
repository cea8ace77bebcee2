import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOf, renderHeaders } from '../../src/pipeline/headers.ts';
import { serveSite, type SiteServer } from '../../scripts/lib/server.ts';

const paths = ['/calendar.ics', '/2022/phase-1.ics', '/ko/2022/weeks/phase-1-week-5.ics'];
const expected = headersOf('/calendar.ics');

let dir: string;
let server: SiteServer;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'feed-headers-'));
  for (const path of [...paths, '/index.html']) {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), 'BEGIN:VCALENDAR\r\nNAME:서울\r\nEND:VCALENDAR\r\n');
  }
  server = await serveSite({ dir });
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

describe('headers of feeds', () => {
  it.each(paths)('are sent with %s, and its ETag is answered with 304', async (path) => {
    const response = await fetch(new URL(path, server.url));
    expect(response.status).toBe(200);
    for (const [name, value] of Object.entries(expected)) expect(response.headers.get(name)).toBe(value);
    const again = await fetch(new URL(path, server.url), {
      headers: { 'If-None-Match': response.headers.get('etag') ?? '' },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('cache-control')).toBe(expected['Cache-Control']);
  });

  it('are the same in docs/hosting', () => {
    const read = (name: string) =>
      readFileSync(join(resolve(import.meta.dirname, '../../docs/hosting'), name), 'utf8');
    expect(read('netlify-cloudflare.md')).toContain(`\`\`\`\n${renderHeaders()}\`\`\``);
    const { 'Content-Type': type = '', ...others } = expected;
    const [mime, charset] = type.split('; charset=');
    expect(read('nginx.md')).toContain(
      [
        'location ~ \\.ics$ {',
        `    types { ${mime} ics; }`,
        `    charset ${charset};`,
        `    charset_types ${mime};`,
        `    add_header Cache-Control "${others['Cache-Control']}";`,
        `    add_header Access-Control-Allow-Origin "${others['Access-Control-Allow-Origin']}";`,
        '}',
      ].join('\n'),
    );
    expect(Object.keys(others)).toHaveLength(2);
    for (const page of ['netlify-cloudflare.md', 'nginx.md', 'github-pages.md'])
      expect(read(page), page).toContain(mime);
  });
});
