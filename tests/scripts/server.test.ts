import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { serveSite, type SiteServer } from '../../scripts/lib/server.ts';

let parent: string;
let dir: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'server-'));
  dir = join(parent, 'site');
  write('../site-of-others/index.html', '<h1>Not yours</h1>');
  write('index.html', '<h1>Home</h1>');
  write('404.html', '<h1>Not here</h1>');
  write('2022/index.html', '<h1>2022</h1>');
  write('2022/calendar.ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
  write('2022/changes.xml', '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"></feed>');
  write('sitemap.xml', '<?xml version="1.0"?>\n<urlset></urlset>');
  write('2022/프로그램.txt', '서울');
});
afterEach(() => rmSync(parent, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), text);
}

async function serve(options: { base?: string; port?: number } = {}): Promise<SiteServer> {
  const server = await serveSite({ dir, ...options });
  onTestFinished(() => server.close());
  return server;
}

const get = (server: SiteServer, path: string, init: RequestInit = {}) =>
  fetch(new URL(path, server.url), { redirect: 'manual', ...init });

/** A request with its path as it is: `fetch` would tidy it. */
async function getRaw(
  server: SiteServer,
  path: string,
  headers = {},
): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('close', () => done({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', fail);
    sent.end();
  });
}

describe('serveSite', () => {
  it('serves pages at their addresses, and says where the home page is', async () => {
    const server = await serve();
    const response = await fetch(server.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/);
    expect(await response.text()).toBe('<h1>Home</h1>');
    expect(await (await get(server, '/2022/')).text()).toBe('<h1>2022</h1>');
  });

  it.each([
    ['/2022/calendar.ics', 'text/calendar; charset=utf-8'],
    ['/2022/changes.xml', 'application/atom+xml; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/2022/프로그램.txt', 'text/plain; charset=utf-8'],
  ])('sends %s as %s', async (path, type) => {
    expect((await get(await serve(), path)).headers.get('content-type')).toBe(type);
  });

  it('answers 304 while a file has not changed, and sends it when it has', async () => {
    const server = await serve();
    const etag = (await get(server, '/2022/calendar.ics')).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const headers = { 'If-None-Match': etag };
    expect((await get(server, '/2022/calendar.ics', { headers })).status).toBe(304);
    write('2022/calendar.ics', 'BEGIN:VCALENDAR\r\nNAME:2022\r\nEND:VCALENDAR\r\n');
    expect((await get(server, '/2022/calendar.ics', { headers })).status).toBe(200);
  });

  it('redirects to the address with a slash and keeps the query', async () => {
    const response = await get(await serve(), '/2022?a=1');
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/2022/?a=1');
  });

  it('sends 404.html with status 404 where nothing is', async () => {
    const response = await get(await serve(), '/2023/calendar.ics');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('<h1>Not here</h1>');
  });

  it('honours the path that the site was built for', async () => {
    const server = await serve({ base: '/some-repo/' });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/some-repo\/$/);
    expect(await (await get(server, '/some-repo/2022/')).text()).toBe('<h1>2022</h1>');
    expect((await get(server, '/some-repo')).headers.get('location')).toBe('/some-repo/');
    expect((await get(server, '/some-repo/2022')).headers.get('location')).toBe('/some-repo/2022/');
    expect((await get(server, '/2022/')).status).toBe(404);
  });

  it('sends no headers of feeds with 404', async () => {
    const missing = await get(await serve(), '/missing.ics');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('access-control-allow-origin')).toBeNull();
    expect(missing.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('applies the rules of _headers, and does not serve it', async () => {
    write('_headers', '/*\n  Referrer-Policy: no-referrer\n/2022/\n  x-edition: 2022\n');
    const server = await serve();
    const { headers } = await get(server, '/2022/');
    expect([headers.get('referrer-policy'), headers.get('x-edition')]).toEqual(['no-referrer', '2022']);
    expect((await get(server, '/')).headers.get('x-edition')).toBeNull();
    expect((await get(server, '/missing')).headers.get('referrer-policy')).toBe('no-referrer');
    expect((await get(server, '/_headers')).status).toBe(404);
  });

  it.each([
    ['/', 200],
    ['/2022/calendar.ics', 200],
    ['/2022', 301],
    ['/missing', 404],
  ])('protects %s (%i) with the headers of the table', async (path, status) => {
    const response = await get(await serve(), path);
    expect(response.status).toBe(status);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
  });

  it('compresses text for those that take gzip, and nothing else', async () => {
    const feed = 'BEGIN:VCALENDAR\r\n'.repeat(500);
    write('2022/calendar.ics', feed);
    write('2022/picture.png', feed);
    const server = await serve();
    const gzip = { 'Accept-Encoding': 'gzip' };
    const compressed = await get(server, '/2022/calendar.ics', { headers: gzip });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(compressed.headers.get('vary')).toBe('Accept-Encoding');
    expect(Number(compressed.headers.get('content-length'))).toBeLessThan(200);
    expect(await compressed.text()).toBe(feed);
    const plain = await get(server, '/2022/calendar.ics', { headers: { 'Accept-Encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('vary')).toBe('Accept-Encoding');
    const picture = await get(server, '/2022/picture.png', { headers: gzip });
    expect([picture.headers.get('content-encoding'), picture.headers.get('vary')]).toEqual([null, null]);
  });

  it('gives the same content the same ETag, whenever it was written', async () => {
    write('a.txt', 'Same');
    write('b.txt', 'Same');
    write('c.txt', 'Other');
    utimesSync(join(dir, 'b.txt'), 0, 0);
    const server = await serve();
    const etagOf = async (path: string) => (await get(server, path)).headers.get('etag');
    expect(await etagOf('/b.txt')).toBe(await etagOf('/a.txt'));
    expect(await etagOf('/c.txt')).not.toBe(await etagOf('/a.txt'));
  });

  it('answers 304 with the headers of the file and without a body', async () => {
    const server = await serve();
    const headers = { 'If-None-Match': '"other", *' };
    expect((await get(server, '/2022/calendar.ics', { headers })).status).toBe(200);
    const response = await get(server, '/2022/calendar.ics', { headers: { 'If-None-Match': '*' } });
    expect([response.status, await response.text()]).toEqual([304, '']);
    expect(response.headers.get('cache-control')).toBe('public, max-age=300, must-revalidate');
    expect(response.headers.get('content-length')).toBeNull();
  });

  it('sends a range, all of it if the file has changed since, and 416 where nothing is', async () => {
    const server = await serve();
    const ask = async (headers: Record<string, string>) => {
      const response = await get(server, '/2022/', { headers });
      return [response.status, await response.text(), response.headers.get('content-range')];
    };
    const etag = (await get(server, '/2022/', { headers: { 'Accept-Encoding': 'identity' } })).headers.get(
      'etag',
    );
    expect(await ask({ Range: 'bytes=0-0' })).toEqual([206, '<', 'bytes 0-0/13']);
    expect(await ask({ Range: 'bytes=-5' })).toEqual([206, '</h1>', 'bytes 8-12/13']);
    expect(await ask({ Range: 'bytes=0-3', 'If-Range': etag ?? '' })).toEqual([206, '<h1>', 'bytes 0-3/13']);
    for (const other of ['"other"', `W/${etag ?? ''}`, 'Sat, 29 Oct 2022 19:43:31 GMT']) {
      expect(await ask({ Range: 'bytes=0-3', 'If-Range': other })).toEqual([200, '<h1>2022</h1>', null]);
    }
    expect(await ask({ Range: 'bytes=13-' })).toEqual([416, '', 'bytes */13']);
  });

  it.each(['/2022/calendar.ics/', '/index.html/', `/${'a'.repeat(256)}`, `/${'서'.repeat(99)}/`])(
    'answers 404 for %s',
    async (path) => {
      expect((await get(await serve(), path)).status).toBe(404);
    },
  );

  it('refuses other host names, which lead to this computer by a trick', async () => {
    const server = await serve();
    for (const host of ['example.org', 'localhost.example.org', '127.0.0.1.example.org']) {
      expect((await getRaw(server, '/', { Host: host })).status, host).toBe(421);
    }
    for (const host of ['localhost', 'LOCALHOST:4321', '127.0.0.1:80', '[::1]:4321']) {
      expect((await getRaw(server, '/', { Host: host })).status, host).toBe(200);
    }
  });

  it('answers HEAD without a body and refuses other methods', async () => {
    const server = await serve();
    const head = await get(server, '/2022/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await get(server, '/2022/', { method: 'POST' })).status).toBe(405);
  });

  it.each([
    '/../site-of-others',
    '/../site-of-others/',
    '/%2e%2e/site-of-others',
    '/%2e%2e/site-of-others/',
    '/2022/%2e%2e%2f%2e%2e%2fsite-of-others/',
    '/%00',
    '/%E0%A4%A',
  ])('gives nothing from outside its folder for %s', async (path) => {
    const { status, body } = await getRaw(await serve(), path);
    expect([404, body]).toEqual([status, '<h1>Not here</h1>']);
  });

  it('never redirects to another host', async () => {
    write('example.org/index.html', '');
    const response = await new Promise<string | undefined>((done) => {
      void serve().then((server) =>
        request({ host: '127.0.0.1', port: server.port, path: '//example.org' }, (answer) => {
          done(answer.headers.location);
        }).end(),
      );
    });
    expect(response).toBe('/example.org/');
  });

  it('takes the next free port when its own is taken', async () => {
    const first = await serve();
    const second = await serve({ port: first.port });
    expect(second.port).toBeGreaterThan(first.port);
    expect((await fetch(second.url)).status).toBe(200);
  });

  it('serves what is published while it runs', async () => {
    const server = await serve();
    write('index.html', '<h1>New</h1>');
    expect(await (await fetch(server.url)).text()).toBe('<h1>New</h1>');
  });

  it('can be closed while a browser keeps its connection open', async () => {
    const server = await serveSite({ dir });
    await fetch(server.url);
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it('says what to do where there is no site', async () => {
    rmSync(join(dir, 'index.html'));
    await expect(serveSite({ dir })).rejects.toThrow('npm run build');
  });
});
