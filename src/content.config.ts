import { defineCollection } from 'astro:content';
import type { Loader, LoaderContext } from 'astro/loaders';
import { bodyId, type Entry, type TranslationEntry } from './model/entry.ts';
import { requireSharedSite } from './pipeline/shared-site.ts';

/**
 * Loads the bodies of all entries; everything else about the content comes from the model. A body without
 * components was rendered when it was checked, which costs a third of a module; one with components is left to MDX.
 */
const bodyLoader: Loader = {
  name: 'bodies',
  async load(context) {
    const { content } = requireSharedSite();
    const { originals, translations } = content.library;
    const bodies = [
      ...Object.values(originals)
        .flat()
        .map((entry: Entry) => toStored(entry, false, context)),
      ...translations.map((entry) => toStored(entry, true, context)),
    ];
    context.store.clear();
    for (const body of bodies) if (body) context.store.set(body);
    // The development server renders pages anew once the store has changed: let it change with all content.
    if (context.watcher) {
      const digest = context.generateDigest(JSON.stringify(content.library));
      context.store.set({ id: 'content', data: { digest }, digest });
    }
  },
};

function toStored(entry: Entry | TranslationEntry, isTranslation: boolean, context: LoaderContext) {
  const { body, file } = entry;
  if (!body) return undefined;
  const { html, markdown } = body;
  return {
    id: bodyId(entry, isTranslation),
    data: {},
    filePath: file,
    digest: context.generateDigest(markdown),
    ...(html === undefined ? { deferredRender: true } : { rendered: { html } }),
  };
}

export const collections = { bodies: defineCollection({ loader: bodyLoader }) };
