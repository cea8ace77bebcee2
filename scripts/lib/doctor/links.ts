import { setTimeout as wait } from 'node:timers/promises';
import type { ExternalLink, Outcome } from './advice-link.ts';
import { probe, type ProbeOptions } from './probe.ts';

/** How many hosts are asked at a time. */
const hostsAtOnce = 6;
/** So many failures and not one answer mean that this computer has no network: then no more are tried. */
const enoughFailures = 8;
/** Where there are few links, all of them can be wrong. */
const fewFailures = 3;

/**
 * Tries links: few hosts at a time, and each host one link after another with a rest between.
 * @returns what became of each, or undefined if nothing at all has answered
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
    // The workers share the list: each takes the next host that nobody has taken.
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
