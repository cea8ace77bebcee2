import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHeaders } from '../../src/pipeline/headers.ts';
import { serveSite, type SiteServer } from '../../scripts/lib/server.ts';

const checkout = resolve(import.meta.dirname, '../..');
const paths = ['/calendar.ics', '/2022/phase-1.ics', '/ko/2022/weeks/phase-1-week-5.ics'];
const wanted = {
  'content-type': 'text/calendar; charset=utf-8',
  'cache-control': 'public, max-age=300, must-revalidate',
  'access-control-allow-origin': '*',
};

let dir: string;
let server: SiteServer;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'feed-headers-'));
  copyFileSync(join(checkout, 'public/_headers'), join(dir, '_headers'));
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

describe('the headers of feeds', () => {
  it.each(paths)('are sent with %s, and its ETag is answered with 304', async (path) => {
    const response = await fetch(new URL(path, server.url));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject(wanted);
    const again = await fetch(new URL(path, server.url), {
      headers: { 'If-None-Match': response.headers.get('etag') ?? '' },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('cache-control')).toBe(wanted['cache-control']);
  });

  it('are those of feeds alone', async () => {
    const rules = await readHeaders(join(checkout, 'public'));
    expect(Object.keys(rules('/2022/'))).not.toContain('Access-Control-Allow-Origin');
  });

  it('are set by one rule each, since Cloudflare would join the values of two', () => {
    const text = readFileSync(join(checkout, 'public/_headers'), 'utf8');
    const rules = text.split(/^(?=\S)/m).filter((rule) => /^\/(\*|\*\.ics)\s*$/m.test(rule));
    for (const name of Object.keys(wanted)) {
      const setting = rules.filter((rule) => new RegExp(`^\\s+${name}:`, 'im').test(rule));
      expect(setting, name).toHaveLength(1);
    }
  });

  it('are written out for other hosts as they are sent here', () => {
    const read = (name: string) => readFileSync(join(checkout, 'docs/hosting', name), 'utf8');
    const lines = readFileSync(join(checkout, 'public/_headers'), 'utf8');
    const rule =
      lines
        .slice(lines.indexOf('/*.ics'))
        .split(/\n(?=\S)/)[0]
        ?.trim() ?? '';
    expect(read('netlify-cloudflare.md')).toContain(rule);
    expect(read('nginx.md')).toContain(`add_header Cache-Control "${wanted['cache-control']}";`);
  });
});
