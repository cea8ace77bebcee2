import type { z } from 'zod';
import { sitePages } from './address.ts';
import { eventSchema } from './schemas/event.ts';
import { pageSchema } from './schemas/page.ts';
import { partnerSchema } from './schemas/partner.ts';
import { personSchema } from './schemas/person.ts';
import { phaseSchema } from './schemas/phase.ts';
import { prizeSchema } from './schemas/prize.ts';
import { programmeSchema } from './schemas/programme.ts';
import { historySchema, siteSchema } from './schemas/site.ts';
import { topicSchema } from './schemas/topic.ts';
import { weekSchema } from './schemas/week.ts';

/** What kinds of content there are: the schema, and the ending that tells data from pages with a body. */
export const collections = {
  site: { schema: siteSchema, ending: 'yaml' },
  history: { schema: historySchema, ending: 'yaml' },
  programmes: { schema: programmeSchema, ending: 'yaml' },
  phases: { schema: phaseSchema, ending: 'yaml' },
  weeks: { schema: weekSchema, ending: 'mdx' },
  events: { schema: eventSchema, ending: 'mdx' },
  topics: { schema: topicSchema, ending: 'mdx' },
  partners: { schema: partnerSchema, ending: 'yaml' },
  prizes: { schema: prizeSchema, ending: 'yaml' },
  people: { schema: personSchema, ending: 'yaml' },
  pages: { schema: pageSchema, ending: 'mdx' },
} as const satisfies Record<string, { schema: z.ZodType; ending: 'yaml' | 'mdx' }>;

export type CollectionName = keyof typeof collections;
export type CollectionData<Name extends CollectionName> = z.infer<(typeof collections)[Name]['schema']>;

/** Where a content file belongs: read from its path alone. */
export interface Address {
  collection: CollectionName;
  /** The edition's folder, absent for what belongs to the whole site. */
  edition: string | undefined;
  /** The file's name without language and ending. */
  id: string;
  /** The language of a translation, absent for an original. */
  translation: string | undefined;
}

const editionFolders = [
  'phases',
  'weeks',
  'events',
  'topics',
  'partners',
  'prizes',
  'people',
  'pages',
] as const;
const fileName = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.(yaml|mdx)$/;

/** Folders of the content that are no editions, and names that pages of the whole site have. */
const reservedEditions: readonly string[] = ['history', ...sitePages];
const editionName = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Says whether a folder of the content cannot be an edition, since its address belongs to another page. */
export function isReservedEdition(folder: string): boolean {
  return reservedEditions.includes(folder);
}

/** Says whether a file is the ledger of an edition's calendar: `npm run calendar` writes and checks it. */
export function isLedger(path: string): boolean {
  return /^[^/]+\/calendar\.lock\.yaml$/.test(path);
}

/**
 * Reads where a file belongs from its path inside the content folder, with forward slashes.
 * Gives undefined for a stray file, which no collection reads.
 */
export function parseAddress(path: string): Address | undefined {
  const parts = path.split('/');
  const [, id, translation, ending] = fileName.exec(parts.at(-1) ?? '') ?? [];
  if (!id) return undefined;
  const found = placeOf(parts.slice(0, -1), id);
  if (!found || collections[found.collection].ending !== ending) return undefined;
  return { ...found, id, translation };
}

function placeOf(folders: string[], id: string): Pick<Address, 'collection' | 'edition'> | undefined {
  const [edition, folder] = folders;
  if (folders.length === 0) return id === 'site' ? { collection: 'site', edition: undefined } : undefined;
  if (folders.length === 1 && edition === 'history') return { collection: 'history', edition: undefined };
  if (edition === undefined || !editionName.test(edition) || reservedEditions.includes(edition))
    return undefined;
  if (folders.length === 1) return id === 'programme' ? { collection: 'programmes', edition } : undefined;
  const collection = editionFolders.find((name) => name === folder);
  return folders.length === 2 && collection ? { collection, edition } : undefined;
}

/** The patterns that tell staff which files there can be. */
export const knownPaths: string[] = [
  'site.yaml',
  'history/<id>.yaml',
  '<edition>/programme.yaml',
  ...editionFolders.map((folder) => `<edition>/${folder}/<id>.${collections[folder].ending}`),
];
