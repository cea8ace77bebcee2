import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../src/reader/body.ts';
import { copyFile } from '../../../scripts/lib/new/copy-file.ts';
import { splitFrontMatter } from '../../../src/reader/front-matter.ts';
import type { CollectionName } from '../../../src/model/registry.ts';

function copy(collection: CollectionName, text: string, translation?: string, to = '2031') {
  const parts = splitFrontMatter({ path: '', name: '', text });
  const links = 'body' in parts ? parseBody(parts.body, '', parts.bodyLine).body.links : [];
  return copyFile(text, { collection, translation }, links, { from: '2030', to, weeks: 52 });
}

const event = `---
# Held every year
title: Opening of 2030
start: "2030-12-31T23:00" # at night
end: 2031-01-01T01:00
attendance: hybrid
status: postponed
statusNote: It rains.
join: https://example.org/room
source:
  publisher: Small
  title: News
  date: 2030-12-01
uid: old@example.org
---

Between [the schedule](/2030/schedule/#events), [last year](/2029/) and
[the same](/2030), on 2030-12-31. See [more] and \`/2030/\`, or
https://example.org/2030/.

[more]: /2030/topics/
`;

it.each([
  ['programmes', 'state: ended\nsource: { publisher: Small, title: News }', ['source']],
  ['weeks', 'start: 2030-03-04\nsource: { publisher: Small, title: News }', ['source']],
  ['pages', 'source: { publisher: Small, title: News }\nupdated: 2030-03-01', ['source', 'updated']],
] as const)(
  'copyFile leaves out the sources of %s, which are those of the old edition',
  (name, fields, gone) => {
    const { removed, text } = copy(name, `---\ntitle: Streets\n${fields}\n---\n\nText\n`);
    expect(Object.keys(removed)).toEqual(gone);
    expect(text).not.toMatch(/source|updated/);
  },
);

describe('copyFile of an event', () => {
  const { text, removed, moved, isEmpty } = copy('events', event);

  it('moves dates, keeps the time of day, and removes what held for one edition', () => {
    expect(text.split('\n---\n')[0]).toMatchInlineSnapshot(`
      "---
      # Held every year
      title: Opening of 2030
      start: "2031-12-30T23:00" # at night
      end: 2031-12-31T01:00
      attendance: hybrid"
    `);
    expect(moved).toEqual({ start: '2031-12-30T23:00', end: '2031-12-31T01:00' });
    expect(Object.keys(removed)).toEqual(['status', 'statusNote', 'join', 'source', 'uid']);
    expect(isEmpty).toBe(false);
  });

  it('points links at the new edition, and leaves other addresses and code alone', () => {
    expect(text.split('\n---\n')[1]).toMatchInlineSnapshot(`
      "
      Between [the schedule](/2031/schedule/#events), [last year](/2029/) and
      [the same](/2031), on 2030-12-31. See [more] and \`/2030/\`, or
      https://example.org/2030/.

      [more]: /2031/topics/
      "
    `);
  });

  it('replaces links if the name of the new folder has another length', () => {
    const body = '---\ntitle: A\n---\n\n[a](/2030/) and [b](/2030/weeks/x/)\n[c](/2030#d)\n';
    expect(copy('pages', body, undefined, 'spring-2031').text).toContain(
      '[a](/spring-2031/) and [b](/spring-2031/weeks/x/)\n[c](/spring-2031#d)',
    );
  });
});

const programme = `title: Small Cities 2030
start: 2030-03-04
end: 2030-03-31
timezone: Europe/Zurich
state: ended
applications:
  opens: 2030-01-07 # a Monday
  closes: 2030-02-01
  url: https://example.org/form
audience:
  text: Everybody since 2030-01-01.
  source: { publisher: Small, title: News, date: 2030-01-05 }
results:
  - text: Ten came.
`;

describe('copyFile of a programme', () => {
  it('makes it an upcoming draft, and keeps the dates of sources', () => {
    expect(copy('programmes', programme).text).toMatchInlineSnapshot(`
      "title: Small Cities 2030
      start: 2031-03-03
      end: 2031-03-30
      timezone: Europe/Zurich
      state: upcoming
      applications:
        opens: 2031-01-06 # a Monday
        closes: 2031-01-31
      audience:
        text: Everybody since 2030-01-01.
        source: { publisher: Small, title: News, date: 2030-01-05 }
      draft: true
      "
    `);
  });

  it('removes a mapping that would be empty', () => {
    const { text, removed } = copy(
      'programmes',
      'title: A\napplications:\n  url: https://example.org/form\nstart: 2030-03-04\n',
    );
    expect(text).toBe('title: A\nstart: 2031-03-03\nstate: upcoming\ndraft: true\n');
    expect(removed).toEqual({ applications: 'https://example.org/form' });
  });
});

describe('copyFile of a translation', () => {
  it('removes the fields that its original loses, and does not set state or draft', () => {
    const text = '# Titel\ntitle: 작은 도시 2030\nresults:\n  - text: 열 명이 왔다.\n';
    const copied = copy('programmes', text, 'ko');
    expect(copied.text).toBe('# Titel\ntitle: 작은 도시 2030\n');
    expect(copied.isEmpty).toBe(false);
  });

  it('is empty if it had no other fields and no body', () => {
    const isEmpty = (text: string) => copy('events', text, 'ko').isEmpty;
    expect(isEmpty('---\nstatusNote: 비가 온다.\ntranslates:\n  statusNote: abcdef\n---\n')).toBe(true);
    expect(isEmpty('---\nstatusNote: 비가 온다.\n---\n\n본문.\n')).toBe(false);
  });
});

it('copyFile returns the same text if nothing depends on the edition', () => {
  const partner = 'name:   "University"\nlist: domestic # for now\nkind: school\n';
  expect(copy('partners', partner)).toEqual({ text: partner, removed: {}, moved: {}, isEmpty: false });
});
