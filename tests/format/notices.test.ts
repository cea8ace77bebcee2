import { describe, expect, it } from 'vitest';
import { describeNotice, noticePages, type NoticePage } from '../../src/format/notices.ts';
import { paths } from '../sample.ts';
import { readProgramme } from '../programme.ts';

/** The text of a page about the site; without what only people can know if `isBare`. */
function read(page: NoticePage, isBare = false, locale = 'en'): string {
  const bare = (text: string) => text.replace(/^(publisher|license|host|accessibility|reviewed): .*\n/gm, '');
  const { site, t } = readProgramme(isBare ? { [paths.site]: bare } : {}, locale);
  return describeNotice(page, site, t)
    .flatMap(({ title, paragraphs, items = [], links = [] }) => [
      title,
      ...paragraphs,
      ...items,
      ...links.map(({ label, to }) => `${label} <${to}>`),
    ])
    .join('\n');
}

describe('pages about the site', () => {
  it('say what site.yaml says', () => {
    expect(read('about')).toContain('Published by Small on behalf of Small.');
    expect(read('about')).toContain('a@small.example.org <mailto:a@small.example.org>');
    expect(read('about')).toContain('1 March 2030');
    expect(read('privacy')).toContain('hosted by Small Hosting');
    expect(read('accessibility')).toMatch(
      /conforms to WCAG 2\.2.*\nLast assessed on 1 March 2030\.\nBy hand\./,
    );
    expect(read('licence')).toContain('CC BY 4.0 <https://creativecommons.org/licenses/by/4.0/>');
  });

  it('say what is missing, and invent nothing', () => {
    expect(read('about', true)).toContain('Unofficial preview: no publisher has been named yet.');
    expect(read('about', true)).toContain('have not yet been compared');
    expect(read('privacy', true)).toContain('has not been named yet');
    expect(read('accessibility', true)).toContain('has not been assessed yet');
    expect(read('licence', true)).toContain('No licence has been chosen yet');
    for (const page of noticePages) expect(read(page, true)).not.toMatch(/mailto:|creativecommons/);
  });

  it('name both guidelines, in Korean as well', () => {
    for (const locale of ['en', 'ko']) expect(read('accessibility', false, locale)).toMatch(/WCAG[^]*KWCAG/);
  });
});
