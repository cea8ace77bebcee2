import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi, type Api } from '../../../scripts/lib/github/api.ts';

/** A request to the server. */
export interface ApiRequest {
  method: string;
  /** Path and query, as sent. */
  path: string;
  body: unknown;
  token: string | undefined;
}

/** A response: JSON, bytes, a redirect, or the status of an error. */
export type ApiResponse = { json: unknown } | { bytes: Uint8Array } | { to: string } | number;

export interface TestServer {
  origin: string;
  /** All requests, in order. */
  requests: ApiRequest[];
  close(): Promise<void>;
}

/** Starts an HTTP server on a free local port. */
export async function serve(answer: (requests: ApiRequest) => ApiResponse): Promise<TestServer> {
  const requests: ApiRequest[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const one: ApiRequest = {
        method: request.method ?? '',
        path: request.url ?? '',
        body: text === '' ? undefined : (JSON.parse(text) as unknown),
        token: request.headers.authorization,
      };
      requests.push(one);
      send(answer(one), response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function send(answer: ApiResponse, response: ServerResponse): void {
  if (typeof answer === 'number') response.writeHead(answer).end('{}');
  else if ('to' in answer) response.writeHead(302, { location: answer.to }).end();
  else if ('json' in answer) response.writeHead(200).end(JSON.stringify(answer.json));
  else response.writeHead(200).end(answer.bytes);
}

/** The environment of a workflow with a local server as GitHub. */
export const environmentOf = ({ origin }: TestServer) => ({
  GITHUB_API_URL: origin,
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_REPOSITORY: 'organiser/site',
  GH_TOKEN: 'secret',
});

export const apiOf = (server: TestServer): Api => createApi(environmentOf(server));
