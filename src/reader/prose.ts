import { mdxToMdast, type MdastNode } from 'satteri';

/**
 * All words of a body as plain text, in the order in which they are read, with those that components show.
 * @param markdown a body that the check has found sound
 */
export function readProse(markdown: string): string {
  return readWords(mdxToMdast(markdown)).replaceAll(/\s+/g, ' ').trim();
}

/** What is no part of a sentence stands apart: its words must not run into its neighbours'. */
const inline = new Set(['text', 'emphasis', 'strong', 'delete', 'link', 'inlineCode', 'mdxJsxTextElement']);

/** What says something by itself, with or without a full stop. */
const sentences = new Set(['heading', 'listItem', 'tableCell']);

/** Attributes of components that visitors read. */
const shown = new Set(['title', 'alt', 'caption']);

function readWords(node: MdastNode): string {
  const words = [readAttributes(node), readValue(node), ...readChildren(node)].join('');
  if (inline.has(node.type)) return words;
  const needsStop = sentences.has(node.type) && /[\p{L}\p{N}]\s*$/u.test(words);
  return ` ${needsStop ? `${words.trim()}.` : words} `;
}

function readValue(node: MdastNode): string {
  if (node.type === 'image') return node.alt ?? '';
  return 'value' in node && typeof node.value === 'string' ? node.value : '';
}

function readAttributes(node: MdastNode): string {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return '';
  return node.attributes
    .flatMap((each) =>
      'name' in each && shown.has(each.name) && typeof each.value === 'string' ? [`${each.value} `] : [],
    )
    .join('');
}

const readChildren = (node: MdastNode) => ('children' in node ? node.children.map(readWords) : []);
