import { describe, expect, it } from 'vitest';
import { hasFilters, noFilters, readQuery, writeQuery } from '../../src/search/query.ts';

describe('readQuery', () => {
  it('reads what writeQuery wrote', () => {
    const query = { q: 'march 28 & more', kind: 'week', phase: '2', edition: '' };
    const address = writeQuery('/search/', query);
    expect(address).toBe('/search/?q=march+28+%26+more&kind=week&phase=2');
    expect(readQuery(new URL(address, 'https://example.org').searchParams)).toEqual(query);
  });

  it('reads a form, without spaces around the text', () => {
    const form = new FormData();
    form.set('q', '  seed ');
    form.set('kind', 'topic');
    expect(readQuery(form)).toEqual({ q: 'seed', kind: 'topic', phase: '', edition: '' });
  });
});

describe('writeQuery', () => {
  it('gives the page itself for an empty query', () => {
    expect(writeQuery('/search/', { ...noFilters, q: '' })).toBe('/search/');
  });
});

describe('hasFilters', () => {
  it('ignores the text', () => {
    expect(hasFilters({ ...noFilters, q: 'seed' })).toBe(false);
    expect(hasFilters({ ...noFilters, q: '', edition: '2022' })).toBe(true);
  });
});
