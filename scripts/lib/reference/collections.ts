import {
  collectionNames,
  collections,
  pathPattern,
  type CollectionName,
} from '../../../src/model/registry.ts';
import { describeSchema, type FieldSchema } from './schema.ts';

/** A collection as the field reference and the editor's settings describe it. */
export interface CollectionReference {
  name: CollectionName;
  title: string;
  description: string;
  /** The pattern of its files, from the project's root. */
  path: string;
  schema: FieldSchema;
  /** Whether its files have a body below their fields. */
  hasBody: boolean;
}

/** Lists all collections with their schemas. */
export function listCollections(): CollectionReference[] {
  return collectionNames.map((name) => {
    const { schema, ending, title, description } = collections[name];
    return {
      name,
      title,
      description,
      path: `content/${pathPattern(name)}`,
      schema: describeSchema(schema),
      hasBody: ending === 'mdx',
    };
  });
}
