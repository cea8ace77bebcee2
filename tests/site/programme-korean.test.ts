import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { readContent } from '../../src/reader/read.ts';
import { assembleSite } from '../../src/model/assemble.ts';
import { gardens } from '../project.ts';
import { readPage, textOf } from './dom.ts';

const read = (path: string) => textOf(readPage(inject('siteDir'), `ko/${path}`));

describe('a translated programme', () => {
  const { library } = readContent(join(gardens, 'content'));
  const site = assembleSite(library, { locale: 'ko', drafts: false });
  const programme = site.programmes.find(({ edition }) => edition === '2022');
  if (!programme) throw new Error('There is no edition of 2022.');

  const dates = {
    'phase-1': [
      ...['2022년 3월 4일', '2022년 3월 7일~13일', '2022년 3월 14일~20일', '2022년 3월 21일~27일'],
      ...['2022년 3월 28일~4월 3일', '2022년 4월 4일~10일', '2022년 4월 11일~17일', '2022년 4월 18일~24일'],
    ],
    'phase-2': [
      ...['2022년 4월 25일~5월 1일', '2022년 5월 2일~8일', '2022년 5월 9일~15일', '2022년 5월 16일~22일'],
      ...['2022년 5월 23일~29일', '2022년 5월 30일~6월 5일', '2022년 6월 6일~12일'],
    ],
  };
  const weeks = Object.entries(dates).flatMap(([phase, list]) =>
    list.map((date, index) => [phase, index + 1, date] as const),
  );

  it.each(weeks)('%s, week %i is on %s, under its Korean title', (phase, number, date) => {
    const week = programme.weeks.find((each) => each.phase.id === phase && each.number === number);
    expect(week?.title.lang).toBe('ko');
    const page = read(`2022/weeks/${phase}-week-${number}/`);
    for (const fact of [
      date,
      week?.title.text,
      week?.phase.title.text,
      `${phase.slice(-1)}단계 ${number}주차`,
    ])
      expect(page).toContain(fact);
    expect(read('2022/schedule/')).toContain(`${number}주차 ${date} ${week?.title.text ?? ''}`);
  });

  it.each(['', '2022/'])('home at /ko/%s says title, theme, goal, duration and that it is over', (path) => {
    const home = read(path);
    for (const { text, lang } of [programme.title, programme.theme, programme.goal]) {
      expect(lang).toBe('ko');
      expect(home).toContain(text);
    }
    for (const fact of ['2022년 3월 4일~6월 12일', '2022년 6월 12일 종료', '만 25세 미만 누구나', '무료'])
      expect(home).toContain(fact);
  });

  it('has the kick-off with its time, zone, place and person', () => {
    const page = read('2022/events/kick-off/');
    for (const fact of [
      '2022년 2월 23일 수요일',
      '15:00',
      '16:45',
      '한국 표준시(GMT+9)',
      '부산 부산하버센터 9층',
      'Zoom',
      'Mina Byeon',
    ])
      expect(page).toContain(fact);
  });

  it('has the amounts as Korean writes them, and no Roman numeral', () => {
    for (const page of [read('2022/prizes/'), read('')]) {
      expect(page).toContain('1위 240만 원');
      expect(page).toContain('2위 120만 원');
      expect(page).toContain('3위 60만 원');
    }
    for (const path of ['', '2022/schedule/', '2022/topics/', '2022/weeks/phase-1-week-2/']) {
      expect(read(path)).toMatch(/[12]단계 2주차/);
      expect(read(path)).not.toMatch(/\bI{1,2}\b/);
    }
  });

  it('names every partner, topic and prize in the words of its Korean file', () => {
    const partners = read('2022/partners/');
    const topics = read('2022/topics/');
    const prizes = read('2022/prizes/');
    for (const { name } of programme.partners) expect(partners).toContain(name.text);
    for (const { title, summary } of programme.topics) {
      expect([title.lang, summary.lang]).toEqual(['ko', 'ko']);
      expect(topics).toContain(`${title.text} ${summary.text}`);
    }
    for (const { kind, title, body } of programme.prizes) {
      if (kind !== 'money') expect(prizes).toContain(title.text);
      if (body) expect(prizes).toContain(body.text);
    }
  });
});
