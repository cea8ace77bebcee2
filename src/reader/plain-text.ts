import type { MdastNode } from 'satteri';

export interface PlainTextOptions {
  /** What a line break within a paragraph becomes. */
  lineBreak?: '' | ' ';
  /**
   * Whether everything that visitors read is included: alternative texts, and titles and captions of
   * components. Blocks are then set apart, and what is a sentence without a full stop gets one.
   */
  complete?: boolean;
}

/** The text of a Markdown tree or a part of it, without markup. */
export function toPlainText(node: MdastNode, options: PlainTextOptions = {}): string {
  const { lineBreak = '', complete = false } = options;
  if (node.type === 'break') return complete ? ' ' : lineBreak;
  const own = complete ? [readAttributes(node), readAlternative(node)].join('') : '';
  const value = 'value' in node && typeof node.value === 'string' ? node.value : '';
  const children = 'children' in node ? node.children.map((child) => toPlainText(child, options)) : [];
  const text = [own, value, ...children].join('');
  if (!complete || inlineNodes.has(node.type)) return text;
  const needsStop = sentenceNodes.has(node.type) && /[\p{L}\p{N}]\s*$/u.test(text);
  return ` ${needsStop ? `${text.trim()}.` : text} `;
}

/** Collapses white space, as HTML does. */
export const collapseSpace = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

const inlineNodes = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'link',
  'inlineCode',
  'mdxJsxTextElement',
]);

/** Nodes that are a sentence by themselves, with or without a full stop. */
const sentenceNodes = new Set(['heading', 'listItem', 'tableCell']);

/** Attributes of components that visitors read. */
const readableAttributes = new Set(['title', 'alt', 'caption']);

const readAlternative = (node: MdastNode) => (node.type === 'image' ? (node.alt ?? '') : '');

function readAttributes(node: MdastNode): string {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return '';
  return node.attributes
    .flatMap((attribute) =>
      'name' in attribute && readableAttributes.has(attribute.name) && typeof attribute.value === 'string'
        ? [`${attribute.value} `]
        : [],
    )
    .join('');
}
