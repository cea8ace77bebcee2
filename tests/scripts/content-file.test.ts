import { describe, expect, it } from 'vitest';
import { writeContentFile } from '../../scripts/lib/content-file.ts';

describe('writeContentFile', () => {
  it('writes fields in the order of the schema, with their descriptions', () => {
    const data = { name: 'Example University', kind: 'school', list: 'domestic', logo: undefined };
    expect(writeContentFile('partners', { data, withSentences: true })).toMatchInlineSnapshot(`
      "# The name, as the organiser writes it.
      name: Example University
      # The organiser's list: domestic or international.
      list: domestic
      # school or institution.
      kind: school
      # order: … (The place in its list; without it, after those that have one, by file name.)
      # country: … (The country as two capital letters (ISO 3166): KR, CH.)
      # city: … (The city.)
      # url: … (The home page.)
      # logo: … (The logo.)
      # source: … (Where city and country were read: pages cite it beside them. The name is the organiser's.)
      "
    `);
  });

  it('writes a body if the collection has bodies, and no descriptions if they are not wanted', () => {
    const data = { end: '2030-03-10', start: '2030-03-04', phase: 'phase-1', number: 1, title: 'Nº 1: #a' };
    expect(writeContentFile('weeks', { data, body: 'Text.', withSentences: false })).toMatchInlineSnapshot(`
      "---
      phase: phase-1
      number: 1
      start: 2030-03-04
      end: 2030-03-10
      title: "Nº 1: #a"
      ---

      Text.
      "
    `);
    expect(writeContentFile('weeks', { data: {}, withSentences: false })).toBe('---\n---\n');
  });
});
