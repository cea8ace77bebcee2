import { limits } from '../../src/model/limits.ts';
import { checkSvg } from '../../src/reader/svg.ts';
import { append, findIssues, paths, replace } from '../sample.ts';

const body = (text: string) => () => findIssues({ [paths.page]: append(`\n${text}\n`) });
const field = (text: string) => () => findIssues({ [paths.topic]: replace('All about streets.', text) });

/** What took a check longest before there were limits, and what is just within them. */
const inputs: Record<string, () => readonly unknown[]> = {
  '50,000 keys': () =>
    findIssues({ 'site.yaml': append(Array.from({ length: 50_000 }, (_, n) => `k${n}: 1\n`).join('')) }),
  '200,000 {': body('{'.repeat(200_000)),
  '200,000 <': body('<'.repeat(200_000)),
  'a link of 200,000 Hangul letters': body(`[가](https://a.example/${'가'.repeat(200_000)})`),
  '10,000 >': body('>'.repeat(10_000)),
  '3,000 list items inside one another': body(
    Array.from({ length: 3000 }, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n'),
  ),
  '2,000 Note inside one another': body('<Note>\n'.repeat(2000) + '</Note>\n'.repeat(2000)),
  'a body at its limit of *': body('*a'.repeat(limits.bodyLength / 2 - 100)),
  'a body at its limit of [': body('['.repeat(limits.bodyLength - 200)),
  'a field at its limit': field('가'.repeat(limits.fieldLength)),
  'an SVG at its limit': () => {
    const path = '<path d="M0 0h9"/>';
    const paths = path.repeat(
      Math.min(limits.svgElements - 1, Math.floor(limits.svgBytes / path.length) - 10),
    );
    return checkSvg(`<svg xmlns="http://www.w3.org/2000/svg">${paths}</svg>`, 'a.svg');
  },
  'an SVG with 100,000 elements inside one another': () =>
    checkSvg(`<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(100_000)}`, 'a.svg'),
};

/** No check of one file may take longer, in milliseconds. */
const most = 5000;

/** Times the checks of what is at a limit or beyond: a line each. */
export function timeLimits(): string[] {
  return Object.entries(inputs).map(([name, check]) => {
    const start = performance.now();
    const issues = check();
    const time = Math.ceil(performance.now() - start);
    if (time > most) throw new Error(`${name}: the check took ${time} ms, more than ${most}.`);
    return `${name}: ${time} ms, ${issues.length === 0 ? 'accepted' : 'refused'}`;
  });
}
