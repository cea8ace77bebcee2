import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { readPage, textOf } from './dom.ts';

/** What a visitor reads on a page of the fixture programme. */
const read = (path: string) => textOf(readPage(inject('siteDir'), path));

const topics = [
  'Introduction to School Gardens & SDGs (15)',
  'Emerging Seed Libraries and Leveraging Open Pollination',
  'Emerging Challenges of Industrialization, Standardization, and Monocultures',
  'Frostbite Threats in the Age of Unsettled Growing Seasons',
  'Rooftop Retrofitting for Greater Harvests: Nature Based Solutions',
  'Ethics of Seed Keeping in School Gardens',
];
const weeks: [id: string, dates: string, title: string][] = [
  ['phase-1-week-1', '4 March 2022', 'Orientation Day'],
  ['phase-1-week-2', '7 – 13 March 2022', topics[0] ?? ''],
  ['phase-1-week-3', '14 – 20 March 2022', topics[1] ?? ''],
  ['phase-1-week-4', '21 – 27 March 2022', topics[2] ?? ''],
  ['phase-1-week-5', '28 March – 3 April 2022', topics[3] ?? ''],
  ['phase-1-week-6', '4 – 10 April 2022', topics[4] ?? ''],
  ['phase-1-week-7', '11 – 17 April 2022', topics[5] ?? ''],
  ['phase-1-week-8', '18 – 24 April 2022', 'Break'],
  ['phase-2-week-1', '25 April – 1 May 2022', 'Orientation Day'],
  ['phase-2-week-2', '2 – 8 May 2022', topics[0] ?? ''],
  ['phase-2-week-3', '9 – 15 May 2022', topics[1] ?? ''],
  ['phase-2-week-4', '16 – 22 May 2022', topics[2] ?? ''],
  ['phase-2-week-5', '23 – 29 May 2022', topics[3] ?? ''],
  ['phase-2-week-6', '30 May – 5 June 2022', topics[4] ?? ''],
  ['phase-2-week-7', '6 – 12 June 2022', topics[5] ?? ''],
];

