import { z } from 'zod';

/** How a field is written, as its schema says in its `meta`. */
export interface FieldMeta {
  description?: string;
  /** The name of a form that has words of its own in value.ts. */
  form?: string;
}

/** The parts of a schema that hold others. */
interface Parts {
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  unwrap?: () => z.ZodType;
  in?: z.ZodType;
}

/** The schemas that a path of keys leads to: several where a value may have several forms. */
function schemasAt(schema: z.ZodType, path: readonly string[]): z.ZodType[] {
  const parts = schema as Parts;
  const [key, ...rest] = path;
  const here = key === undefined ? [schema] : [];
  if (schema instanceof z.ZodUnion)
    return [...here, ...(schema.options as z.ZodType[]).flatMap((option) => schemasAt(option, path))];
  // A list has an `unwrap` as well, which gives its items.
  if (parts.element) return key === undefined ? here : schemasAt(parts.element, rest);
  if (parts.unwrap) return [...here, ...schemasAt(parts.unwrap(), path)];
  if (parts.in) return [...here, ...schemasAt(parts.in, path)];
  if (key === undefined) return here;
  const inner = parts.shape && Object.hasOwn(parts.shape, key) ? parts.shape[key] : undefined;
  return inner ? schemasAt(inner, rest) : [];
}

/** The keys that may stand below a path. */
export function keysAt(schema: z.ZodType, path: readonly string[]): string[] {
  return schemasAt(schema, path).flatMap((found) => Object.keys((found as Parts).shape ?? {}));
}

/** What the schema says about the field at a path: its sentence for authors and its form. */
export function metaAt(schema: z.ZodType, path: readonly string[]): FieldMeta {
  const found = schemasAt(schema, path).map((each) => each.meta() as FieldMeta | undefined);
  return {
    description: found.map((meta) => meta?.description).find(Boolean),
    form: found.map((meta) => meta?.form).find(Boolean),
  };
}

/** Says whether the field at a path may be left out. */
export function isOptionalAt(schema: z.ZodType, path: readonly string[]): boolean {
  return schemasAt(schema, path)[0]?.safeParse(undefined).success ?? false;
}
