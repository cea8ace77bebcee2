import { describe, expect, it } from 'vitest';
import { createVisibility, listLanguages } from '../../src/model/visibility.ts';
import { append, paths, readSample, replace } from '../sample.ts';

const draftEvent = { [paths.event]: replace('attendance', 'draft: true\nattendance') };

describe('what visitors see', () => {
  it('is no draft, and nothing of an edition that is one', () => {
    const draftsOf = (changes: Parameters<typeof readSample>[0]) => {
      const { library } = readSample(changes);
      const { isDraft } = createVisibility(library);
      return [...library.originals.events, ...library.translations].map(isDraft);
    };
    expect(draftsOf({})).toEqual([false, false]);
    expect(draftsOf(draftEvent)).toEqual([true, false]);
    expect(draftsOf({ [paths.programme]: append('draft: true\n') })).toEqual([true, true]);
  });

  it('is a draft also in its translation', () => {
    const draft = { [paths.week]: replace('number: 1', 'number: 1\ndraft: true') };
    const { library } = readSample(draft);
    expect(library.translations.map(createVisibility(library).isDraft)).toEqual([true]);
  });

  it('is the body of the translation in its language, and the original in all others', () => {
    const { library } = readSample({ [paths.site]: replace('[en, ko]', '[en, ko, fr]') });
    const { bodyIn, languagesOf } = createVisibility(library);
    const [week] = library.originals.weeks;
    const [translation] = library.translations;
    if (!week || !translation) throw new Error('The sample has a week and its translation.');
    expect(bodyIn(week, 'ko')).toBe(translation.body);
    expect(bodyIn(week, 'fr')).toBe(week.body);
    expect(languagesOf(week)).toEqual(['en', 'fr']);
    expect(languagesOf(translation)).toEqual(['ko']);
  });

  it('is the original where a translation has fields alone', () => {
    const { library } = readSample({ [paths.translation]: '---\nactivity: 읽기\n---\n' });
    const [week] = library.originals.weeks;
    expect(week && createVisibility(library).languagesOf(week)).toEqual(['en', 'ko']);
  });
});

it('is in English while site.yaml cannot be read', () => {
  expect(listLanguages(readSample({ [paths.site]: '' }).library)).toEqual(['en']);
});
