import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeLinks } from '../../scripts/lib/doctor/links.ts';
import { probe } from '../../scripts/lib/doctor/probe.ts';
import { writeSample } from '../sample.ts';
import { copyProject } from '../project.ts';

/** Responses of the test server by path. */
const responses: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/fine': (_, response) => response.writeHead(200).end('Hello'),
  '/missing': (_, response) => response.writeHead(404).end(),
  '/moved': (_, response) => response.writeHead(301, { location: '/fine' }).end(),
  '/moved-twice': (_, response) => response.writeHead(308, { location: '/moved' }).end(),
  '/elsewhere': (_, response) => response.writeHead(302, { location: '/fine' }).end(),
  '/elsewhere-moved': (_, response) => response.writeHead(307, { location: '/moved' }).end(),
  '/moved-elsewhere': (_, response) => response.writeHead(301, { location: '/elsewhere' }).end(),
  '/moved-away': (_, response) => response.writeHead(301, { location: '/missing' }).end(),
  '/circle': (_, response) => response.writeHead(302, { location: '/circle' }).end(),
  '/nowhere': (_, response) => response.writeHead(301).end(),
  '/page': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<a href="/fine">Fine</a>'),
  '/tired': (_, response) => response.writeHead(asked.length > 1 ? 200 : 503).end(),
  '/out-of-order': (_, response) => response.writeHead(503).end(),
  '/silent': () => undefined,
  '/breaks-off': ({ socket }) => socket.destroy(),
};

