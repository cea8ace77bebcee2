import { collections, type CollectionName } from '../../../src/model/registry.ts';
import { describeSchema, type FieldSchema } from './schema.ts';

/** A collection as the reference and the editor's settings describe it. */
export interface CollectionReference {
  name: CollectionName;
  /** Its heading. */
  title: string;
  /** What one of its files is, in a sentence. */
  about: string;
  /** The pattern of its files, and an existing file. */
  path: string;
  example: string;
  schema: FieldSchema;
  /** Whether its files have a body below their fields. */
  hasBody: boolean;
}

/** The texts on each collection, in the order of the reference. */
const texts: Record<CollectionName, Pick<CollectionReference, 'title' | 'about' | 'path' | 'example'>> = {
  site: {
    title: 'The site',
    about: 'What holds for all editions.',
    path: 'content/site.yaml',
    example: 'content/site.yaml',
  },
  programmes: {
    title: 'An edition of the programme',
    about: 'What holds for one year, or however often the programme is held.',
    path: 'content/<edition>/programme.yaml',
    example: 'content/2022/programme.yaml',
  },
  phases: {
    title: 'A phase',
    about: 'A part of the programme. Its first and last day are those of its weeks.',
    path: 'content/<edition>/phases/<id>.yaml',
    example: 'content/2022/phases/phase-1.yaml',
  },
  weeks: {
    title: 'A week',
    about: 'One file is one page and one entry of the calendar.',
    path: 'content/<edition>/weeks/<id>.mdx',
    example: 'content/2022/weeks/phase-1-week-5.mdx',
  },
  events: {
    title: 'An event',
    about: 'Something with a date of its own beside the weeks: a kick-off, a workshop, a deadline.',
    path: 'content/<edition>/events/<id>.mdx',
    example: 'content/2022/events/kick-off.mdx',
  },
  topics: {
    title: 'A topic',
    about: 'A subject that is taught in one week or in several. Weeks name their topic.',
    path: 'content/<edition>/topics/<id>.mdx',
    example: 'content/2022/topics/data-ethics.mdx',
  },
  partners: {
    title: 'A partner',
    about: 'A school or an institution that takes part.',
    path: 'content/<edition>/partners/<id>.yaml',
    example: 'content/2022/partners/kookmin-university.yaml',
  },
  prizes: {
    title: 'A prize',
    about: 'An award, prize money, or an opportunity for those who win.',
    path: 'content/<edition>/prizes/<id>.yaml',
    example: 'content/2022/prizes/first-place.yaml',
  },
  people: {
    title: 'A person',
    about: 'Somebody who speaks or presents. Events name their people.',
    path: 'content/<edition>/people/<id>.yaml',
    example: 'content/2022/people/jenny-joung.yaml',
  },
  pages: {
    title: 'A page',
    about: 'A page of text about an edition: about, take-part or questions.',
    path: 'content/<edition>/pages/<id>.mdx',
    example: 'content/2022/pages/about.mdx',
  },
  history: {
    title: 'An earlier year',
    about: 'What is known of an edition that has no folder of its own.',
    path: 'content/history/<id>.yaml',
    example: 'content/history/2023.yaml',
  },
};

/** Lists all collections with their schemas. */
export function listCollections(): CollectionReference[] {
  return Object.entries(texts).map(([key, text]) => {
    const name = key as CollectionName;
    const { schema, ending } = collections[name];
    return { name, ...text, schema: describeSchema(schema), hasBody: ending === 'mdx' };
  });
}
