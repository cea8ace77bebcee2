import { expect, it } from 'vitest';
import { listSources, numberSources } from '../../src/format/sources.ts';

const slides = { publisher: 'Small', title: 'Slides' };
const news = { publisher: 'Small', title: 'News', date: '2030-01-02' };

it('lists the sources of a page once each, in the order of their first mention', () => {
  expect(listSources(slides, undefined, [news, { ...slides }], news)).toEqual([slides, news]);
});

it('numbers cited sources by their place in the list, from 1', () => {
  const list = [slides, news];
  expect(numberSources(list, { ...news })).toEqual([2]);
  expect(numberSources(list, [news, slides])).toEqual([2, 1]);
  expect(numberSources(list, undefined)).toEqual([]);
  expect(numberSources([slides], news)).toEqual([]);
});
