import type { MdastNode } from 'satteri';
import { decodeAddress } from '../model/address.ts';
import type { Body, BodyImage, BodyLink } from '../model/entry.ts';
import type { Position, Issue } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import { readComponent } from './component.ts';
import { checkEscapes, listCodes } from './fields.ts';
import { parseMarkdown, parseMdx, renderBody, type Forbidden } from './markdown.ts';
import { curlyWords, explainHtml, explainMdx } from './mdx-error.ts';
import { toPlainText } from './plain-text.ts';

interface Walk {
  file: string;
  /** The lines of the body, and the line of the file on which the first one stands. */
  lines: string[];
  firstLine: number;
  body: Body;
  issues: Issue[];
  /** Invisible characters that stand in the body as they are, and are reported with those of the file. */
  written: ReadonlySet<string>;
  /** Addresses that are written apart from their link or picture: `[name]: address`. */
  definitions: Map<string, BodyLink>;
  /** Pictures that name such an address. */
  pictureReferences: (Omit<BodyImage, 'src'> & { name: string })[];
}

/**
 * Parses a body as MDX, with the parser that also renders it, and refuses what is no plain writing:
 * imports, exports, expressions, raw HTML, unknown components.
 * @param markdown the text below the front matter
 * @param file how issues name the file
 * @param firstLine the line of the file on which the body begins, from 1
 */
export function parseBody(
  markdown: string,
  file: string,
  firstLine: number,
): { body: Body; issues: Issue[] } {
  const walk: Walk = {
    file,
    firstLine,
    lines: markdown.split('\n'),
    body: { markdown, html: undefined, text: '', components: [], links: [], images: [], fragments: [] },
    issues: [],
    written: new Set(listCodes(markdown)),
    definitions: new Map(),
    pictureReferences: [],
  };
  const tooLong = explainSize(walk);
  if (tooLong) return { body: walk.body, issues: [tooLong] };
  try {
    const tree = parseMdx(markdown);
    const deep = findDeep(tree);
    if (deep) report(deep, walk, depthWords);
    else readTree(tree, walk);
  } catch (error) {
    walk.issues.push(explainMdx((error as Error).message, file, firstLine));
  }
  return { body: walk.body, issues: walk.issues };
}

function readTree(tree: MdastNode, walk: Walk): void {
  const { body, issues } = walk;
  visit(tree, walk);
  body.text = toPlainText(tree, walk.definitions);
  resolveDefinitions(walk);
  reportIndented(body.markdown, walk);
  // What is no MDX can still be read as Markdown, for its headings: links of other pages lead to them.
  const isMdx = body.components.length > 0 && issues.length === 0;
  const { html, fragments, forbidden } = renderBody(body.markdown, isMdx);
  body.html = html;
  body.fragments = fragments;
  // What is wrong with the source is said there, in words for it.
  if (issues.length === 0) issues.push(...explainForbidden(forbidden, walk));
}

/** The first node that lies too deep. A loop: recursion would end at the same depth that it looks for. */
function findDeep(tree: MdastNode): MdastNode | undefined {
  const open: { node: MdastNode; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    const depth = next.depth + (flatNodes.has(node.type) ? 0 : 1);
    if (depth > limits.depth) return node;
    if ('children' in node) open.push(...node.children.map((child) => ({ node: child, depth })).reverse());
  }
  return undefined;
}

/** Nodes that are in a list, a quotation or a table, and no level by themselves. */
const flatNodes = new Set(['root', 'paragraph', 'listItem', 'text', 'tableRow', 'tableCell']);

const depthWords = {
  code: 'limit-depth',
  message: `Lists, quotations, components and emphasis lie more than ${limits.depth} deep inside one another here.`,
  fix: 'Write it flatter: a heading or a new paragraph instead of another level.',
};

/** Says that a body is more than the parser can read in time. */
function explainSize({ file, firstLine, body: { markdown } }: Walk): Issue | undefined {
  const at = { severity: 'error' as const, code: 'limit-length', file, line: firstLine, column: 1 };
  if (markdown.length > limits.bodyLength)
    return {
      ...at,
      message: `The text has ${markdown.length} characters, and at most ${limits.bodyLength} are read.`,
      fix: 'Shorten it, or move a part to another page.',
    };
  const brackets = markdown.split('{').length - 1;
  if (brackets <= limits.brackets) return undefined;
  return {
    ...at,
    message: `The text has ${brackets} curly brackets, and at most ${limits.brackets} are read.`,
    fix: 'Delete them, or write those of a listing between two lines ```.',
  };
}

/** Reports what the page would show and no body may hold, if it was not checked as a link or an image. */
function explainForbidden(forbidden: readonly Forbidden[], { body, file, firstLine }: Walk): Issue[] {
  const checked = new Set(
    [...body.links.map(({ url }) => url), ...body.images.map(({ src }) => src)].map(decodeAddress),
  );
  return forbidden
    .filter(({ address }) => address === undefined || !checked.has(decodeAddress(address)))
    .map(({ what, line = 1, column = 1 }) => ({
      severity: 'error',
      code: 'body-forbidden',
      file,
      line: line + firstLine - 1,
      column,
      value: what,
      message: `The page would have ${what} here, which no body may hold.`,
      fix: 'Delete it, or write it as plain Markdown: **bold**, [link](https://…), ![what it shows](/team.jpg).',
    }));
}

function visit(node: MdastNode, walk: Walk): void {
  readNode(node, walk);
  const at = { file: walk.file, ...place(node, walk) };
  for (const text of listTexts(node))
    walk.issues.push(...checkEscapes(text, at).filter(({ value = '' }) => !walk.written.has(value)));
  if ('children' in node) for (const child of node.children) visit(child, walk);
}

