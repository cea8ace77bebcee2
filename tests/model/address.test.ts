import { describe, expect, it } from 'vitest';
import { addressOf, createPaths, feedAddressOf, listEditionPages } from '../../src/model/address.ts';

describe('the pages of an edition', () => {
  it('are all of them where something stands on each', () => {
    expect(listEditionPages({ topics: [1], partners: [1], prizes: [1] })).toEqual([
      ...['schedule', 'topics', 'partners', 'prizes', 'calendar', 'changes'],
    ]);
  });

  it.each(['topics', 'partners', 'prizes'] as const)('have no page of %s where there are none', (page) => {
    const pages = listEditionPages({ topics: [1], partners: [1], prizes: [1], [page]: [] });
    expect(pages).toHaveLength(5);
    expect(pages).not.toContain(page);
  });
});

describe('an address', () => {
  it('is for life', () => {
    expect([
      addressOf.home(),
      addressOf.edition('2022'),
      addressOf.page('2022', 'schedule'),
      addressOf.week('2022', 'phase-1-week-2'),
      addressOf.topic('2022', 'mobility'),
      addressOf.event('2022', 'kick-off'),
      addressOf.site('editions'),
      feedAddressOf.all(),
      feedAddressOf.edition('2022'),
      feedAddressOf.phase('2022', 'phase-1'),
      feedAddressOf.events('2022'),
      feedAddressOf.week('2022', 'phase-1-week-2'),
      feedAddressOf.event('2022', 'kick-off'),
    ]).toMatchInlineSnapshot(`
      [
        "/",
        "/2022/",
        "/2022/schedule/",
        "/2022/weeks/phase-1-week-2/",
        "/2022/topics/mobility/",
        "/2022/events/kick-off/",
        "/editions/",
        "/calendar.ics",
        "/2022/calendar.ics",
        "/2022/phase-1.ics",
        "/2022/events.ics",
        "/2022/weeks/phase-1-week-2.ics",
        "/2022/events/kick-off.ics",
      ]
    `);
  });

  it('has the base in front, and the language where it is not the default', () => {
    const at = (base: string) => createPaths({ base, defaultLocale: 'en' });
    expect(at('/')('/2022/')).toBe('/2022/');
    expect(at('/')('/2022/', 'ko')).toBe('/ko/2022/');
    expect(at('/some-repo/')('/')).toBe('/some-repo/');
    expect(at('/some-repo/')('/2022/', 'ko')).toBe('/some-repo/ko/2022/');
    expect(at('/some-repo')('/2022/', 'en')).toBe('/some-repo/2022/');
  });
});
