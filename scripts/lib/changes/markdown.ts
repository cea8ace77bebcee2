/**
 * A text in one line, without what moves the cursor of a terminal, hides, or turns the direction of what follows:
 * for words that anybody may have written.
 */
export function tidyLine(text: string): string {
  return text
    .replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

/** A space that nobody sees. */
const gap = '&#8203;';

/**
 * Escapes a text for Markdown, so that nothing in it is more than words in a line: no link, picture, HTML, emphasis or
 * list (CommonMark, "Backslash escapes"). GitHub looks for names, numbers of issues, commits and addresses in what is
 * rendered already, where a backslash is gone, so an invisible space parts those (its "Autolinked references").
 */
export function escapeMarkdown(text: string): string {
  return tidyLine(text)
    .replaceAll(/[\\`*_{}[\]<>#!|~&=^$@]/g, '\\$&')
    .replace(/^[-+]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replaceAll(/\\[@#]|:(?=\/\/)|www(?=\.)|gh-(?=\d)|[\da-f]{6}(?=[\da-f])/gi, `$&${gap}`);
}
