import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { listPages, readPage, textOf } from './dom.ts';

const dir = inject('siteDir');
const line = 'Background written by the editors of this site. The organiser published the title.';
const koreanLine = '이 사이트의 편집자가 작성한 배경 설명입니다. 주최 기관은 제목만 발표했습니다.';
const pages = listPages(dir).map((path) => [path, readPage(dir, path)] as const);

describe('texts by the editors', () => {
  it.each(['2022/topics/soil-and-sdgs/', '2022/weeks/phase-1-week-2/', '2022/weeks/phase-2-week-7/'])(
    'are marked on %s, in both languages',
    (path) => {
      expect(textOf(readPage(dir, path))).toContain(line);
      expect(textOf(readPage(dir, `ko/${path}`))).toContain(koreanLine);
    },
  );

  it('are marked in lists of topics', () => {
    const summaries = 'Summaries written by the editors of this site. The organiser published the titles.';
    for (const path of ['', '2022/topics/']) expect(textOf(readPage(dir, path))).toContain(summaries);
  });
});

describe('sources', () => {
  it('are numbered at the end of their page, and every mark leads to one of them', () => {
    let marks = 0;
    for (const [path, page] of pages) {
      const items = page.querySelectorAll('main > section:last-child ol > li');
      const ids = items.map((item) => item.getAttribute('id') ?? '').filter((id) => id.startsWith('source-'));
      expect(ids, path).toEqual(ids.map((_, index) => `source-${index + 1}`));
      for (const mark of page.querySelectorAll('sup a')) {
        marks += 1;
        expect(
          ids.map((id) => `#${id}`),
          path,
        ).toContain(mark.getAttribute('href'));
      }
    }
    expect(marks).toBeGreaterThan(100);
  });

  it('of a city stand beside the city, and those of the programme on every page that shows its facts', () => {
    const partners = readPage(dir, '2022/partners/');
    const rigi = partners
      .querySelectorAll('li')
      .find((item) => item.text.trim().startsWith('University of Rigi'));
    const [mark] = rigi?.querySelectorAll('.place sup a') ?? [];
    const target = partners.querySelector(mark?.getAttribute('href') ?? 'none');
    expect(target?.text).toContain('University of Rigi');
    expect(rigi?.querySelector('.name sup')).toBeNull();
    for (const path of ['', 'schedule/', 'topics/', 'prizes/', 'partners/', 'weeks/phase-1-week-8/'])
      expect(textOf(readPage(dir, `2022/${path}`)), path).toContain('School Garden Fellows 2022 (slides)');
  });
});

describe('pages about the site', () => {
  const notices = ['about', 'privacy', 'accessibility', 'licence'];

  it('are linked from the footer of every page, which says who publishes it under which licence', () => {
    for (const [path, page] of pages) {
      const footer = page.querySelector('footer');
      if (!footer) throw new Error(`${path} has no footer.`);
      const tree = path.startsWith('ko/') ? '/ko/' : '/';
      const hrefs = footer.querySelectorAll('a').map((link) => link.getAttribute('href'));
      expect(hrefs, path).toEqual(expect.arrayContaining(notices.map((notice) => `${tree}${notice}/`)));
      expect(footer.text.replaceAll(/\s+/g, ' '), path).toContain('CC BY 4.0');
      expect(footer.text.replaceAll(/\s+/g, ' '), path).toMatch(
        /Published by Garden Notes, independently of Baram\.|텃밭 노트/,
      );
    }
  });

  it('are in the sitemap', () => {
    const sitemap = readFileSync(join(dir, 'sitemap-0.xml'), 'utf8');
    for (const notice of notices)
      for (const tree of ['/', '/ko/']) expect(sitemap).toContain(`${tree}${notice}/<`);
  });
});
