import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { splitFrontMatter } from '../../../src/reader/front-matter.ts';
import { parseAddress } from '../../../src/model/registry.ts';
import { schemaPath } from '../../../scripts/lib/reference/vscode.ts';

const root = resolve(import.meta.dirname, '../../..');

/** A content file as an editor sees it. */
export interface EditedFile {
  /** Its path as in a project, from `content/` on. */
  path: string;
  /** The path of its schema. */
  schema: string;
  fields: unknown;
}

/** The files of a content folder that have fields. */
export function listEditedFiles(dir: string): EditedFile[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = name.replaceAll('\\', '/');
    const address = parseAddress(path);
    if (!address) return [];
    const schema = schemaPath(address.collection, address.translation !== undefined);
    const text = readFileSync(join(dir, path), 'utf8');
    const parts = path.endsWith('.mdx') ? splitFrontMatter({ path, name: path, text }) : undefined;
    const fields: unknown = parse(parts && 'yaml' in parts ? parts.yaml : text) ?? {};
    return [{ path: `content/${path}`, schema, fields }];
  });
}

const ajv = new Ajv({ allErrors: true, formats: fullFormats, keywords: ['patternErrorMessage'] });

/** Validates fields with a schema of the editor. Each fault is a path in the fields and a keyword of JSON Schema. */
export function findFaults(schema: string, fields: unknown): string[] {
  if (!ajv.getSchema(schema))
    ajv.addSchema(JSON.parse(readFileSync(join(root, schema), 'utf8')) as object, schema);
  const validate = ajv.getSchema(schema);
  void validate?.(fields);
  return (validate?.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`.trim());
}
