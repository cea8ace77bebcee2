import type { z } from 'zod';
import { addressOf, sitePages } from './address.ts';
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

/** What the project knows of a collection. TypeScript refuses an entry of the registry that lacks a part. */
interface Collection {
  schema: z.ZodType;
  /** `mdx` files have a body below their fields. */
  ending: 'yaml' | 'mdx';
  /** Where its files lie: one file (`site.yaml`, `programme.yaml`), or a folder named after the collection. */
  location: 'site-file' | 'site-folder' | 'edition-file' | 'edition-folder';
  /** What an entry is called on the command line and in reports. */
  noun: string;
  /** Heading and first sentence in the field reference and the editor. */
  title: string;
  description: string;
  /** The address of an entry's own page, if entries have one. */
  page: ((edition: string, id: string) => string) | undefined;
}

/** All collections, in the order in which the field reference lists them. */
export const collections = {
  site: {
    schema: siteSchema,
    ending: 'yaml',
    location: 'site-file',
    noun: 'site',
    title: 'The site',
    description: 'What holds for all editions.',
    page: undefined,
  },
  programmes: {
    schema: programmeSchema,
    ending: 'yaml',
    location: 'edition-file',
    noun: 'programme',
    title: 'An edition of the programme',
    description: 'What holds for one year, or however often the programme is held.',
    page: undefined,
  },
  phases: {
    schema: phaseSchema,
    ending: 'yaml',
    location: 'edition-folder',
    noun: 'phase',
    title: 'A phase',
    description: 'A part of the programme. Its first and last day are those of its weeks.',
    page: undefined,
  },
  weeks: {
    schema: weekSchema,
    ending: 'mdx',
    location: 'edition-folder',
    noun: 'week',
    title: 'A week',
    description: 'One file is one page and one entry of the calendar.',
    page: addressOf.week,
  },
  events: {
    schema: eventSchema,
    ending: 'mdx',
    location: 'edition-folder',
    noun: 'event',
    title: 'An event',
    description: 'Something with a date of its own beside the weeks: a kick-off, a workshop, a deadline.',
    page: addressOf.event,
  },
  topics: {
    schema: topicSchema,
    ending: 'mdx',
    location: 'edition-folder',
    noun: 'topic',
    title: 'A topic',
    description: 'A subject that is taught in one week or in several. Weeks name their topic.',
    page: addressOf.topic,
  },
  partners: {
    schema: partnerSchema,
    ending: 'yaml',
    location: 'edition-folder',
    noun: 'partner',
    title: 'A partner',
    description: 'A school or an institution that takes part.',
    page: undefined,
  },
  prizes: {
    schema: prizeSchema,
    ending: 'yaml',
    location: 'edition-folder',
    noun: 'prize',
    title: 'A prize',
    description: 'An award, prize money, or an opportunity for those who win.',
    page: undefined,
  },
  people: {
    schema: personSchema,
    ending: 'yaml',
    location: 'edition-folder',
    noun: 'person',
    title: 'A person',
    description: 'Somebody who speaks or presents. Events name their people.',
    page: undefined,
  },
  pages: {
    schema: pageSchema,
    ending: 'mdx',
    location: 'edition-folder',
    noun: 'page',
    title: 'A page',
    description: 'A page of text about an edition: about, take-part or questions.',
    page: addressOf.page,
  },
  history: {
    schema: historySchema,
    ending: 'yaml',
    location: 'site-folder',
    noun: 'history',
    title: 'An earlier year',
    description: 'What is known of an edition that has no folder of its own.',
    page: undefined,
  },
} as const satisfies Record<string, Collection>;

export type CollectionName = keyof typeof collections;
export type CollectionData<Name extends CollectionName> = z.infer<(typeof collections)[Name]['schema']>;

/** Collections whose files lie in a folder of each edition. */
export type EditionCollection = {
  [Name in CollectionName]: (typeof collections)[Name]['location'] extends 'edition-folder' ? Name : never;
}[CollectionName];

export const collectionNames = Object.keys(collections) as CollectionName[];
export const editionCollections = collectionNames.filter(
  (name): name is EditionCollection => collections[name].location === 'edition-folder',
);

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

/** The pattern of a collection's files inside the content folder: `<edition>/weeks/<id>.mdx`. */
export function pathPattern(name: CollectionName): string {
  const { ending, location } = collections[name];
  const patterns = {
    'site-file': 'site',
    'site-folder': `${name}/<id>`,
    'edition-file': '<edition>/programme',
    'edition-folder': `<edition>/${name}/<id>`,
  };
  return `${patterns[location]}.${ending}`;
}

/** The patterns of all content files, for messages. */
export const pathPatterns: string[] = collectionNames.map(pathPattern);

const editionName = '[a-z0-9]+(?:-[a-z0-9]+)*';
const language = '[a-z]{2,3}(?:-[A-Za-z0-9]+)*';

/** A pattern as a regular expression, with the language of a translation before the ending. */
const fileNames = collectionNames.map((collection) => {
  const [stem = '', ending = ''] = pathPattern(collection).split('.');
  const source = stem
    .replace('<edition>', `(?<edition>${editionName})`)
    .replace('<id>', `(?<id>${editionName})`);
  return { collection, expression: new RegExp(`^${source}(?:\\.(?<translation>${language}))?\\.${ending}$`) };
});

/** Folders of the content that are no editions, and names that pages and files of the whole site have. */
const reservedEditions: readonly string[] = ['history', ...sitePages, '404', 'index', 'og', 'pagefind'];

/** Names that Windows keeps for devices: no folder can have them. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether a folder of the content cannot be an edition, since its address belongs to another page. */
export function isReservedEdition(folder: string): boolean {
  return reservedEditions.includes(folder) || deviceName.test(folder);
}

/** Whether a file is the ledger of an edition's calendar. */
export function isLedger(path: string): boolean {
  return /^[^/]+\/calendar\.lock\.yaml$/.test(path);
}

/**
 * Reads where a file belongs from its path inside the content folder, with forward slashes.
 * @returns undefined for a file that belongs to no collection
 */
export function parseAddress(path: string): Address | undefined {
  for (const { collection, expression } of fileNames) {
    const groups = expression.exec(path)?.groups;
    if (!groups) continue;
    const { edition, id, translation } = groups;
    if (edition !== undefined && isReservedEdition(edition)) return undefined;
    return { collection, edition, id: id ?? (edition === undefined ? 'site' : 'programme'), translation };
  }
  return undefined;
}
