import Slugger from 'github-slugger';
import {
  defineHastPlugin,
  markdownToHtml,
  markdownToMdast,
  mdxToJs,
  mdxToMdast,
  type Features,
  type MdastNode,
  type MdxJsxTextElement,
} from 'satteri';
import type { Position } from '../model/issue.ts';
import { bodyComponents } from './component.ts';

/** The syntax of bodies, the same in the check, on pages, in feeds and in the search index. */
export const features = { gfm: true, smartPunctuation: true } satisfies Features;

/** Something in the rendered tree that bodies may not hold, with its place in the body. */
export interface Forbidden extends Partial<Position> {
  /** What it is: an element, an attribute or an address. */
  what: string;
  /** The address, if it is one. */
  address?: string;
}

/** Attributes by name, with the values that are allowed. */
type Attributes = Readonly<Record<string, RegExp>>;

const anything = /^/;
const ownAddress = /^\/(?![/\\])/;
const address = /^(?:https:\/\/|mailto:|#|\/(?![/\\]))/i;
const taskList: Attributes = { className: /^contains-task-list$/ };
const heading: Attributes = { id: anything };

/**
 * The elements and attributes that Markdown makes, with the names of hast. The model is the default schema of
 * hast-util-sanitize, without what needs HTML in the source.
 */
const elements: Readonly<Record<string, Attributes>> = {
  a: {
    href: address,
    title: anything,
    id: /^user-content-fnref-/,
    dataFootnoteRef: anything,
    dataFootnoteBackref: anything,
    ariaDescribedBy: /^footnote-label$/,
    ariaLabel: anything,
    className: /^data-footnote-backref$/,
  },
  blockquote: {},
  br: {},
  code: { className: /^language-/ },
  del: {},
  em: {},
  h2: { id: anything, className: /^sr-only$/ },
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  hr: {},
  img: { src: ownAddress, alt: anything, title: anything },
  input: { type: /^checkbox$/, checked: anything, disabled: anything },
  li: { className: /^task-list-item$/, id: /^user-content-fn-/ },
  ol: { ...taskList, start: anything },
  p: {},
  pre: {},
  section: { className: /^footnotes$/, dataFootnotes: anything },
  strong: {},
  sup: {},
  table: {},
  tbody: {},
  td: {},
  th: {},
  thead: {},
  tr: {},
  ul: taskList,
};

/** The attributes of components, as MDX has them. */
const components: Readonly<Record<string, Attributes>> = Object.fromEntries(
  Object.entries(bodyComponents).map(([name, attributes]) => [
    name,
    Object.fromEntries(Object.keys(attributes).map((key) => [key, key === 'src' ? ownAddress : anything])),
  ]),
);

/**
 * Lists what is forbidden in an element.
 * @param attributes its attributes; a value that is no text is undefined
 */
function listForbidden(
  name: string,
  attributes: readonly (readonly [name: string, value: string | undefined])[],
  allowed: Readonly<Record<string, Attributes>>,
): Forbidden[] {
  const known = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
  if (!known) return [{ what: `<${name}>` }];
  return attributes.flatMap(([attribute, value]) => {
    const pattern = Object.hasOwn(known, attribute) ? known[attribute] : undefined;
    if (value === undefined || !pattern) return [{ what: `"${attribute}" of <${name}>` }];
    if (pattern.test(value)) return [];
    const isAddress = pattern === address || pattern === ownAddress;
    return [
      isAddress
        ? { what: `the address "${value}"`, address: value }
        : { what: `"${attribute}" of <${name}>` },
    ];
  });
}

interface Visited {
  position?: { start: Position } | undefined;
}

/**
 * A satteri plugin that walks the tree of a body as it is rendered and reports what is not on the list of
 * elements, attributes and address schemes.
 * @param report is called for each of them; `file` is the URL of the file, if the renderer knows it
 */
function createAllowList(report: (found: Forbidden, file: URL | undefined) => void) {
  type Context = Readonly<{ fileURL: URL | undefined }>;
  // Returns nothing: satteri would put it in the place of the node.
  const reportAll = (found: readonly Forbidden[], { position }: Visited, { fileURL }: Context): void => {
    const { line = 1, column = 1 } = position?.start ?? {};
    for (const each of found) report({ ...each, line, column }, fileURL);
  };
  const refuse = (what: string) => (node: Visited, context: Context) => reportAll([{ what }], node, context);
  const component = {
    filter: [],
    visit(node: Visited & Pick<MdxJsxTextElement, 'name' | 'attributes'>, context: Context) {
      const attributes = node.attributes.map((each) =>
        each.type === 'mdxJsxAttribute' && typeof each.value === 'string'
          ? ([each.name, each.value] as const)
          : (['{…}', undefined] as const),
      );
      reportAll(listForbidden(node.name ?? '', attributes, components), node, context);
    },
  };
  return defineHastPlugin({
    name: 'allow-list',
    options: { position: true },
    element: {
      filter: [],
      visit(node, context) {
        const attributes = Object.entries(node.properties).map(
          ([name, value]) => [name, Array.isArray(value) ? value.join(' ') : String(value)] as const,
        );
        reportAll(listForbidden(node.tagName, attributes, elements), node, context);
      },
    },
    mdxJsxFlowElement: component,
    mdxJsxTextElement: component,
    raw: refuse('HTML'),
    comment: refuse('an HTML comment'),
    doctype: refuse('a DOCTYPE'),
    mdxFlowExpression: refuse('an expression'),
    mdxTextExpression: refuse('an expression'),
    mdxjsEsm: refuse('an import or export'),
  });
}

/** The plugins of Astro's renderer: what is not on the list stops the build. */
export const rendererPlugins = [
  createAllowList(({ what, line = 1, column = 1 }, file) => {
    throw new Error(`${file?.pathname ?? 'A body'}:${line}:${column}: a body may not hold ${what}.`);
  }),
];

/** The tree of a body, from which its text, links and images are read. */
export const parseMdx = (markdown: string): MdastNode => mdxToMdast(markdown, { features });

/** The tree of a body as it is without components: there, indented text is code. */
export const parseMarkdown = (markdown: string): MdastNode => markdownToMdast(markdown, { features });

/** A rendered body. */
interface RenderedBody {
  /** The HTML of a body without components; one with components is left to MDX. */
  html: string | undefined;
  /** The fragments that its headings can be reached by. */
  fragments: string[];
  forbidden: Forbidden[];
}

/** Renders a body, with ids on its headings, and lists what it may not hold. */
export function renderBody(markdown: string, hasComponents: boolean): RenderedBody {
  const forbidden: Forbidden[] = [];
  const fragments: string[] = [];
  const slugger = new Slugger();
  const headingIds = defineHastPlugin({
    name: 'heading-ids',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, context) {
        if (node.properties.id !== undefined) return;
        const slug = slugger.slug(context.textContent(node));
        fragments.push(slug);
        context.setProperty(node, 'id', slug);
      },
    },
  });
  const hastPlugins = [createAllowList((found) => forbidden.push(found)), headingIds];
  const options = { features, hastPlugins };
  if (hasComponents) mdxToJs(markdown, options);
  const html = hasComponents ? undefined : markdownToHtml(markdown, options).html;
  return { html, fragments, forbidden };
}
