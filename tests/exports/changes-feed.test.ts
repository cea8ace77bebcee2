import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { Ledger, LedgerEntry } from '../../src/calendar/ledger.ts';
import { renderChangesFeed } from '../../src/exports/changes-feed.ts';
import { readProgramme, urlTo } from '../programme.ts';
import { paths } from '../sample.ts';

const entry = (id: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  uid: `2030-week-${id}@small.example.org`,
  kind: 'week',
  id,
  sequence: 0,
  stamps: { en: { modified: '2030-01-01T08:00:00Z', hash: '0123456789abcdef' } },
  facts: {
    title: { en: 'Streets', ko: '거리' },
    start: '2030-03-05',
    end: '2030-03-10',
    status: 'scheduled',
  },
  ...more,
});
const ledger: Ledger = {
  version: 2,
  edition: '2030',
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

function render(published: Ledger | undefined = ledger, locale = 'en') {
  const { site, programme, t } = readProgramme({}, locale);
  const text = renderChangesFeed(site, programme, published, { t, urlTo });
  return { text, feed: parseAtomFeed(text) };
}

/** The feed of this ledger as the first version of the site wrote it. */
const versionOne = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>tag:small.example.org,2030:2030/en/changes</id>
<title>Changes: Small Cities 2030</title>
<subtitle>Changes to the dates of Small Cities 2030 since this site published them.</subtitle>
<updated>2030-02-03T09:00:00Z</updated>
<author>
<name>Small</name>
</author>
<link rel="alternate" type="text/html" hreflang="en" href="https://small.example.org/2030/changes/"/>
<link rel="self" type="application/atom+xml" href="https://small.example.org/2030/changes.xml"/>
<entry>
<id>tag:small.example.org,2030-02-03:2030/en/2030-week-phase-1-week-1/090000</id>
<title>Streets is cancelled</title>
<updated>2030-02-03T09:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://small.example.org/2030/weeks/phase-1-week-1/"/>
<content>Streets is cancelled</content>
</entry>
<entry>
<id>tag:small.example.org,2030-02-02:2030/en/2030-week-gone/090000</id>
<title>Bridges &amp; &lt;boats&gt; is no longer held</title>
<updated>2030-02-02T09:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://small.example.org/2030/changes/"/>
<content>Bridges &amp; &lt;boats&gt; is no longer held</content>
</entry>
<entry>
<id>tag:small.example.org,2030-02-01:2030/en/2030-week-phase-1-week-1/223000</id>
<title>Streets starts on 5 March instead of 4 March</title>
<updated>2030-02-01T22:30:00Z</updated>
<link rel="alternate" type="text/html" href="https://small.example.org/2030/weeks/phase-1-week-1/"/>
<content>Streets starts on 5 March instead of 4 March</content>
</entry>
</feed>
`;

/** Parses a feed, with its dates as instants: they may be written with or without milliseconds. */
function toComparable(xml: string): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(parseAtomFeed(xml), (key, value: unknown) =>
      key === 'updated' ? Date.parse(String(value)) : value,
    ),
  ) as Record<string, unknown>;
}

describe('renderChangesFeed', () => {
  it('has the elements that RFC 4287 requires, and an id that does not depend on the address', () => {
    const { feed } = render();
    expect(feed).toMatchObject({
      id: 'tag:small.example.org,2030:2030/en/changes',
      title: { value: 'Changes: Small Cities 2030' },
      updated: '2030-02-03T09:00:00.000Z',
      authors: [{ name: 'Small' }],
    });
    expect(feed.links).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rel: 'self', href: urlTo('/2030/changes.xml') }),
        expect.objectContaining({ rel: 'alternate', href: urlTo('/2030/changes/') }),
      ]),
    );
  });

  it('has an entry for each change, newest first, linked to its page', () => {
    const entries = render().feed.entries ?? [];
    expect(entries.map(({ title, updated, links }) => [title?.value, updated, links?.[0]?.href])).toEqual([
      ['Streets is cancelled', '2030-02-03T09:00:00.000Z', urlTo('/2030/weeks/phase-1-week-1/')],
      ['Bridges & <boats> is no longer held', '2030-02-02T09:00:00.000Z', urlTo('/2030/changes/')],
      [
        'Streets starts on 5 March instead of 4 March',
        '2030-02-01T22:30:00.000Z',
        urlTo('/2030/weeks/phase-1-week-1/'),
      ],
    ]);
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe('tag:small.example.org,2030-02-03:2030/en/2030-week-phase-1-week-1/090000');
  });

  it('has the language of the programme, and ids of its own', () => {
    const { feed, text } = render(ledger, 'ko');
    expect(text).toContain('xml:lang="ko"');
    expect(feed.id).toBe('tag:small.example.org,2030:2030/ko/changes');
    expect(feed.entries?.[0]?.title?.value).toContain('거리');
  });

  it('has no entries before the first change, and a date from the ledger or the programme', () => {
    expect(render({ ...ledger, events: [entry('phase-1-week-1')] }).feed).toMatchObject({
      updated: '2030-01-01T08:00:00.000Z',
    });
    const { site, programme, t } = readProgramme();
    const feed = parseAtomFeed(renderChangesFeed(site, programme, undefined, { t, urlTo }));
    expect(feed.updated).toBe('2030-03-04T00:00:00.000Z');
    expect(feed.entries ?? []).toEqual([]);
  });

  it('gives readers the entries that they know from version 0.1', () => {
    const { feed, text } = render();
    expect(feed.entries).toHaveLength(3);
    const known = toComparable(versionOne);
    const { entries, id, title, updated } = toComparable(text);
    expect({ entries, id, title, updated }).toEqual({
      entries: known['entries'],
      id: known['id'],
      title: known['title'],
      updated: known['updated'],
    });
  });

  it('speaks in the name of the publisher, and has ids of its domain only on behalf of the organiser', () => {
    const renderWith = (publisher: string | undefined) => {
      const line = /publisher: .*\n/;
      const change = (text: string) => text.replace(line, publisher === undefined ? '' : `${publisher}\n`);
      const { site, programme, t } = readProgramme({ [paths.site]: change });
      return parseAtomFeed(renderChangesFeed(site, programme, ledger, { t, urlTo }));
    };
    const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/;
    const press =
      'publisher: { name: Press, relation: independent, address: Bern, email: p@press.example.org }';
    const independent = renderWith(press);
    expect(independent.authors).toEqual([{ name: 'Press', email: 'p@press.example.org' }]);
    const ids = independent.entries?.map(({ id }) => id) ?? [];
    expect(ids).toEqual([
      expect.stringMatching(uuid),
      expect.stringMatching(uuid),
      expect.stringMatching(uuid),
    ]);
    expect(new Set(ids).size).toBe(3);
    const preview = renderWith(undefined);
    expect(preview.authors).toEqual([{ name: expect.stringMatching(/^Unofficial preview/) as string }]);
    expect(preview.entries?.map(({ id }) => id)).toEqual(ids);
  });

  it('names the licence', () => {
    const { feed } = render();
    expect(feed.rights?.value).toContain('CC BY 4.0');
    expect(feed.links).toContainEqual(
      expect.objectContaining({ rel: 'license', href: 'https://creativecommons.org/licenses/by/4.0/' }),
    );
  });

  it('drops characters that XML does not allow, and escapes markup', () => {
    const { site, programme, t } = readProgramme();
    const title = { ...programme.title, text: 'a\u0000b\u000B <i>&amp;</i> ]]> \uD800 😀' };
    const text = renderChangesFeed(site, { ...programme, title }, undefined, { t, urlTo });
    expect(parseAtomFeed(text).title?.value).toBe('Changes: ab <i>&amp;</i> ]]>  😀');
    expect(text).not.toMatch(/[\0\v]/);
  });
});
