import { htmlToHast, type HastNode } from 'satteri';

/**
 * Makes a body of a plain text: its paragraphs and lines, with every sign escaped that would mean something in
 * Markdown or MDX. Addresses that are encrypted become links, others stay words.
 */
export function writeBody(text: string): string {
  const paragraphs = text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(controls, '')
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .filter((line) => !isRule.test(line))
        .map(writeLine)
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0);
  // Two spaces would be taken away by editors: a backslash ends a line as well.
  return paragraphs.map((lines) => lines.join('\\\n')).join('\n\n');
}

// Everything below U+0020 but tab and line feed, and what turns the direction of text about.
const controls = new RegExp('[\\u0000-\\u0008\\u000B-\\u001F\\u007F\\u202A-\\u202E\\u2066-\\u2069]', 'g');

/** A line drawn with signs, as Outlook and Google put around what they add to an invitation. */
const isRule = /^\s*(?:_{8,}|[-:~=*]{16,})\s*$/;

const address = /(?<![a-z])(?:https?:\/\/|www\.)[^\s<>"'“”‘’()[\]{}|\\^`]+/gi;

function writeLine(line: string): string {
  const text = line.replaceAll(/\s+/g, ' ').trim();
  let [written, done] = ['', 0];
  for (const { 0: found, index } of text.matchAll(address)) {
    const url = found.replace(/[.,;:!?*_~]+$/, '');
    written += escapeText(text.slice(done, index)) + writeAddress(url);
    done = index + url.length;
  }
  // "import" and "export" at the beginning of a line are program code to MDX.
  return (written + escapeText(text.slice(done))).replace(
    /^(?=(?:im|ex)port\b)./,
    (letter) => `&#${letter.charCodeAt(0)};`,
  );
}

function writeAddress(url: string): string {
  const isPublic = /^https:\/\/[^/\s]+\.[^/\s.]/i.test(url);
  return isPublic ? `[${escapeText(url)}](${url.replaceAll(/[*_~]/g, (sign) => `\\${sign}`)})` : `\`${url}\``;
}

const escapeText = (text: string) =>
  text
    .replaceAll(/[\\`*_{}[\]<>#|~]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^([-+=:]|\d+(?=[.)]))/, (sign) => (/^\d/.test(sign) ? sign : `\\${sign}`))
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
