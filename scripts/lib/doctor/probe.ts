import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from './advice-link.ts';

export interface ProbeOptions {
  /** How long an answer may take, in milliseconds. */
  timeout: number;
  /** How long to wait before trying a second time, in milliseconds. */
  pause: number;
}

/** Browsers give up here as well. */
const mostHops = 20;

const headers = {
  accept: '*/*',
  'user-agent': 'Mozilla/5.0 (compatible; programme-microsite; looks whether links lead anywhere)',
};

/** Tries an address, and once more where it has not answered or says that it is out of order. */
export async function probe(url: string, options: ProbeOptions): Promise<Outcome> {
  const outcome = await follow(url, ['HEAD', 'GET'], options.timeout);
  if (outcome.kind === 'circle' || (outcome.kind === 'answered' && outcome.status < 500)) return outcome;
  await wait(options.pause);
  // Some servers break off when they are asked for the head alone.
  return follow(url, ['GET'], options.timeout);
}

/** Follows an address to where it leads in the end. */
async function follow(url: string, methods: readonly string[], timeout: number): Promise<Outcome> {
  let here = url;
  /** Where it has led as long as every move was for good. */
  let settled = url;
  try {
    for (let hop = 0; hop <= mostHops; hop += 1) {
      const { status, location } = await ask(here, methods, timeout);
      const next = status >= 300 && status < 400 && location ? URL.parse(location, here)?.href : undefined;
      if (next === undefined) return { kind: 'answered', status, to: settled === url ? undefined : settled };
      // RFC 9110, 15.4: 301 and 308 are for good, and the others for now.
      if (settled === here && (status === 301 || status === 308)) settled = next;
      here = next;
    }
    return { kind: 'circle' };
  } catch (error) {
    if ((error as Error).name === 'TimeoutError')
      return { kind: 'silent', seconds: Math.round(timeout / 1000) };
    return { kind: 'unreachable', reason: explain(error as Error) };
  }
}

interface Answer {
  status: number;
  location: string | null;
}

/** Asks in one way after another, until a server likes it. */
async function ask(url: string, [method, ...others]: readonly string[], timeout: number): Promise<Answer> {
  const signal = AbortSignal.timeout(timeout);
  const response = await fetch(url, { method: method ?? 'GET', headers, redirect: 'manual', signal });
  // Its status is all that is wanted of a page.
  await response.body?.cancel();
  if (response.status >= 400 && others.length > 0) return ask(url, others, timeout);
  return { status: response.status, location: response.headers.get('location') };
}

const reasons: Record<string, string> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its host cannot be looked up',
  ECONNREFUSED: 'its host takes no connections',
  ECONNRESET: 'its host breaks the connection off',
  CERT_HAS_EXPIRED: 'its certificate is out of date',
};

function explain({ message, cause }: Error): string {
  const { code = '', message: why = message } = (cause ?? {}) as { code?: string; message?: string };
  return reasons[code] ?? why;
}
