import { mdxToMdast, type MdastNode } from 'satteri';

/**
 * The first paragraphs of a body as plain text, without any marks: for what shows no Markdown, such as a
 * calendar.
 * @param markdown a body that the check has found sound
 * @param count how many at most
 */
export function readParagraphs(markdown: string, count = 2): string[] {
  const tree = mdxToMdast(markdown);
  if (!('children' in tree)) return [];
  return tree.children
    .filter((node) => node.type === 'paragraph')
    .map((node) => readText(node).replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .slice(0, count);
}

function readText(node: MdastNode): string {
  if (node.type === 'break') return ' ';
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? node.children.map(readText).join('') : '';
}
