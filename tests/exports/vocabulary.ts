import { join, resolve } from 'node:path';
import ts from 'typescript';

/** A thing of linked data, as JSON. */
export type Thing = Record<string, unknown> & { '@type': string };

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};
const disk = ts.createCompilerHost(options);

/** The files of TypeScript and schema-dts, parsed once. */
const sources = new Map<string, ts.SourceFile | undefined>();

function readSource(name: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions) {
  if (!sources.has(name)) sources.set(name, disk.getSourceFile(name, version));
  return sources.get(name);
}

/**
 * Holds things against the vocabulary of schema.org as the types of schema-dts have it: whether each type is
 * there, has these properties, and takes these values.
 * @returns what does not fit, a sentence each that begins with the place of the thing, from 1 on
 */
export function findForeign(things: readonly Thing[]): string[] {
  const file = resolve(import.meta.dirname, 'things.ts');
  const known = new Set(['Event', 'Course', 'CourseInstance', 'BreadcrumbList', 'WebSite', 'Organization']);
  const unknown = things.filter((thing) => !known.has(thing['@type']));
  if (unknown.length > 0) return unknown.map((thing) => `${thing['@type']} is no type that is looked for.`);
  const lines = things.map(
    (thing, index) => `export const thing${index}: S.${thing['@type']}Leaf = ${JSON.stringify(thing)};`,
  );
  const text = [`import type * as S from 'schema-dts';`, ...lines].join('\n');
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => name === file || disk.fileExists(name),
    getSourceFile: (name, version) =>
      name === file ? ts.createSourceFile(name, text, version) : readSource(name, version),
    getCurrentDirectory: () => join(import.meta.dirname, '../..'),
  };
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, start = 0 }) => {
    const thing = text.slice(0, start).split('\n').length - 1;
    return `Thing ${thing}: ${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300)}`;
  });
}
