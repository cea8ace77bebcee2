import Slugger from 'github-slugger';
import { mdxToMdast, type MdastNode } from 'satteri';
import type { Body } from '../domain/entry.ts';
import { findNearest } from '../domain/nearest.ts';
import type { Problem } from '../domain/problem.ts';

/** The components that a body may use, with their attributes; `true` marks the ones it must have. */
export const bodyComponents: Record<string, Record<string, boolean>> = {
  Note: { title: false },
  Figure: { src: true, alt: true, caption: false, width: true, height: true },
};

interface Walk {
  file: string;
  firstLine: number;
  body: Body;
  slugger: Slugger;
  problems: Problem[];
}

/**
 * Parses a body as MDX, with the parser that also renders it, and refuses what is no plain writing:
 * imports, exports, expressions, raw HTML, unknown components.
 * @param markdown the text below the front matter
 * @param file how problems name the file
 * @param firstLine the line of the file on which the body begins, from 1
 */
export function parseBody(
  markdown: string,
  file: string,
  firstLine: number,
): { body: Body; problems: Problem[] } {
  const body: Body = { markdown, components: [], links: [], images: [], fragments: [] };
  const walk: Walk = { file, firstLine, body, slugger: new Slugger(), problems: [] };
  try {
    visit(mdxToMdast(markdown), walk);
  } catch (error) {
    walk.problems.push(explainSyntax(String((error as Error).message), walk));
  }
  return { body, problems: walk.problems };
}

function visit(node: MdastNode, walk: Walk): void {
  const { body } = walk;
  const position = place(node, walk);
  if (node.type === 'link' || node.type === 'definition') body.links.push({ url: node.url, ...position });
  if (node.type === 'image') body.images.push({ src: node.url, alt: node.alt ?? '', ...position });
  if (node.type === 'heading') {
    body.fragments.push(walk.slugger.slug(textOf(node)));
    if (node.depth === 1)
      report(walk, node, 'body-heading', '# ' + textOf(node), {
        message: 'A body must not hold a heading with a single "#": the page has its title already.',
        fix: `Write "## ${textOf(node)}".`,
      });
  }
  if (node.type === 'mdxjsEsm') {
    const word = /^\s*export/.test(node.value) ? 'export' : 'import';
    report(walk, node, 'body-code', firstLineOf(node.value), {
      message: `A body holds words, not program code: this line begins with "${word}".`,
      fix: `Delete the line. If it is meant as text, begin it with another word than "${word}". Note and Figure work without an import.`,
    });
  }
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    report(walk, node, 'body-expression', `{${firstLineOf(node.value)}}`, {
      message: 'Curly brackets begin program code here, and a body holds none.',
      fix: 'If you mean the brackets as text, write \\{ and \\}.',
    });
  if (node.type === 'html')
    report(walk, node, 'body-html', firstLineOf(node.value), {
      message: 'A body must not hold HTML.',
      fix: 'Write it as Markdown: **bold**, *italic*, [link](https://…), or an empty line for a new paragraph.',
    });
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') visitComponent(node, walk);
  if ('children' in node) for (const child of node.children) visit(child as MdastNode, walk);
}

type Component = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function visitComponent(node: Component, walk: Walk): void {
  const name = node.name ?? '';
  const known = bodyComponents[name];
  const names = Object.keys(bodyComponents);
  if (!known) {
    const isHtml = /^[a-z]/.test(name) || name === '';
    const nearest = findNearest(name, names);
    report(walk, node, isHtml ? 'body-html' : 'body-component', `<${name}>`, {
      allowed: names,
      message: isHtml
        ? `A body must not hold HTML, and <${name}> is HTML.`
        : `There is no component <${name}>${nearest ? `. Did you mean <${nearest}>?` : '.'}`,
      fix: isHtml
        ? 'Write it as Markdown: **bold**, *italic*, [link](https://…), or an empty line for a new paragraph.'
        : `Write one of ${names.map((each) => `<${each}>`).join(', ')}.`,
    });
    return;
  }
  walk.body.components.push(name);
  const given: Record<string, string> = {};
  for (const attribute of node.attributes) {
    const key = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string')
      given[key] = attribute.value;
    else if (key in known) given[key] = '?';
    if (!(key in known) || typeof attribute.value !== 'string')
      report(walk, node, 'body-attribute', key, {
        allowed: Object.keys(known),
        message: `<${name}> has ${key in known ? `"${key}" without a text in quotation marks` : `no attribute "${key}"`}.`,
        fix: `Write ${Object.keys(known)
          .map((each) => `${each}="…"`)
          .join(', ')} and nothing else.`,
      });
  }
  for (const key of Object.keys(known).filter((each) => known[each] && !given[each]?.trim()))
    report(walk, node, key === 'alt' ? 'image-alt' : 'body-attribute', `<${name}>`, {
      message: key === 'alt' ? 'This picture has no alternative text.' : `<${name}> lacks ${key}="…".`,
      fix:
        key === 'alt'
          ? 'Add alt="…": what the picture shows, in a sentence, for people who cannot see it.'
          : `Add ${key}="…" to <${name}>.`,
    });
  if (name === 'Figure' && given['src'])
    walk.body.images.push({ src: given['src'], alt: given['alt'] ?? '?', ...place(node, walk) });
}

function report(
  walk: Walk,
  node: MdastNode,
  code: string,
  value: string,
  rest: Pick<Problem, 'message' | 'fix'> & { allowed?: string[] },
): void {
  walk.problems.push({ severity: 'error', code, file: walk.file, ...place(node, walk), value, ...rest });
}

function place(node: MdastNode, walk: Walk) {
  const start = node.position?.start ?? { line: 1, column: 1 };
  return { line: start.line + walk.firstLine - 1, column: start.column };
}

function explainSyntax(message: string, walk: Walk): Problem {
  const [, line = '1', column = '1', rest = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
  const open = /closing tag for `<([^`>]*)>` \((\d+):(\d+)\)/.exec(rest);
  const isHtml = open ? /^[a-z]/.test(open[1] ?? '') : /create a comment|\(U\+0021\)/.test(rest);
  const at = open ? { line: Number(open[2]), column: Number(open[3]) } : { line: +line, column: +column };
  return {
    severity: 'error',
    code: isHtml ? 'body-html' : 'mdx-broken',
    file: walk.file,
    line: at.line + walk.firstLine - 1,
    column: at.column,
    value: open ? `<${open[1]}>` : undefined,
    message: isHtml
      ? `A body must not hold HTML${open ? `, and <${open[1]}> is HTML` : ''}.`
      : open
        ? `<${open[1]}> is opened here and never closed.`
        : `The text cannot be read from here on: ${rest.replace(/\s*\([^()]*\)$/, '')}.`,
    fix: isHtml
      ? 'Write it as Markdown: **bold**, *italic*, [link](https://…), or an empty line for a new paragraph.'
      : open
        ? `Write </${open[1]}> on a line of its own below, with an empty line before it.`
        : 'If you mean "<", "{" or "}" as text, write \\<, \\{ or \\}.',
  };
}

/** The text of a node without its marks, as the renderer reads it for a heading's fragment. */
function textOf(node: MdastNode): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as MdastNode)).join('') : '';
}

const firstLineOf = (text: string) => text.split('\n')[0]?.slice(0, 80) ?? '';
