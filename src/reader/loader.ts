import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { keyOf } from '../model/assemble.ts';
import type { CollectionName } from '../model/registry.ts';
import type { Entry, TranslationEntry } from '../model/entry.ts';
import { readContent, type ReadContent } from './read.ts';

/** What an entry's data holds in Astro's store: the parsed fields, and where they come from. */
export interface StoredData {
  [key: string]: unknown;
  edition: string | undefined;
  id: string;
  lang: string;
  isTranslation: boolean;
  file: string;
  hasBody: boolean;
  fields: unknown;
}

/**
 * Loads one collection for Astro with the reader that the check uses. A body without components is
 * rendered here as Markdown, which costs a third of a module; one with components is left to MDX.
 * @param name the collection
 * @param dir the content folder
 */
export function loadCollection(name: CollectionName, dir: string): Loader {
  return {
    name: `content-${name}`,
    async load(context) {
      const { store, watcher } = context;
      const fill = async () => {
        const entries = await Promise.all(listEntries(name, dir).map((each) => toStored(each, dir, context)));
        store.clear();
        for (const entry of entries) store.set(entry);
      };
      await fill();
      // One after the other: of two changes in a row, the later one has the last word.
      let filled = Promise.resolve();
      const refill = (path: string) => {
        if (!path.startsWith(dir)) return;
        known.delete(dir);
        filled = filled.then(fill);
      };
      watcher?.add(dir);
      watcher?.on('add', refill).on('change', refill).on('unlink', refill);
    },
  };
}

/** Content that was read, by folder: all collections come from one reading. */
const known = new Map<string, ReadContent>();

function listEntries(name: CollectionName, dir: string) {
  const content = known.get(dir) ?? readContent(dir);
  known.set(dir, content);
  const { originals, translations } = content.library;
  return [
    ...originals[name].map((entry: Entry) => ({ entry, isTranslation: false })),
    ...translations
      .filter((entry) => entry.collection === name)
      .map((entry) => ({ entry, isTranslation: true })),
  ];
}

interface Listed {
  entry: Entry | TranslationEntry;
  isTranslation: boolean;
}

/** An entry as Astro stores it, its body rendered where it is plain Markdown. */
async function toStored({ entry, isTranslation }: Listed, dir: string, context: LoaderContext) {
  const { edition, id, lang, file, body } = entry;
  const markdown = body?.markdown ?? '';
  const hasBody = markdown.trim() !== '';
  const isDeferred = hasBody && (body?.components.length ?? 0) > 0;
  const data: StoredData = { edition, id, lang, isTranslation, file, hasBody, fields: entry.data };
  const path = join(dir, file.split('/').slice(1).join('/'));
  return {
    id: keyOf(entry, isTranslation),
    data,
    filePath: relative(fileURLToPath(context.config.root), path),
    digest: context.generateDigest({ data, body: markdown }),
    ...(hasBody && !isDeferred ? { rendered: await context.renderMarkdown(markdown) } : {}),
    ...(isDeferred ? { deferredRender: true } : {}),
  };
}
