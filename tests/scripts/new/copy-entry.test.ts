import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../src/reader/body.ts';
import { copyText, type CopySettings } from '../../../scripts/lib/new/copy-entry.ts';
import { splitFrontMatter } from '../../../src/reader/front-matter.ts';
import type { CollectionName } from '../../../src/model/registry.ts';

function copy(collection: CollectionName, text: string, options: Partial<CopySettings> = {}) {
  const parts = splitFrontMatter({ path: '', name: '', text });
  const links = 'body' in parts ? parseBody(parts.body, '', parts.bodyLine).body.links : [];
  const settings = { collection, isTranslation: false, links, from: '2030', to: '2031', weeks: 52 };
  return copyText(text, { ...settings, ...options });
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

describe('the copy of an event', () => {
  const { text, cleared, moved, says } = copy('events', event);

  it('is held so many weeks later at the same time of day, and has lost what was true of one year', () => {
    expect(text.split('\n---\n')[0]).toMatchInlineSnapshot(`
      "---
      # Held every year
      title: Opening of 2030
      start: "2031-12-30T23:00" # at night
      end: 2031-12-31T01:00
      attendance: hybrid"
    `);
    expect(moved).toEqual({ start: '2031-12-30T23:00', end: '2031-12-31T01:00' });
    expect(Object.keys(cleared)).toEqual(['status', 'statusNote', 'join', 'source', 'uid']);
    expect(says).toBe(true);
  });

  it('leads to the pages of its own edition, and to no others', () => {
    expect(text.split('\n---\n')[1]).toMatchInlineSnapshot(`
      "
      Between [the schedule](/2031/schedule/#events), [last year](/2029/) and
      [the same](/2031), on 2030-12-31. See [more] and \`/2030/\`, or
      https://example.org/2030/.

      [more]: /2031/topics/
      "
    `);
  });

  it('leads there as well if the folder has a longer or shorter name', () => {
    const body = '---\ntitle: A\n---\n\n[a](/2030/) and [b](/2030/weeks/x/)\n[c](/2030#d)\n';
    expect(copy('pages', body, { to: 'spring-2031' }).text).toContain(
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

describe('the copy of a programme', () => {
  it('is a draft of what is to come; the dates of its sources stay', () => {
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

  it('has no empty group where all in it was cleared', () => {
    const { text, cleared } = copy(
      'programmes',
      'title: A\napplications:\n  url: https://example.org/form\nstart: 2030-03-04\n',
    );
    expect(text).toBe('title: A\nstart: 2031-03-03\nstate: upcoming\ndraft: true\n');
    expect(cleared).toEqual({ applications: 'https://example.org/form' });
  });
});

describe('the copy of a translation', () => {
  it('loses the words for what its original has lost, and is no draft by itself', () => {
    const text = '# Titel\ntitle: 작은 도시 2030\nresults:\n  - text: 열 명이 왔다.\n';
    const copied = copy('programmes', text, { isTranslation: true });
    expect(copied.text).toBe('# Titel\ntitle: 작은 도시 2030\n');
    expect(copied.says).toBe(true);
  });

  it('says nothing any more if it had no other words', () => {
    const copied = (text: string) => copy('events', text, { isTranslation: true }).says;
    expect(copied('---\nstatusNote: 비가 온다.\ntranslates:\n  statusNote: abcdef\n---\n')).toBe(false);
    expect(copied('---\nstatusNote: 비가 온다.\n---\n\n본문.\n')).toBe(true);
  });
});

it('is the same text where nothing in it belongs to a year', () => {
  const partner = 'name:   "University"\nlist: domestic # for now\nkind: school\n';
  expect(copy('partners', partner)).toEqual({ text: partner, cleared: {}, moved: {}, says: true });
});
