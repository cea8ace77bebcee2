import { expect, it } from 'vitest';
import { packHangul } from '../../src/search/hangul.ts';
import { describeHit } from '../../src/search/hit.ts';
import { writeTag } from '../../src/search/tag.ts';

const record = {
  url: '/2022/weeks/one/',
  content: packHangul('텃밭 seeds'),
  excerpt: packHangul('텃밭 seeds'),
  meta: {
    title: packHangul('텃밭 week'),
    label: 'Phase I, week 1',
    tags: [
      writeTag('kind', 'week'),
      writeTag('phase', '1'),
      writeTag('status', 'cancelled'),
      writeTag('titleLang', 'ko'),
    ].join(' '),
  },
};

it('decodes a record and marks the query', () => {
  expect(describeHit(record, '텃밭')).toEqual({
    kind: 'week',
    href: '/2022/weeks/one/',
    title: [
      { text: '텃밭', marked: true },
      { text: ' week', marked: false },
    ],
    titleLang: 'ko',
    label: [{ text: 'Phase I, week 1', marked: false }],
    dates: [],
    status: 'cancelled',
    phase: '1',
    excerpt: [
      { text: '텃밭', marked: true },
      { text: ' seeds', marked: false },
    ],
    excerptLang: undefined,
    byEditors: false,
  });
});

it('says whether the editors wrote the text', () => {
  const tags = `${record.meta.tags} ${writeTag('author', 'editors')}`;
  expect(describeHit({ ...record, meta: { ...record.meta, tags } }, 'week').byEditors).toBe(true);
});

it('gives no excerpt that repeats the title, and no phase where there are several', () => {
  const tags = `${record.meta.tags} ${writeTag('phase', '2')}`;
  const hit = describeHit({ ...record, content: record.meta.title, meta: { ...record.meta, tags } }, 'week');
  expect(hit.excerpt).toEqual([]);
  expect(hit.phase).toBeUndefined();
});
