import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { keyOf } from '../domain/assemble.ts';
import type { CollectionName } from '../domain/collection.ts';
import type { Entry, TranslationEntry } from '../domain/entry.ts';
import { readContent } from './read.ts';

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
      const { store, config, renderMarkdown, generateDigest, watcher } = context;
      const root = fileURLToPath(config.root);
      const fill = async () => {
        store.clear();
        const { library } = readContent(dir);
        const originals: (Entry | TranslationEntry)[] = library.originals[name];
        const translations = library.translations.filter((entry) => entry.collection === name);
        for (const entry of [...originals, ...translations]) {
          const isTranslation = translations.includes(entry as TranslationEntry);
          const path = join(dir, entry.file.split('/').slice(1).join('/'));
          const filePath = relative(root, path);
          const body = entry.body;
          const hasBody = (body?.markdown.trim() ?? '') !== '';
          const deferred = hasBody && (body?.components.length ?? 0) > 0;
          const { edition, id, lang, file } = entry;
          const data: StoredData = { edition, id, lang, isTranslation, file, hasBody, fields: entry.data };
          store.set({
            id: keyOf(entry, isTranslation),
            data,
            filePath,
            digest: generateDigest({ data, body: body?.markdown ?? '' }),
            ...(hasBody && !deferred ? { rendered: await renderMarkdown(body?.markdown ?? '') } : {}),
            ...(deferred ? { deferredRender: true } : {}),
          });
        }
      };
      await fill();
      const refill = (path: string) => {
        if (path.startsWith(dir)) void fill();
      };
      watcher?.add(dir);
      watcher?.on('add', refill).on('change', refill).on('unlink', refill);
    },
  };
}
