import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite, type SiteServer } from '../../scripts/lib/server.ts';

let dir: string;
let server: SiteServer;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'requests-'));
  writeFileSync(join(dir, 'index.html'), '<h1>Home</h1>');
  writeFileSync(join(dir, 'calendar.ics'), 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
  server = await serveSite({ dir });
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

const noise = fc.string({ unit: 'binary', maxLength: 30 });
const number = fc.constantFrom('', '0', '1', '13', '-1', '1e9', '99999999999999999999', 'NaN');
const path = fc.oneof(
  fc.constantFrom(
    '/',
    '/calendar.ics',
    '/calendar.ics/',
    '/%00',
    '/%ff',
    '/..%5c..%5cetc',
    '*',
    '//',
    '/_headers',
  ),
  fc.constantFrom('a', '%EC%84%9C', '../', '%2e%2e/', 'a/').map((part) => `/${part.repeat(300)}`),
  noise.map((text) => `/${text}`),
  noise.map((text) => `/${encodeURIComponent(text)}`),
  noise,
);
const header = fc.oneof(
  fc.tuple(number, number).map(([first, last]) => `Range: bytes=${first}-${last}`),
  fc.tuple(number, number).map(([first, last]) => `Range: bytes=${first}-${last},${last}-`),
  fc.constantFrom('*', '"', '"a", *', 'W/"a"', '"'.repeat(9999)).map((value) => `If-None-Match: ${value}`),
  noise.map((text) => `If-Range: ${text}`),
  fc
    .constantFrom('gzip;q=', 'gzip;q=.', 'gzip;q=1.1.1', 'gzip, '.repeat(999))
    .map((each) => `Accept-Encoding: ${each}`),
  fc.constantFrom('Expect: 200-ok', 'Expect: 100-continue'),
  fc.constantFrom(
    'Connection: upgrade\r\nUpgrade: websocket',
    'Transfer-Encoding: chunked',
    'Content-Length: -1',
  ),
  fc.tuple(noise, noise).map(([name, value]) => `${name}: ${value}`),
);
const request = fc
  .record({
    method: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom('GET', 'HEAD') },
      fc.constantFrom('POST', 'OPTIONS', 'CONNECT', 'TRACE', 'get', ''),
    ),
    path,
    version: fc.oneof(
      { weight: 9, arbitrary: fc.constant('HTTP/1.1') },
      fc.constantFrom('HTTP/1.0', 'HTTP/9', ''),
    ),
    headers: fc.array(header, { maxLength: 4 }),
    host: fc.oneof(
      { weight: 9, arbitrary: fc.constant('localhost') },
      fc.constantFrom('example.org', '', 'a\r\nHost: b', '[::1'),
    ),
    end: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, fc.constantFrom('\r\n', '\0', '\r\nX: ')),
    hangsUp: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map(({ method, path, version, host, headers, end, hangsUp }) => {
    const lines = [`${method} ${path} ${version}`, `Host: ${host}`, 'Connection: close', ...headers];
    return { text: `${lines.join('\r\n')}${end}\r\n\r\n`, hangsUp };
  });

/** Sends bytes and returns the answer, or hangs up at once. */
async function send({ text, hangsUp }: { text: string; hangsUp: boolean }): Promise<string> {
  return new Promise((done) => {
    let answer = '';
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(text, 'latin1');
      if (hangsUp) socket.destroy();
    });
    socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk));
    socket.on('error', () => undefined).on('close', () => done(answer));
  });
}

describe('serveSite', () => {
  it('goes on after 10,000 odd requests, none of which it could not answer', async () => {
    const requests = fc.sample(request, 10_000);
    const answers: string[] = [];
    for (let start = 0; start < requests.length; start += 100) {
      answers.push(...(await Promise.all(requests.slice(start, start + 100).map(send))));
    }
    const statuses = new Set(
      answers.flatMap((answer) =>
        [...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status = '']) => status),
      ),
    );
    expect([...statuses].sort()).toEqual(
      expect.arrayContaining(['200', '206', '304', '400', '404', '405', '416', '421']),
    );
    expect([...statuses].filter((status) => status.startsWith('5'))).toEqual([]);
    expect(
      await send({ text: 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', hangsUp: false }),
    ).toContain('<h1>Home</h1>');
  });
});
