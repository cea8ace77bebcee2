import { setTimeout as wait } from 'node:timers/promises';
import type { ExternalLink, Outcome } from './advice-link.ts';
import { probe, type ProbeOptions } from './probe.ts';

/** How many hosts are probed at a time. */
const hostsAtOnce = 6;
/** After so many failures and no answer this computer has no network, and no more links are tried. */
const enoughFailures = 8;
/** A list with fewer links than this can have only wrong ones. */
const fewFailures = 3;

/**
 * Probes links: a few hosts at a time, and the links of a host one after another with a pause between.
 * @returns the outcome of each link, or undefined if there was no answer at all
 */
export async function probeLinks(
  links: readonly ExternalLink[],
  options: ProbeOptions,
): Promise<Map<ExternalLink, Outcome> | undefined> {
  const outcomes = new Map<ExternalLink, Outcome>();
  const isOffline = (failures: number) =>
    outcomes.size >= failures && [...outcomes.values()].every(hasNotAnswered);
  const hosts = Map.groupBy(links, ({ url }) => new URL(url).host).values();
  const work = async () => {
    // The workers share the iterator: each takes the next host.
    for (const ofHost of hosts) {
      for (const [index, link] of ofHost.entries()) {
        if (isOffline(enoughFailures)) return;
        if (index > 0) await wait(options.pause);
        outcomes.set(link, await probe(link.url, options));
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, work));
  return isOffline(fewFailures) ? undefined : outcomes;
}

const hasNotAnswered = ({ kind }: Outcome) => kind === 'silent' || kind === 'unreachable';
