import { globSync, readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { readPage } from '../site/dom.ts';

const files = [...globSync('content/**/*.{mdx,yaml}'), ...globSync('src/i18n/{en,ko}.json')].filter(
  (file) => !file.endsWith('calendar.lock.yaml'),
);
const texts = files.map((file) => ({
  file,
  korean: /\.ko\.(?:mdx|yaml)$|ko\.json$/.test(file),
  text: readFileSync(file, 'utf8').normalize('NFC'),
}));

/** The files with a spelling that this site does not use. */
const findText = (pattern: RegExp, lang?: 'en' | 'ko') =>
  texts
    .filter(({ korean }) => lang === undefined || korean === (lang === 'ko'))
    .flatMap(({ file, text }) => (text.match(pattern) ?? []).map((found) => `${file}: ${found}`));

describe('the texts of this site', () => {
  it.each([
    ['straight apostrophes', /\w'\w/g, undefined],
    ['spaces before percent signs', /\d %|per cent/g, undefined],
    [
      'headings of a curriculum',
      /학습 목표|토론 질문|What you will|What is covered|Questions to discuss/g,
      undefined,
    ],
    ['claims that this site was searched', /이 사이트에서 확인하지 못했습니다/g, 'ko'],
    ['amounts with a symbol', /₩/g, 'ko'],
    ['the award without its city', /(?<!서울특별)시장상/g, 'ko'],
    ['weeks written with a dot', /\d·\d/g, 'ko'],
    ['two levels of speech', /[가-힣](?:세요|아요|어요|해요|에요|예요)(?=[.?!\s”’"])/g, 'ko'],
  ] as const)('have no %s', (_name, pattern, lang) => {
    expect(findText(pattern, lang)).toEqual([]);
  });

  it('spell British English outside titles', () => {
    const organisers = /Organi[sz]ation\b|World Urbanization Prospects|(?:title|en): .*/g;
    const links = /\[[^\]]*\]\([^)]*\)|(?:id|topic|url): \S+|“[^”]*”|\/\S+/g;
    const found = texts
      .filter(({ korean, file }) => !korean && file !== 'src/i18n/en.json')
      .map(({ file, text }) => ({ file, text: text.replaceAll(links, '').replaceAll(organisers, '') }))
      .flatMap(({ file, text }) =>
        (text.match(/\b\w+iz(?:e[ds]?|ing|ation)\b/g) ?? []).map((w) => `${file}: ${w}`),
      )
      .filter((word) => !/: (?:size[ds]?|prizes?)$/i.test(word));
    expect(found).toEqual([]);
  });
});

describe.each(['', 'ko/'])('the menu at /%s', (tree) => {
  const links = readPage(inject('siteDir'), `${tree}2022/`).querySelectorAll('header nav a');

  it.each(links.map((link) => [link.text.trim(), (link.getAttribute('href') ?? '').slice(1)]))(
    'calls “%s” as its page is titled',
    (label, path) => {
      const title = readPage(inject('siteDir'), path).querySelector('h1')?.text.trim() ?? '';
      if (tree === 'ko/') expect(title).toBe(label);
      // A short form of the title: "Questions" for "Questions and answers".
      else expect(title.toLowerCase()).toContain(label.toLowerCase());
    },
  );
});
