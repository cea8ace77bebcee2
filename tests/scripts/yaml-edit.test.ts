import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editFields } from '../../scripts/lib/yaml-edit.ts';
import { gardens } from '../project.ts';

const page = `---
# When it is held
start: 2030-03-04 # a Monday
end: "2030-03-10"

title: 'Streets'
venues:
  - name: Hall
---

Text with a line

---

of hyphens.
`;

describe('editFields', () => {
  it('keeps comments, order, quotes and the body', () => {
    expect(editFields(page, { start: '2030-03-05', end: '2030-03-11' })).toBe(
      page.replace('2030-03-04', '2030-03-05').replace('2030-03-10', '2030-03-11'),
    );
  });

  it('returns the same text if no value changes', () => {
    const odd = page.replace("title: 'Streets'", "title:    'Streets'");
    expect(editFields(odd, { start: '2030-03-04', venues: [{ name: 'Hall' }], status: undefined })).toBe(odd);
  });

  it('appends new fields and removes those that are undefined', () => {
    expect(editFields('# a\nname: A\nurl: https://a.example\n', { url: undefined, country: 'KR' })).toBe(
      '# a\nname: A\ncountry: KR\n',
    );
    expect(editFields('name: A\n', { 'amount.value': 3, 'amount.currency': 'KRW' })).toBe(
      'name: A\namount:\n  value: 3\n  currency: KRW\n',
    );
    expect(editFields(page, { 'venues.0.city': 'Seoul' })).toContain(
      '  - name: Hall\n    city: Seoul\n---\n',
    );
  });

  it('quotes text that YAML would read otherwise', () => {
    expect(editFields('name: A\n', { name: 'true' })).toBe('name: "true"\n');
    expect(editFields('name: A\n', { name: 'Talk: the #1' })).toBe('name: "Talk: the #1"\n');
    expect(editFields('name: A\n', { name: 'x '.repeat(100) + 'y' })).toBe(`name: ${'x '.repeat(100)}y\n`);
  });

  it('keeps CRLF and the byte order mark', () => {
    expect(editFields('\uFEFF---\r\nnumber: 1\r\n---\r\nText\r\n', { number: 2, kind: 'break' })).toBe(
      '\uFEFF---\r\nnumber: 2\r\nkind: break\r\n---\r\nText\r\n',
    );
  });

  it('returns undefined for invalid YAML', () => {
    expect(editFields('name: "A\n', { name: 'B' })).toBeUndefined();
  });

  it('changes only the field in every original of a whole site', () => {
    const content = join(gardens, 'content');
    const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /(^|\/)[^./]+\.(yaml|mdx)$/.test(path),
    );
    expect(files.length).toBeGreaterThan(40);
    for (const path of files) {
      const text = readFileSync(join(content, path), 'utf8');
      const added = editFields(text, { draft: 'yes' });
      expect(added?.replace('draft: yes\n', ''), path).toBe(text);
    }
  });
});
