import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { Ledger, LedgerEntry } from '../../src/calendar/ledger.ts';
import { writeAtom, type AtomFeed } from '../../src/exports/atom.ts';
import { describeChangesFeed } from '../../src/exports/changes-feed.ts';
import { readProgramme, urlTo } from '../programme.ts';

const entry = (id: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...{ uid: `2030-week-${id}@small.example.org`, kind: 'week', id, sequence: 0, hash: '0123456789abcdef' },
  modified: '2030-01-01T08:00:00Z',
  facts: {
    title: { en: 'Streets', ko: '거리' },
    start: '2030-03-05',
    end: '2030-03-10',
    status: 'scheduled',
  },
  ...more,
});
const ledger: Ledger = {
  ...{ version: 1, edition: '2030' },
  events: [
    entry('phase-1-week-1', {
      history: [
        { date: '2030-02-01T22:30:00Z', field: 'start', from: '2030-03-04', to: '2030-03-05' },
        { date: '2030-02-03T09:00:00Z', field: 'status', from: 'scheduled', to: 'cancelled' },
        { date: '2030-02-04T09:00:00Z', field: 'description' },
      ],
    }),
    entry('gone', {
      facts: { ...entry('gone').facts, title: { en: 'Bridges & <boats>' }, status: 'removed' },
      history: [{ date: '2030-02-02T09:00:00Z', field: 'status', from: 'scheduled', to: 'removed' }],
    }),
  ],
};

function read(told: Ledger | undefined = ledger, locale = 'en') {
  const { site, programme, t } = readProgramme({}, locale);
  const text = writeAtom(describeChangesFeed(site, programme, told, { t, urlTo }));
  return { text, feed: parseAtomFeed(text) };
}

describe('the feed of changes, read by a parser of feeds', () => {
  it('has what RFC 4287 asks for, and an id that outlives addresses', () => {
    const { feed } = read();
    expect(feed).toMatchObject({
      id: 'tag:small.example.org,2030:2030/en/changes',
      title: { value: 'Changes: Small Cities 2030' },
      updated: '2030-02-03T09:00:00Z',
      authors: [{ name: 'Small' }],
    });
    expect(feed.links).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rel: 'self', href: urlTo('/2030/changes.xml') }),
        expect.objectContaining({ rel: 'alternate', href: urlTo('/2030/changes/') }),
      ]),
    );
  });

  it('tells what changed in words, newest first, with the page of what is still held', () => {
    const entries = read().feed.entries ?? [];
    expect(entries.map(({ title, updated, links }) => [title?.value, updated, links?.[0]?.href])).toEqual([
      ['Streets is cancelled', '2030-02-03T09:00:00Z', urlTo('/2030/weeks/phase-1-week-1/')],
      ['Bridges & <boats> is no longer held', '2030-02-02T09:00:00Z', urlTo('/2030/changes/')],
      [
        'Streets starts on 5 March instead of 4 March',
        '2030-02-01T22:30:00Z',
        urlTo('/2030/weeks/phase-1-week-1/'),
      ],
    ]);
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe('tag:small.example.org,2030-02-03:2030/en/2030-week-phase-1-week-1/090000');
  });

  it('is in the language of the page, with ids of its own', () => {
    const { feed, text } = read(ledger, 'ko');
    expect(text).toContain('xml:lang="ko"');
    expect(feed.id).toBe('tag:small.example.org,2030:2030/ko/changes');
    expect(feed.entries?.[0]?.title?.value).toContain('거리');
  });

  it('is a feed without entries before anything has changed, dated without a clock', () => {
    expect(read({ ...ledger, events: [entry('phase-1-week-1')] }).feed).toMatchObject({
      updated: '2030-01-01T08:00:00Z',
    });
    const { site, programme, t } = readProgramme();
    const { updated, entries } = describeChangesFeed(site, programme, undefined, { t, urlTo });
    expect({ updated, entries }).toEqual({ updated: '2030-03-04T00:00:00Z', entries: [] });
  });
});

describe('writeAtom', () => {
  const feed: AtomFeed = {
    ...{ id: 'tag:x', title: 'T', language: 'en', updated: '2030-01-01T00:00:00Z', author: { name: 'A' } },
    ...{ page: 'https://x.example.org/?a=1&b="2"', self: 'https://x.example.org/feed', entries: [] },
  };

  it('leaves out what XML cannot hold, and escapes what it reads as marks', () => {
    const text = writeAtom({ ...feed, title: 'a\u0000b\u000B <i>&amp;</i> \uD800 😀' });
    expect(text).toContain('<title>ab &lt;i&gt;&amp;amp;&lt;/i&gt;  😀</title>');
    const { title, links } = parseAtomFeed(text);
    expect(title?.value).toBe('ab <i>&amp;</i>  😀');
    expect(links?.[0]?.href).toBe(feed.page);
  });
});
