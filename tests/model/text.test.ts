import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  isText,
  markForeign,
  stampLanguage,
  translateData,
  translationSchema,
  words,
} from '../../src/model/text.ts';

const schema = z.strictObject({
  title: words('The title.'),
  start: z.iso.date(),
  venues: z.array(z.strictObject({ name: words('The name.'), country: z.string() })).default([]),
  note: words('A note.').optional(),
});
const text = (value: string, lang = 'en') => ({ text: value, lang });
const original = stampLanguage(
  schema.parse({
    title: 'Kick-off',
    start: '2030-03-04',
    venues: [
      { name: 'Hall', country: 'CH' },
      { name: 'Room', country: 'CH' },
    ],
  }),
  'en',
);

describe('words', () => {
  it('lose space around them, and are one form of Unicode', () => {
    expect(words('A word.').parse('  Café \n')).toEqual({ text: 'Café', lang: '' });
  });

  it('are not empty', () => {
    expect(words('A word.').safeParse('  ').success).toBe(false);
  });

  it('bear the language of their file, wherever they stand', () => {
    expect(original.title).toEqual(text('Kick-off'));
    expect(original.venues[1]?.name).toEqual(text('Room'));
    expect(isText(original.start)).toBe(false);
  });
});

describe('words on a page', () => {
  it('are marked where the page is in another language, with the direction where that differs', () => {
    expect(markForeign('ko', 'ko')).toEqual({});
    expect(markForeign('en', 'ko')).toEqual({ lang: 'en' });
    expect(markForeign('en', 'ar')).toEqual({ lang: 'en', dir: 'ltr' });
    expect(markForeign('ar', 'en')).toEqual({ lang: 'ar', dir: 'rtl' });
  });
});

describe('a translation', () => {
  const translation = translationSchema(schema);

  it('may say words and nothing else', () => {
    expect(translation?.safeParse({}).success).toBe(true);
    expect(translation?.safeParse({ title: '개막', venues: [{ name: '강당' }] }).success).toBe(true);
    expect(translation?.safeParse({ start: '2030-03-05' }).success).toBe(false);
    expect(translation?.safeParse({ venues: [{ country: 'KR' }] }).success).toBe(false);
  });

  it('is of no use where a schema has no words', () => {
    expect(translationSchema(z.strictObject({ start: z.iso.date() }))).toBeUndefined();
  });

  it('lies over the original, and leaves the rest in its language', () => {
    const said = stampLanguage(translation?.parse({ title: '개막', venues: [{ name: '강당' }] }), 'ko');
    expect(translateData(original, said)).toEqual({
      title: text('개막', 'ko'),
      start: '2030-03-04',
      venues: [
        { name: text('강당', 'ko'), country: 'CH' },
        { name: text('Room'), country: 'CH' },
      ],
    });
    expect(translateData(original, undefined)).toEqual(original);
  });
});
