import type { MdastNode } from 'satteri';

/** Addresses that are written apart from their link (`[name]: https://…`), by identifier. */
export type Definitions = ReadonlyMap<string, { url: string }>;

/**
 * The text of a Markdown tree without markup, for calendars, structured data and search: blocks with an empty line
 * between them, list items and table rows as lines, links as "label (address)".
 */
export function toPlainText(node: MdastNode, definitions: Definitions): string {
  const children = 'children' in node ? node.children.map((child) => toPlainText(child, definitions)) : [];
  const join = (separator: string) => children.filter((text) => text !== '').join(separator);
  switch (node.type) {
    case 'root':
    case 'blockquote':
    case 'footnoteDefinition':
      return join('\n\n');
    case 'paragraph':
    case 'heading':
      return join('')
        .replaceAll(/ *\n */g, '\n')
        .trim();
    case 'list':
      return children
        .map((text, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '-'} ${indent(text)}`)
        .join('\n');
    case 'listItem':
    case 'table':
      return join('\n');
    case 'tableRow':
      return children.join(' | ');
    case 'tableCell':
      return join('').trim();
    case 'text':
      return node.value.replaceAll(/\s+/g, ' ');
    case 'code':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'link':
      return addAddress(join(''), node.url);
    case 'linkReference':
      return addAddress(join(''), definitions.get(node.identifier)?.url ?? '');
    case 'mdxJsxFlowElement':
      return [...readAttributes(node.attributes), ...children].filter((text) => text !== '').join('\n\n');
    case 'mdxJsxTextElement':
      return [...readAttributes(node.attributes), join('')].join(' ');
    default:
      return join('');
  }
}

/** Lines after the first one of a list item begin below its text. */
const indent = (text: string) => text.replaceAll(/\n(?!\n)/g, '\n  ');

/** Addresses of this site's own pages are left out: elsewhere they lead nowhere. */
function addAddress(label: string, url: string): string {
  const address = url.replace(/^mailto:/i, '');
  return label === address || !/^(https?|mailto):/i.test(url) ? label : `${label} (${address})`.trimStart();
}

/** Attributes of components that visitors read. */
const readableAttributes = new Set(['title', 'alt', 'caption']);

function readAttributes(attributes: readonly object[]): string[] {
  return attributes.flatMap((attribute) =>
    'name' in attribute &&
    'value' in attribute &&
    typeof attribute.value === 'string' &&
    readableAttributes.has(String(attribute.name))
      ? [attribute.value]
      : [],
  );
}
