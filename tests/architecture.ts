import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');

/** A file of the project's own, as the rules of the house see it. */
export interface Source {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
}

/** Who may import whom: the table of the house, row by row. The first row that fits a file counts. */
export const rows: { from: RegExp; may: RegExp[] }[] = [
  {
    from: /^src\/domain\//,
    may: [
      /^src\/domain\//,
      /^(zod|date-fns(\/\w+)?|@date-fns\/tz)$/,
      // Small pure libraries of data and of a formula: cities and their zones, currencies, distance of words.
      /^(city-timezones|currency-codes|fastest-levenshtein)$/,
    ],
  },
  // schema-dts is types alone.
  { from: /^src\/format\//, may: [/^src\/(domain|format)\//, /^schema-dts$/] },
  { from: /^src\/i18n\//, may: [/^src\/i18n\//, /^intl-messageformat$/, /^node:(fs|path)$/] },
  {
    from: /^src\/content\//,
    may: [
      /^src\/(domain|content)\//,
      /^src\/format\/issues\.ts$/,
      /^(zod|yaml|satteri|github-slugger)$/,
      /^node:(fs|path|url|crypto)$/,
      /^astro\/loaders$/,
    ],
  },
  { from: /^src\/site\.ts$/, may: [/^src\/(domain|content)\//, /^astro:env\/server$/] },
  {
    from: /^src\/(programme|content\.config)\.ts$/,
    may: [/^astro[:/]/, /^src\/(content|domain)\//, /^src\/format\/issues\.ts$/, /^src\/site\.ts$/],
  },
  {
    // They show what pages have rendered, and know its type.
    from: /^src\/components\/(ui\/Prose|week\/WeekBody)\.astro$/,
    may: [/^src\/(components|domain|format|i18n)\//, /^src\/(site|programme)\.ts$/],
  },
  {
    // Pages of one kind share a layout, which is laid into the one of all pages.
    from: /^src\/layouts\/\w+Page\.astro$/,
    may: [/^src\/(layouts|components|domain|i18n)\//],
  },
  {
    from: /^src\/(layouts|components)\//,
    may: [/^src\/(components|domain|format|i18n|styles)\//, /^src\/site\.ts$/, /^astro[:/]/, /^uqr$/],
  },
  {
    from: /^src\/pages\//,
    may: [
      /^src\/(layouts|components|domain|format|i18n|build|content)\//,
      /^src\/(site|programme)\.ts$/,
      /^astro([:/]|$)/,
    ],
  },
  { from: /^src\/build\//, may: [/^src\/(build|content|domain|format|i18n)\//, /^[^./](?!.*\.ts$)/] },
  {
    from: /^scripts\//,
    may: [/^scripts\//, /^src\/(build|content|domain|format|i18n)\//, /^[^./](?!.*\.ts$)/],
  },
];

/** Reads every file below folders of the project. */
export function readSources(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .map((file) => ({
        path: file.slice(root.length + 1).replaceAll('\\', '/'),
        text: readFileSync(file, 'utf8'),
      })),
  );
}

/** The TypeScript of a file: all of it, or what an Astro file has at its head and in its scripts. */
export function codeOf({ path, text }: Source): string {
  if (!path.endsWith('.astro')) return /\.[cm]?ts$/.test(path) ? text : '';
  const head = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
  return [head, ...scripts].join('\n');
}

/** What a file imports: a path from the project's root for its own files, else the name as it is written. */
export function importsOf(source: Source): { written: string; target: string }[] {
  return ts.preProcessFile(codeOf(source), true, true).importedFiles.map(({ fileName: written }) => {
    const isRelative = written.startsWith('.');
    const target = isRelative
      ? posix.join(posix.dirname(source.path), written)
      : written.replace(/^@\//, 'src/');
    return { written, target };
  });
}

/** Every node of a file's TypeScript. */
export function nodesOf(source: Source): ts.Node[] {
  const file = ts.createSourceFile('source.ts', codeOf(source), ts.ScriptTarget.Latest, true);
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return nodes;
}

/** Uses of the clock, of the host's zone or language, and of the environment, as they are written. */
export function findImpure(source: Source): string[] {
  return nodesOf(source)
    .filter((node) => {
      if (ts.isNewExpression(node)) return isImpureNew(node);
      if (ts.isCallExpression(node)) return isImpureCall(node);
      if (ts.isMetaProperty(node)) return node.parent.getText().startsWith('import.meta.env');
      return ts.isIdentifier(node) && ['process', 'performance'].includes(node.text);
    })
    .map((node) => node.getText());
}

function isImpureNew({
  expression,
  arguments: given = [],
}: {
  expression: ts.Node;
  arguments?: readonly ts.Node[] | undefined;
}) {
  const called = expression.getText();
  const isHostLanguage = given[0] === undefined || given[0].getText() === 'undefined';
  return (called === 'Date' && given.length === 0) || (called.startsWith('Intl.') && isHostLanguage);
}

function isImpureCall(node: ts.CallExpression): boolean {
  const called = node.expression.getText();
  const language = node.arguments[called.endsWith('.localeCompare') ? 1 : 0];
  const isHostLanguage = language === undefined || language.getText() === 'undefined';
  if (/^(Date|Date\.now)$/.test(called)) return true;
  if (called === 'Intl.supportedValuesOf' || called === 'Intl.getCanonicalLocales') return false;
  return /\.(toLocale\w+|localeCompare)$/.test(called) && isHostLanguage;
}

/**
 * The texts of a file that visitors or the logic see: literals and markup without comments. A sentence is
 * a literal with a space in it.
 */
export function textsOf(source: Source): { text: string; isSentence: boolean }[] {
  if (!/\.([cm]?ts|astro)$/.test(source.path))
    return [{ text: stripComments(source.text), isSentence: false }];
  const literals = nodesOf(source).flatMap((node) =>
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
      ? [node.text]
      : ts.isNumericLiteral(node) || ts.isIdentifier(node)
        ? [node.text]
        : [],
  );
  const markup = source.path.endsWith('.astro')
    ? [stripComments(source.text.replace(/^---\n[\s\S]*?\n---/, ''))]
    : [];
  return [
    ...literals.map((text) => ({ text, isSentence: text.trim().includes(' ') })),
    ...markup.map((text) => ({ text, isSentence: false })),
  ];
}

const stripComments = (text: string) =>
  text.replaceAll(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