/** Everything that a node itself says: entities are characters in it. */
function listTexts(node: MdastNode): string[] {
  const { value, url, title, alt } = node as Partial<Record<'value' | 'url' | 'title' | 'alt', unknown>>;
  const attributes = 'attributes' in node && Array.isArray(node.attributes) ? node.attributes : [];
  const values = attributes.map((attribute: { value?: unknown }) => attribute.value);
  return [value, url, title, alt, ...values].filter((text) => typeof text === 'string');
}

function readNode(node: MdastNode, walk: Walk): void {
  const { body } = walk;
  switch (node.type) {
    case 'link':
      body.links.push({ url: node.url, ...place(node, walk, node.url) });
      break;
    case 'image':
      body.images.push({ src: node.url, alt: node.alt ?? '', ...place(node, walk, node.url) });
      break;
    case 'definition':
      readDefinition(node, walk);
      break;
    case 'imageReference':
      walk.pictureReferences.push({ name: node.identifier, alt: node.alt ?? '', ...place(node, walk) });
      break;
    case 'heading':
      readHeading(node, walk);
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const at = { file: walk.file, ...place(node, walk) };
      const { image, issues } = readComponent(node, at);
      walk.issues.push(...issues);
      if (node.name) body.components.push(node.name);
      if (image) body.images.push({ ...image, ...place(node, walk, image.src) });
      break;
    }
    case 'table':
      // An alignment becomes a style attribute, which the policy of the pages forbids.
      if (node.align?.some((side) => side != null))
        report(node, walk, {
          code: 'body-table',
          value: walk.lines[node.position?.start.line ?? 1]?.trim(),
          message: 'This table aligns its columns with colons in its second line, which pages cannot do.',
          fix: 'Write that line with hyphens and bars only: |---|---|.',
        });
      break;
    case 'html':
      report(node, walk, { code: 'body-html', value: firstLineOf(node.value), ...explainHtml() });
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      report(node, walk, { code: 'body-expression', value: `{${firstLineOf(node.value)}}`, ...curlyWords });
      break;
    case 'mdxjsEsm': {
      const word = node.value.trimStart().startsWith('export') ? 'export' : 'import';
      report(node, walk, {
        code: 'body-code',
        value: firstLineOf(node.value),
        message: `A body holds words, not program code: this line begins with "${word}".`,
        fix: `Delete the line. If it is meant as text, begin it with another word than "${word}". Note and Figure work without an import.`,
      });
    }
  }
}

/** Renderers take the first of several definitions, and readers the last: so there is one. */
function readDefinition(node: Extract<MdastNode, { type: 'definition' }>, walk: Walk): void {
  const { identifier, label, url } = node;
  const first = walk.definitions.get(identifier);
  if (!first) {
    walk.definitions.set(identifier, { url, ...place(node, walk, url) });
    return;
  }
  report(node, walk, {
    code: 'definition-repeated',
    value: `[${label ?? identifier}]`,
    message: `The address of [${label ?? identifier}] stands in line ${first.line} already. Capitals do not count in such names.`,
    fix: 'Delete one of the two lines, or give one of them another name.',
  });
}

function readHeading(node: Extract<MdastNode, { type: 'heading' }>, walk: Walk): void {
  const text = toPlainText(node, walk.definitions);
  if (node.depth === 1)
    report(node, walk, {
      code: 'body-heading',
      value: `# ${text}`,
      message: 'A body must not hold a heading of the first level: the page has its title already.',
      fix: `Write "## ${text}".`,
    });
}

/** Puts addresses that are written apart where they are used: at a picture, or else at a link. */
function resolveDefinitions(walk: Walk): void {
  const { body, definitions, pictureReferences } = walk;
  for (const { name, alt, ...position } of pictureReferences) {
    const { url = '', ...written } = definitions.get(name) ?? {};
    body.images.push({ src: url, alt, ...position, ...(alt.trim() === '' ? {} : written) });
  }
  const pictures = new Set(pictureReferences.map(({ name }) => name));
  for (const [name, link] of definitions) if (!pictures.has(name)) body.links.push(link);
}

/** Markdown takes an indented paragraph for code, MDX does not: the page would show it as code. */
function reportIndented(markdown: string, walk: Walk): void {
  if (!/^(?: {4}|\t)/m.test(markdown)) return;
  const visitCode = (node: MdastNode): void => {
    const { line } = place(node, walk);
    const isFenced = /^\s*(?:[>*+-]\s*|\d+[.)]\s*)*(?:```|~~~)/.test(walk.lines[line - walk.firstLine] ?? '');
    if (node.type === 'code' && !isFenced)
      report(node, walk, {
        code: 'body-indent',
        value: firstLineOf(node.value),
        message: 'This line begins with four spaces or a tab, so the page would show it as program code.',
        fix: 'Take away the spaces at its beginning.',
      });
    if ('children' in node) node.children.forEach(visitCode);
  };
  visitCode(parseMarkdown(markdown));
}

function report(
  node: MdastNode,
  walk: Walk,
  detail: Pick<Issue, 'code' | 'value' | 'message' | 'fix'>,
): void {
  walk.issues.push({ severity: 'error', file: walk.file, ...place(node, walk), ...detail });
}

/** Where a node begins in the file, or where `text` stands in it, if that is on the same line. */
function place(node: MdastNode, walk: Walk, text = ''): Position {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const found = text === '' ? -1 : (walk.lines[start.line - 1] ?? '').indexOf(text, start.column - 1);
  return { line: start.line + walk.firstLine - 1, column: found < 0 ? start.column : found + 1 };
}

const firstLineOf = (text: string) => text.split('\n')[0]?.slice(0, 80) ?? '';
