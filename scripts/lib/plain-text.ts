import { htmlToHast, type HastNode } from 'satteri';
import { removeForbidden } from '../../src/model/characters.ts';

/** A line drawn with signs, as Outlook and Google put around what they add to an invitation. */
const isRule = /^\s*(?:_{8,}|[-:~=*]{16,})\s*$/;
const webAddress = /(?<![a-z])(?:https?:\/\/|www\.)[^\s<>"'“”‘’()[\]{}|\\^`]+/gi;

/**
 * Turns plain text into Markdown with the same paragraphs and lines. Signs that mean something in Markdown or MDX are
 * escaped, HTTPS addresses become links, other addresses code.
 */
export function toMarkdown(text: string): string {
  const paragraphs = removeForbidden(text.normalize('NFC').replaceAll(/\r\n?/g, '\n'))
    .split(/\n\s*\n/)
    .map((paragraph) => {
      const lines = paragraph.split('\n').filter((line) => !isRule.test(line));
      // Editors would remove two spaces: a backslash breaks the line as well.
      return lines
        .map(escapeLine)
        .filter((line) => line !== '')
        .join('\\\n');
    });
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function escapeLine(line: string): string {
  const text = line.replaceAll(/\s+/g, ' ').trim();
  let [written, done] = ['', 0];
  for (const { 0: found, index } of text.matchAll(webAddress)) {
    const url = found.replace(/[.,;:!?*_~]+$/, '');
    const isPublic = /^https:\/\/[^/\s]+\.[^/\s.]/i.test(url);
    const target = url.replaceAll(/[*_~]/g, '\\$&');
    written +=
      escapeText(text.slice(done, index)) + (isPublic ? `[${escapeText(url)}](${target})` : `\`${url}\``);
    done = index + url.length;
  }
  // "import" and "export" at the beginning of a line are program code to MDX.
  return (written + escapeText(text.slice(done))).replace(
    /^(?=(?:im|ex)port\b)./,
    (letter) => `&#${letter.charCodeAt(0)};`,
  );
}

const escapeText = (text: string) =>
  text
    .replaceAll(/[\\`*_{}[\]<>#|~]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** Converts a description that a calendar wrote as HTML to plain text. Other text stays as it is. */
export function stripHtml(text: string): string {
  if (!/<\/?(?:p|br|a|b|i|u|em|strong|ul|ol|li|div|span|html|body)\b[^>]*>/i.test(text)) return text;
  const lines = text.replaceAll(/<br\b[^>]*>|<\/(?:li|div)>/gi, '\n').replaceAll(/<\/(?:p|ul|ol)>/gi, '\n\n');
  const texts: string[] = [];
  // A stack, since hostile HTML can be nested deeper than calls can be.
  const nodes: HastNode[] = [htmlToHast(lines, { fragment: true })];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.type === 'text') texts.push(node.value);
    else if ('children' in node && !isHidden(node)) nodes.push(...node.children.toReversed());
  }
  return texts.join('');
}

const isHidden = (node: HastNode) =>
  node.type === 'element' && (node.tagName === 'script' || node.tagName === 'style');