describe('a programme', () => {
  it.each(weeks)('%s is on %s: %s', (id, dates, title) => {
    const page = read(`2022/weeks/${id}/`);
    expect(page).toContain(dates);
    expect(page).toContain(title);
    expect(page).toContain(id.startsWith('phase-1') ? 'School Garden Groundwork' : 'School Garden Practice');
    const schedule = read('2022/schedule/');
    const number = id.split('-').at(-1) ?? '';
    expect(schedule).toContain(`Week ${number} ${dates} ${title}`);
  });

  it('heads the columns of the schedule', () => {
    const schedule = read('2022/schedule/');
    expect(schedule).toContain('Phase I: School Garden Groundwork');
    expect(schedule).toContain('4 March – 24 April 2022 · Groundwork');
    expect(schedule).toContain('Phase II: School Garden Practice');
    expect(schedule).toContain('25 April – 12 June 2022 · Practice & Team Planting Workshop');
  });

  it.each(['', '2022/'])('home at /%s says theme, goal, duration and that it is over', (path) => {
    const home = read(path);
    expect(home).toContain(
      'Encouraging Young Gardeners of Tomorrow to Build Wild and Generous School Gardens',
    );
    expect(home).toContain(
      'Sharing knowledge and practice among young people on both sides of the Korea Strait in growing food, keeping seeds and looking after a garden.',
    );
    expect(home).toContain('4 March – 12 June 2022');
    expect(home).toContain('Ended on 12 June 2022');
    expect(home).not.toMatch(/apply now|under way/i);
  });

  it('has the kick-off before the first week, with time, zone, places and person', () => {
    const page = read('2022/events/kick-off/');
    for (const fact of [
      '2022 Season Kick-off',
      '23 February 2022',
      '15:00 – 16:45',
      'GMT+9',
      'Zoom',
      'Busan Harbour Center, 9F',
      'Mina Byeon, Programme Gardener, Baram',
      'Introduction of School Garden Fellows',
    ])
      expect(page).toContain(fact);
    const schedule = read('2022/schedule/');
    expect(schedule.indexOf('2022 Season Kick-off')).toBeLessThan(schedule.indexOf('Phase I:'));
    expect(schedule.indexOf('2022 Season Kick-off')).toBeGreaterThan(-1);
  });

  it.each([
    ['workshop-1', '13 May 2022', 'Phase II, week 3'],
    ['workshop-2', '20 May 2022', 'Phase II, week 4'],
  ])('%s was online on %s, at a time that was not published, in %s', (id, date, week) => {
    const page = read(`2022/events/${id}/`);
    for (const fact of [date, 'Online', 'time not published', week]) expect(page).toContain(fact);
    expect(page).not.toMatch(/all day|\d\d:\d\d/i);
  });

  it('names all prizes with their amounts', () => {
    for (const page of [read('2022/prizes/'), read('')])
      for (const fact of [
        'Golden Trowel Award',
        'President of Baram (Head Gardener of the Busan Harbour Garden Trust)',
        '1st place KRW 2,400,000',
        '2nd place KRW 1,200,000',
        '3rd place KRW 600,000',
        'Busan School Growers Forum, organized by the Busan Harbour Garden Trust',
        'Invitation to the Baram Harvest Supper',
        'Network with experienced growers and seed keepers in planning a garden and putting it in the ground',
      ])
        expect(page).toContain(fact);
  });

  it('names the partners in their order, under open lists', () => {
    const names = [
      'Suyeong National University',
      'Yongdu University',
      'Kyerim University',
      'Dongbaek University',
      'Kangil University',
      'University of Rigi',
      'Barley’s Bertram Kew Center For Orchards & Society',
      'Catalpa University of Turin',
      'Elderfield Institute',
      'Chenxi University of Horticulture',
      'SGN Korea',
    ];
    const page = readPage(inject('siteDir'), '2022/partners/');
    expect(page.querySelectorAll('main li .name').map((name) => name.text.trim().replace("'", '’'))).toEqual(
      names,
    );
    expect(textOf(page)).toContain('There may be others');
    expect(textOf(page)).not.toMatch(/eleven|11 partners/i);
  });

  it('describes the share picture of a week with its title and dates', () => {
    const page = readPage(inject('siteDir'), '2022/weeks/phase-1-week-5/');
    expect(page.querySelector('meta[property="og:image:alt"]')?.getAttribute('content')).toBe(
      'Phase I, week 5 · Frostbite Threats in the Age of Unsettled Growing Seasons · 28 March – 3 April 2022 · Baram School Garden Fellows 2022',
    );
  });

  it('has the name of the site in the web app manifest', () => {
    const manifest = readFileSync(join(inject('siteDir'), 'site.webmanifest'), 'utf8');
    expect(JSON.parse(manifest)).toMatchObject({ name: 'School Garden Fellows' });
  });
});

describe('topics', () => {
  it.each(topics)('“%s” names its two weeks, and each week its sister', (title) => {
    const dir = inject('siteDir');
    const link = readPage(dir, '2022/topics/')
      .querySelectorAll('main a')
      .find((each) => each.text.trim() === title);
    const page = readPage(dir, (link?.getAttribute('href') ?? '').slice(1));
    const linked = page.querySelectorAll('main a').map((each) => each.getAttribute('href') ?? '');
    const own = linked.filter((href) => href.startsWith('/2022/weeks/'));
    expect(own).toHaveLength(2);
    const [first = '', second = ''] = own;
    const sister = readPage(dir, first.slice(1))
      .querySelectorAll('main a')
      .map((each) => each.getAttribute('href'));
    expect(sister).toContain(second);
  });

  it.each(topics.map((title, index) => [title, index === 0]))(
    '“%s” names its Sustainable Development Goal: %s',
    (title, hasGoal) => {
      const dir = inject('siteDir');
      const link = readPage(dir, '2022/topics/')
        .querySelectorAll('main a')
        .find((each) => each.text.trim() === title);
      const page = readPage(dir, (link?.getAttribute('href') ?? '').slice(1));
      expect(textOf(page, '.aside').includes('Sustainable Development Goal 15')).toBe(hasGoal);
    },
  );
});