let asked: { path: string; at: number }[] = [];
const server = createServer((request, response) => {
  const path = request.url ?? '';
  asked.push({ path, at: performance.now() });
  responses[path]?.(request, response);
});
async function listen(one: Server): Promise<string> {
  await new Promise<void>((done) => one.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
}
let origin = '';
beforeAll(async () => {
  origin = await listen(server);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const options = { timeout: 500, pause: 50 };
/** An address on which no server listens. */
let closed = '';
beforeAll(async () => {
  const gone = createServer();
  closed = await listen(gone);
  await new Promise((done) => gone.close(done));
});

describe('probe', () => {
  const tell = async (path: string) => {
    asked = [];
    const outcome = await probe(`${origin}${path}`, options);
    const to = 'to' in outcome ? { to: outcome.to?.replace(origin, '') } : {};
    return [{ ...outcome, ...to }, asked.map((each) => each.path).join(', ')];
  };
  const answered = (status: number, to?: string) => ({ kind: 'answered', status, to });

  it.each([
    ['/fine', answered(200)],
    ['/missing', answered(404)],
    ['/moved', answered(200, '/fine')],
    ['/moved-twice', answered(200, '/fine')],
    ['/elsewhere', answered(200)],
    ['/elsewhere-moved', answered(200)],
    ['/moved-elsewhere', answered(200, '/elsewhere')],
    ['/moved-away', answered(404, '/missing')],
    ['/nowhere', answered(301)],
    ['/tired', answered(200)],
    ['/out-of-order', answered(503)],
    ['/silent', { kind: 'silent', seconds: 1 }],
    ['/breaks-off', { kind: 'unreachable', reason: 'other side closed' }],
  ])('%s', async (path, outcome) => {
    expect((await tell(path))[0]).toEqual(outcome);
  });

  it.each([
    ['/page', '/page'],
    ['/missing', '/missing'],
    ['/out-of-order', '/out-of-order, /out-of-order'],
    ['/silent', '/silent, /silent'],
  ])('%s takes these requests, none of them to a link on its page: %s', async (path, requests) => {
    expect((await tell(path))[1]).toBe(requests);
  });

  it('reports redirects in a circle, and a host that takes no connections', async () => {
    expect((await tell('/circle'))[0]).toEqual({ kind: 'circle' });
    expect(await probe(closed, options)).toEqual({
      kind: 'unreachable',
      reason: 'its host takes no connections',
    });
  });
});

describe('probeLinks', () => {
  const link = (url: string) => ({ url, places: [] });

  it('tries the links of a host one after another, with a pause between', async () => {
    asked = [];
    const links = ['/fine', '/nowhere', '/page', '/missing'].map((path) => link(`${origin}${path}`));
    const outcomes = await probeLinks([...links, link(closed)], options);
    expect(outcomes?.size).toBe(5);
    const firsts = asked.filter(({ path }, index) => asked[index - 1]?.path !== path && path !== '/fine');
    const rests = firsts.slice(1).map(({ at }, index) => at - (firsts[index]?.at ?? 0));
    expect(firsts.map(({ path }) => path)).toEqual(['/nowhere', '/page', '/missing']);
    for (const rest of rests) expect(rest).toBeGreaterThan(options.pause - 5);
  });

  it('gives up if none of many links has an answer', async () => {
    const links = Array.from({ length: 30 }, (_, index) => link(`${closed}/${index}`));
    expect(await probeLinks(links, { ...options, pause: 1 })).toBeUndefined();
    expect((await probeLinks(links.slice(0, 2), { ...options, pause: 1 }))?.size).toBe(2);
    expect((await probeLinks([], options))?.size).toBe(0);
  });
});

describe('npm run doctor', { timeout: 60_000 }, () => {
  const project = copyProject(undefined, ['src', 'scripts', 'package.json']);
  afterAll(() => project.remove());
  const doctor = (args: string[], env: Record<string, string> = {}) => project.run('doctor', { args, env });

  it('prints advice and exits with 0', async () => {
    writeSample(join(project.root, 'content'));
    const at = (path: string) => join(project.root, 'public', path);
    for (const folder of ['partners', 'pictures']) mkdirSync(at(folder), { recursive: true });
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>${'x'.repeat(4e5)}</desc></svg>`;
    writeFileSync(at('partners/university.svg'), svg);
    const paper = (width: number) =>
      sharp({ create: { width, height: 9, channels: 3, background: 'white' } });
    await paper(2400).toFile(at('pictures/small.png'));
    await paper(2401).toFile(at('pictures/street.jpg'));
    writeFileSync(at('pictures/torn.png'), 'no picture');
    const { code, output } = await doctor(['--no-links']);
    expect(output).toMatchInlineSnapshot(`
      "Links to other sites were not tried.

      Pictures (3)

      content/2030/partners/university.yaml:5:9
        public/partners/university.svg is heavy: 401 kB. Pages open quickly with 300 kB and 2400 pixels at the most.
        Save it again as a plain SVG with no photograph in it. If it has a great many lines, save it as a picture of pixels.

      public/pictures/street.jpg:1:1
        public/pictures/street.jpg is heavy: 1 kB, 2401 × 9 pixels. Pages open quickly with 300 kB and 2400 pixels at the most.
        Scale it to 2400 pixels on its longer side, then save it again with a quality of about 75: any program for pictures does that.

      public/pictures/torn.png:1:1
        public/pictures/torn.png cannot be read as a picture.
        Open it, and save it again.

      Translations (1)

      content/site.yaml:5:17
        Korean, of 14 files: 13 not translated, 1 never compared with the original.
        npm run translations -- --lang ko lists them.

      The site (2)

      content/site.yaml:1:1
        Visitors find no way to reach the organiser: "contact" is missing.
        Write "contact:" and below it "  email: …" or "  url: …", an address that somebody reads.

      content/site.yaml:1:1
        The public address of the site is not written down: "url" is missing.
        Write "url: https://…" once it is known. Until then whoever publishes the site sets SITE_URL.

      6 pieces of advice. The site can be built and published all the same.
      "
    `);
    expect(code).toBe(0);
  });

  it('leaves out files with errors, and tries no links in CI', async () => {
    writeSample(join(project.root, 'content'), { '2030/prizes/second.yaml': 'kind: gold\n' });
    const { code, output } = await doctor([], { CI: 'true' });
    expect(output).toContain('files with errors are left out here. npm run check says more.');
    expect(output).toContain('Links to other sites were not tried, since this runs on a server');
    expect(output).toContain('The site (2)');
    expect(code).toBe(0);
  });

  it('explains an unknown option', async () => {
    const { code, output } = await doctor(['--no-link']);
    expect(output).toContain("Unknown option '--no-link'");
    expect(code).toBe(1);
  });
});
