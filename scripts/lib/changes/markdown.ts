/** Untrusted text as one line, without control characters and marks that change the direction of text. */
export function tidyLine(text: string): string {
  return text
    .replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

const zeroWidthSpace = '&#8203;';

/**
 * Escapes untrusted text for Markdown, so that it makes no link, image, HTML, emphasis or list (CommonMark, "Backslash
 * escapes"). GitHub links mentions, issues, commits and addresses after rendering, when the backslashes are gone
 * ("Autolinked references and URLs"), so zero-width spaces split those.
 */
export function escapeMarkdown(text: string): string {
  return tidyLine(text)
    .replaceAll(/[\\`*_{}[\]<>#!|~&=^$@]/g, '\\$&')
    .replace(/^[-+]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replaceAll(/\\[@#]|:(?=\/\/)|www(?=\.)|gh-(?=\d)|[\da-f]{6}(?=[\da-f])/gi, `$&${zeroWidthSpace}`);
}
