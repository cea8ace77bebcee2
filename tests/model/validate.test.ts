import { describe, expect, it } from 'vitest';
import { compareIssues } from '../../src/model/issue.ts';
import { checkSample, findIssues, paths, replace, sample } from '../sample.ts';

describe('checkLibrary', () => {
  it('finds nothing wrong with content that is right', () => {
    expect(checkSample()).toBe('');
  });

  it('collects everything at once, in the order of files and lines', () => {
    const issues = findIssues({
      [paths.week]: (text) =>
        text.replace('2030-03-10', '2030-03-11').replace('topic: streets', 'topic: parks'),
      [paths.programme]: replace('Europe/Zurich', 'Europe/Geneva'),
      [paths.prize]: replace('CHF', 'CHR'),
      [paths.topic]: replace('#two-sides', '#three-sides'),
    });
    expect(issues.map(({ file, line, code }) => `${file}:${line} ${code}`)).toMatchInlineSnapshot(`
      [
        "content/2030/prizes/second.yaml:4 currency-unknown",
        "content/2030/programme.yaml:6 zone-unknown",
        "content/2030/topics/streets.mdx:6 link-fragment",
        "content/2030/weeks/phase-1-week-1.mdx:6 reference-unknown",
        "content/2030/weeks/phase-1-week-2.mdx:4 week-overlap",
      ]
    `);
    expect(issues).toEqual(issues.toSorted(compareIssues));
  });

  it('does not compare one edition with another', () => {
    const other = Object.entries(sample)
      .filter(([path]) => path.startsWith('2030/'))
      .map(
        ([path, text]) => [path.replace('2030/', 'again/'), text.replaceAll('/2030/', '/again/')] as const,
      );
    expect(checkSample(Object.fromEntries(other))).toBe('');
  });

  it('gives the same list on every day but for the state', () => {
    const changes = { [paths.prize]: replace('CHF', 'CHR') };
    const codesOn = (now: string) => findIssues(changes, { now: new Date(now) }).map(({ code }) => code);
    expect(codesOn('2030-03-10')).toEqual(['currency-unknown']);
    expect(codesOn('2040-01-01')).toEqual(['currency-unknown', 'state-dates']);
  });
});
