import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import sirv from 'sirv';
import { readHeaders, type HeaderRules } from '../../src/pipeline/headers.ts';

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
 * Serves a built site on loopback as a static host does: the headers of `_headers`, ETag and 304, a
 * redirect to the address with a slash, and 404.html with status 404.
 * @throws if the folder has no home page, `_headers` cannot be read, or no port is free
 */
export async function serveSite({ dir, base = '/', port = 0 }: ServerOptions): Promise<SiteServer> {
  if (!isFile(join(dir, 'index.html'))) {
    throw new Error(`There is no site in ${dir}: index.html is missing. Build it first: npm run build`);
  }
  const rules = await readHeaders(dir);
  const server = createServer(createHandler(resolve(dir), base, rules));
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

function createHandler(dir: string, base: string, rules: HeaderRules) {
  const serveFile = sirv(dir, { dev: true, etag: true });
  return (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, search } = splitTarget(request.url ?? '/');
    const path = pathname && withinBase(pathname, base);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (pathname !== undefined && `${pathname}/` === base) {
      redirect(response, `${base}${search}`);
    } else if (path === undefined || /^\/_(headers|redirects)$/.test(path)) {
      serveMissing(response, dir, rules('/404.html'));
    } else if (!path.endsWith('/') && isFile(locate(dir, `${path}/index.html`))) {
      redirect(response, `${base}${encodePath(path.slice(1))}/${search}`);
    } else {
      for (const [name, value] of Object.entries({ ...contentType(dir, path), ...rules(path) })) {
        response.setHeader(name, value);
      }
      // sirv takes ranges on trust, and one that ends before it starts would end the process.
      if (!isRange(request.headers.range)) delete request.headers.range;
      request.url = encodePath(path);
      serveFile(request, response, () => {
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        serveMissing(response, dir, rules('/404.html'));
      });
    }
  };
}

/** The path of a request, decoded and without doubled slashes; undefined if it cannot be decoded. */
function splitTarget(target: string): { pathname: string | undefined; search: string } {
  const [, raw = '/', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(target) ?? [];
  try {
    return { pathname: decodeURIComponent(raw).replaceAll(/\/+/g, '/'), search };
  } catch {
    return { pathname: undefined, search };
  }
}

const encodePath = (path: string) => encodeURI(path).replaceAll(/[?#]/g, encodeURIComponent);

function withinBase(pathname: string, base: string): string | undefined {
  return pathname.startsWith(base) ? pathname.slice(base.length - 1) : undefined;
}

/** The file of a path, or undefined if the path leads out of the folder. */
function locate(dir: string, path: string): string | undefined {
  const file = join(dir, path);
  return file.startsWith(dir + sep) && !path.includes('\0') ? file : undefined;
}

function isFile(file: string | undefined): boolean {
  return file !== undefined && (statSync(file, { throwIfNoEntry: false })?.isFile() ?? false);
}

function isRange(range: string | undefined): boolean {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  return first !== undefined && (!last || Number(first) <= Number(last));
}

const textTypes: Record<string, string> = {
  css: 'text/css',
  csv: 'text/csv',
  // Google reads a feed without its charset as Latin-1.
  ics: 'text/calendar',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webmanifest: 'application/manifest+json',
};

/** Types of texts, with their charset, as static hosts send them. sirv knows the other types. */
function contentType(dir: string, path: string): Record<string, string> {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? '';
  const type = ending === 'xml' ? xmlType(locate(dir, path)) : textTypes[ending];
  return type === undefined ? {} : { 'Content-Type': `${type}; charset=utf-8` };
}

/** A feed is told from other XML by its first element. */
function xmlType(file: string | undefined): string | undefined {
  if (file === undefined || !isFile(file)) return undefined;
  const isFeed = /<feed[\s>]/.test(readFileSync(file, 'utf8').slice(0, 2000));
  return isFeed ? 'application/atom+xml' : 'application/xml';
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { Location: location }).end();
}

function serveMissing(response: ServerResponse, dir: string, headers: Record<string, string>): void {
  const page = join(dir, '404.html');
  const body = isFile(page) ? readFileSync(page) : Buffer.from('Not found');
  const type = isFile(page) ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
  response.writeHead(404, { ...headers, 'Content-Type': type, 'Content-Length': body.length }).end(body);
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
