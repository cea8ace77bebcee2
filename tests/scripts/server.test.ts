import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

  it('sends no headers of feeds with 404, and does not serve _headers', async () => {
    write('_headers', '/*\n  X-Frame-Options: DENY\n');
    const server = await serve();
    const missing = await get(server, '/missing.ics');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('cache-control')).toBeNull();
    expect(missing.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await get(server, '/_headers')).status).toBe(404);
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

  it('goes on after a range that makes no sense', async () => {
    const server = await serve();
    const { status } = await getRaw(server, '/2022/', { Range: 'bytes=5-2' });
    expect(status).toBe(200);
    expect((await getRaw(server, '/2022/', { Range: 'bytes=0-3' })).body).toBe('<h1>');
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
