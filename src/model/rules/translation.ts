import type { Library, TranslationEntry } from '../entry.ts';
import { findPosition, issueAt } from '../entry.ts';
import { nameField } from '../field-name.ts';
import { findNearest } from '../nearest.ts';
import type { Issue } from '../issue.ts';
import { reviewTranslations, type Hash } from '../translation.ts';
import { describeChange } from '../translation-words.ts';

/** A translation has an original beside it, is in a language of the site, and matches it item for item. */
export function checkTranslations(library: Library): Issue[] {
  const site = library.originals.site[0]?.data;
  return library.translations.flatMap((translation) => [
    ...checkOriginal(translation, library),
    ...(site ? checkLanguage(translation, site.languages) : []),
  ]);
}

function checkOriginal(translation: TranslationEntry, library: Library): Issue[] {
  const isSame = (each: { collection: string; edition: string | undefined; id: string }) =>
    each.collection === translation.collection &&
    each.edition === translation.edition &&
    each.id === translation.id;
  if (library.unreadable.some(isSame)) return [];
  const original = library.originals[translation.collection].find(isSame);
  if (original) return checkLists(original.data, translation.data, '', translation);
  const ids = library.originals[translation.collection]
    .filter((each) => each.edition === translation.edition)
    .map((each) => each.id);
  const nearest = findNearest(translation.id, ids);
  return [
    issueAt(translation, {
      code: 'translation-orphan',
      value: translation.id,
      message: `This translates "${translation.id}", and there is no such file beside it.${nearest ? ` Did you mean "${nearest}"?` : ''}`,
      fix: nearest
        ? `Rename the file to begin with "${nearest}.${translation.lang}".`
        : 'Delete it, or write the original first: the same name without the language.',
    }),
  ];
}

/** Lists are matched item by item, so a translation must not have more items, nor fields the original lacks. */
function checkLists(original: unknown, words: unknown, field: string, entry: TranslationEntry): Issue[] {
  if (typeof words !== 'object' || words === null || ('text' in words && 'lang' in words)) return [];
  return Object.entries(words).flatMap(([key, item]: [string, unknown]) => {
    const inner = field ? `${field}.${key}` : key;
    const counterpart = (original as Record<string, unknown> | undefined)?.[key];
    if (item === undefined) return [];
    if (counterpart === undefined)
      return issueAt(entry, {
        code: 'translation-extra',
        field: inner,
        message: `The original does not have ${nameField(inner.split('.'))}, so there is nothing to translate.`,
        fix: 'Delete it here, or add it to the original first.',
      });
    return checkLists(counterpart, item, inner, entry);
  });
}

function checkLanguage(translation: TranslationEntry, languages: string[]): Issue[] {
  if (languages.slice(1).includes(translation.lang)) return [];
  const isDefault = languages[0] === translation.lang;
  return [
    issueAt(translation, {
      code: 'translation-language',
      value: translation.lang,
      allowed: languages.slice(1),
      message: isDefault
        ? `"${translation.lang}" is the language of the originals, so there is nothing to translate into it.`
        : `"${translation.lang}" is no language of this site.`,
      fix: isDefault
        ? `Move the words to the file without ".${translation.lang}" in its name.`
        : `Rename the file, or add "${translation.lang}" to "languages" in site.yaml.`,
    }),
  ];
}

/** Warns of translations that are older than what they translate, or of which nobody knows whether they are. */
export function checkTranslationAge(library: Library, hash: Hash): Issue[] {
  return reviewTranslations(library, hash).flatMap(({ translation, original, changes, file }) => {
    if (!translation || changes?.length === 0) return [];
    const confirm = `npm run translations -- --confirm ${file}`;
    const issue = changes
      ? {
          code: 'translation-old',
          message: `${original.file} has changed since these words were compared with it: ${changes.map(describeChange).join('; ')}.`,
          fix: `Bring the words up to date, then run ${confirm}.`,
        }
      : {
          code: 'translation-unconfirmed',
          message: `Nobody has noted yet that these words say what ${original.file} says, so it would not be noticed when that changes.`,
          fix: `Compare the two, then run ${confirm}.`,
        };
    const { line, column } = translation.confirmed ?? findPosition(translation.positions, '');
    return [{ severity: 'warning' as const, file, line, column, field: 'translates', ...issue }];
  });
}
