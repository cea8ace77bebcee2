import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { fitsPattern, headersOf, parseHeaders } from '../../src/pipeline/headers.ts';
import { acceptsGzip, matchesEtag, readRange } from './http.ts';

export interface ServerOptions {
  /** The folder of the built site. It may be replaced while the server runs. */
  dir: string;
  /** The path that the site was built for, with a slash at both ends. */
  base?: string;
  /** The first port to try; the next free one is taken. 0 takes any. */
  port?: number;
}

export interface SiteServer {
  /** Where the home page is, with a slash at its end. */
  url: string;
  port: number;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

const host = '127.0.0.1';
const portsToTry = 50;

/**
 * Serves a built site on loopback as a static host does: the headers of the table and of `_headers`, gzip,
 * ETag and 304, ranges, a redirect to the address with a slash, and 404.html with status 404. No request
 * ends it.
 * @throws if the folder has no home page, or no port is free
 */
export async function serveSite({ dir, base = '/', port = 0 }: ServerOptions): Promise<SiteServer> {
  if (!existsSync(join(dir, 'index.html'))) {
    throw new Error(`There is no site in ${dir}: index.html is missing. Build it first: npm run build`);
  }
  const server = createServer(createHandler(dir, base));
  const taken = await listen(server, port);
  return {
    url: `http://${host}:${taken}${base}`,
    port: taken,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => {
          if (error) fail(error);
          else done();
        });
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  status: number;
  headers: Headers;
  body?: Buffer | string;
}

function createHandler(dir: string, base: string) {
  return (request: IncomingMessage, response: ServerResponse) => {
    void answer(request, dir, base)
      .catch((error: unknown) => {
        console.error(error);
        return answerWithText(500, 'The file could not be read.');
      })
      .then(({ status, headers, body = '' }) => {
        response.statusCode = status;
        response.setHeaders(headers);
        if (status !== 304) response.setHeader('Content-Length', Buffer.byteLength(body));
        response.end(request.method === 'HEAD' ? '' : body);
      });
  };
}

async function answer(request: IncomingMessage, dir: string, base: string): Promise<Answer> {
  const { method, url = '/' } = request;
  // Otherwise a page on a host name that leads to this computer could read what is served here.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(request.headers.host ?? '')) {
    return answerWithText(421, 'This server answers to localhost alone.');
  }
  if (method !== 'GET' && method !== 'HEAD') return answerWithText(405, '', { Allow: 'GET, HEAD' });
  const { pathname, search } = parseTarget(url);
  const path = pathname.startsWith(base) ? decode(pathname.slice(base.length - 1)) : undefined;
  const isFolder = path === undefined ? `${pathname}/` === base : await hasPage(dir, path);
  if (isFolder) return answerWithText(301, '', { Location: `${pathname}/${search}` });
  const file = path?.endsWith('/') ? `${path}index.html` : path;
  const isHidden = file === undefined || /^\/_(headers|redirects)$/.test(file);
  const found = isHidden ? undefined : await readSiteFile(dir, file);
  const headers = new Headers(headersOf(found && file ? file : '/404.html'));
  const own = (await readSiteFile(dir, '/_headers'))?.toString() ?? '';
  for (const rule of parseHeaders(own).filter((each) => fitsPattern(each, path ?? pathname))) {
    for (const [name, value] of rule.headers) headers.set(name, value);
  }
  if (found) return answerWithFile(found, headers, request);
  return { status: 404, headers, body: (await readSiteFile(dir, '/404.html')) ?? 'Not found' };
}

function answerWithText(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return { status, headers: new Headers({ ...headersOf('/answer.txt'), ...headers }), body };
}

/** Sends a file whole, compressed, in part or not at all, as the request wants. Its ETag follows its content. */
async function answerWithFile(
  body: Buffer,
  headers: Headers,
  { method, headers: wanted }: IncomingMessage,
): Promise<Answer> {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const isText = headers.get('Content-Type')?.includes('charset=') === true;
  headers.set('ETag', etag);
  headers.set('Accept-Ranges', 'bytes');
  if (isText) headers.append('Vary', 'Accept-Encoding');
  if (matchesEtag(wanted['if-none-match'], etag)) return { status: 304, headers };
  const isSame = wanted['if-range'] === undefined || wanted['if-range'] === etag;
  const range = method === 'GET' && isSame ? readRange(wanted.range, body.length) : undefined;
  if (range === 'none') {
    headers.set('Content-Range', `bytes */${body.length}`);
    return { status: 416, headers };
  }
  if (range) {
    headers.set('Content-Range', `bytes ${range.first}-${range.last}/${body.length}`);
    return { status: 206, headers, body: body.subarray(range.first, range.last + 1) };
  }
  if (!isText || !acceptsGzip(wanted['accept-encoding']?.toString())) return { status: 200, headers, body };
  headers.set('Content-Encoding', 'gzip');
  // Weak, since these are not the bytes of the file.
  headers.set('ETag', `W/${etag}`);
  return { status: 200, headers, body: await promisify(gzip)(body) };
}

/** Splits the target of a request, without `..` and doubled slashes in its path. */
function parseTarget(target: string): { pathname: string; search: string } {
  const { pathname = '', search = '' } = URL.parse(`http://${host}${target}`) ?? {};
  return { pathname: pathname.replaceAll(/\/+/g, '/'), search };
}

function decode(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}

/** Says whether a path without a slash at its end has a page with one. */
async function hasPage(dir: string, path: string): Promise<boolean> {
  return !path.endsWith('/') && (await readSiteFile(dir, `${path}/index.html`)) !== undefined;
}

/** Reads a file of the site. Returns undefined if there is none, or if the path leads out of its folder. */
async function readSiteFile(dir: string, path: string): Promise<Buffer | undefined> {
  const file = join(dir, path);
  // On Windows a backslash in the path is a separator.
  if (path.includes('\0') || !file.startsWith(join(dir, sep))) return undefined;
  try {
    return await readFile(file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['EISDIR', 'ENAMETOOLONG', 'ENOENT', 'ENOTDIR'].includes(code)) return undefined;
    throw error;
  }
}

async function listen(server: Server, port: number, left = portsToTry): Promise<number> {
  const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
    server.once('error', done);
    server.listen(port, host, () => {
      server.off('error', done);
      done(undefined);
    });
  });
  if (!error) return (server.address() as AddressInfo).port;
  if (error.code === 'EADDRINUSE' && left > 1 && port < 65535) return listen(server, port + 1, left - 1);
  throw new Error(`No port is free from ${port - portsToTry + left} to ${port}: ${error.message}`, {
    cause: error,
  });
}
