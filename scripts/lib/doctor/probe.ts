import { LinkChecker } from 'linkinator';
import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from './advice-link.ts';

export interface ProbeOptions {
  /** How long an answer may take, in milliseconds. */
  timeout: number;
  /** How long to wait before trying a second time, in milliseconds. */
  pause: number;
}

const headers = {
  Accept: '*/*',
  'User-Agent': 'Mozilla/5.0 (compatible; programme-microsite; checks links)',
};

/** Requests an address, and once more if there is no answer or the server reports an error of its own. */
export async function probe(url: string, { timeout, pause }: ProbeOptions): Promise<Outcome> {
  const outcome = await request(url, timeout);
  if (outcome.kind === 'circle' || (outcome.kind === 'answered' && outcome.status < 500)) return outcome;
  await wait(pause);
  return request(url, timeout);
}

async function request(url: string, timeout: number): Promise<Outcome> {
  const visited: string[] = [];
  let isPageRead = false;
  const checker = new LinkChecker();
  checker.on('pagestart', () => {
    isPageRead = true;
  });
  const { links } = await checker.check({
    path: url,
    timeout,
    headers,
    // Asked about the address, then where it redirects to, then about the links of its page: those are skipped.
    linksToSkip: (link) => {
      if (!isPageRead) visited.push(link);
      return Promise.resolve(isPageRead);
    },
  });
  const { status = 0, failureDetails = [] } = links.find((link) => link.parent === undefined) ?? {};
  if (status > 0) return { kind: 'answered', status, to: await findMove(visited, timeout) };
  const error = failureDetails.find((failure) => failure instanceof Error);
  if (error?.name === 'TimeoutError') return { kind: 'silent', seconds: Math.round(timeout / 1000) };
  if (error?.message === 'redirect count exceeded') return { kind: 'circle' };
  return { kind: 'unreachable', reason: explain(error) };
}

/**
 * Finds where an address has moved for good: redirects are followed as long as they are permanent, 301 or 308
 * (RFC 9110, section 15.4). linkinator does not tell them from temporary ones.
 * @param visited the address, and where it redirects to, in order
 */
async function findMove(visited: readonly string[], timeout: number): Promise<string | undefined> {
  let moved: string | undefined;
  for (const [index, address] of visited.slice(0, -1).entries()) {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(address, { headers, redirect: 'manual', signal }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.status !== 301 && response?.status !== 308) break;
    moved = visited[index + 1];
  }
  return moved;
}

const reasons: Record<string, string> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its host cannot be looked up',
  ECONNREFUSED: 'its host takes no connections',
  ECONNRESET: 'its host breaks the connection off',
  CERT_HAS_EXPIRED: 'its certificate is out of date',
};

function explain(error: Error | undefined): string {
  const { code = '', message = error?.message } = (error?.cause ?? {}) as { code?: string; message?: string };
  return reasons[code] ?? message ?? 'it redirects to an address that is not on the web';
}
