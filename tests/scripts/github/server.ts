import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi, type Api } from '../../../scripts/lib/github/api.ts';

/** What somebody has asked a server for. */
export interface Asked {
  method: string;
  /** Path and query as they were sent. */
  path: string;
  body: unknown;
  token: string | undefined;
}

/** An answer: JSON, bytes, a way to elsewhere, or a number alone for a refusal. */
export type Answer = { json: unknown } | { bytes: Uint8Array } | { to: string } | number;

export interface TestServer {
  origin: string;
  /** All that it was asked for, in order. */
  asked: Asked[];
  close(): Promise<void>;
}

/** Serves answers on this computer, over real HTTP. */
export async function serve(answer: (asked: Asked) => Answer): Promise<TestServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const one: Asked = {
        method: request.method ?? '',
        path: request.url ?? '',
        body: text === '' ? undefined : (JSON.parse(text) as unknown),
        token: request.headers.authorization,
      };
      asked.push(one);
      send(answer(one), response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function send(answer: Answer, response: ServerResponse): void {
  if (typeof answer === 'number') response.writeHead(answer).end('{}');
  else if ('to' in answer) response.writeHead(302, { location: answer.to }).end();
  else if ('json' in answer) response.writeHead(200).end(JSON.stringify(answer.json));
  else response.writeHead(200).end(answer.bytes);
}

/** The environment of a workflow whose GitHub is a server of this computer. */
export const environmentOf = ({ origin }: TestServer) => ({
  GITHUB_API_URL: origin,
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_REPOSITORY: 'organiser/site',
  GH_TOKEN: 'secret',
});

export const apiOf = (server: TestServer): Api => createApi(environmentOf(server));
