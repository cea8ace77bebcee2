import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersOf } from '../../src/pipeline/headers.ts';

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
 * Serves a built site on loopback as a static host does: the headers of the table, ETag and 304, a redirect
 * to the address with a slash, and 404.html with status 404. Rules in the site's own `_headers` are for hosts.
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

function createHandler(dir: string, base: string) {
  const serveFile = sirv(dir, { dev: true, etag: true });
  return (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, search } = parseTarget(request.url ?? '/');
    const path = pathname.startsWith(base) ? pathname.slice(base.length - 1) : undefined;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (`${pathname}/` === base || (path !== undefined && isFolder(dir, path))) {
      response.writeHead(301, { Location: `${pathname}/${search}` }).end();
    } else if (path === undefined || /^\/_(headers|redirects)$/.test(path)) {
      sendMissing(response, dir);
    } else {
      // Set before sirv looks, so that they are sent with 304 as well.
      response.setHeaders(new Map(Object.entries(headersOf(path))));
      // sirv does not check ranges, and one that ends before it starts would end the process.
      if (!isRange(request.headers.range)) delete request.headers.range;
      request.url = path;
      serveFile(request, response, () => {
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        sendMissing(response, dir);
      });
    }
  };
}

/** Splits the target of a request, without `..` and doubled slashes in its path. */
function parseTarget(target: string): { pathname: string; search: string } {
  const { pathname = '', search = '' } = URL.parse(`http://${host}${target}`) ?? {};
  return { pathname: pathname.replaceAll(/\/+/g, '/'), search };
}

/** Says whether a path without a slash at its end has a page with one. */
function isFolder(dir: string, path: string): boolean {
  try {
    return !path.endsWith('/') && existsSync(join(dir, decodeURI(path), 'index.html'));
  } catch {
    return false;
  }
}

function isRange(range: string | undefined): boolean {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  return first !== undefined && (!last || Number(first) <= Number(last));
}

function sendMissing(response: ServerResponse, dir: string): void {
  const page = join(dir, '404.html');
  const body = existsSync(page) ? readFileSync(page) : 'Not found';
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(body);
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
