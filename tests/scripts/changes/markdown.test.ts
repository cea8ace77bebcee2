import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, tidyLine } from '../../../scripts/lib/changes/markdown.ts';
import { parseHtml } from '../../site/dom.ts';
import { samples } from '../../seed.ts';

/** Renders a list of escaped texts: the names of its elements, and the text of each item. */
function render(texts: readonly string[]): { elements: string[]; items: string[] } {
  const { html } = markdownToHtml(texts.map((text) => `- ${escapeMarkdown(text)}`).join('\n'));
  const root = parseHtml(html);
  return {
    elements: [...new Set(root.querySelectorAll('*').map(({ name }) => name))],
    items: root.querySelectorAll('li').map(({ text }) => text),
  };
}

const withoutZeroWidthSpaces = (text: string) => text.replaceAll('\u200B', '');

/** What GitHub links in rendered text (docs.github.com, "Autolinked references and URLs"). */
const references = [
  /(?<![\w`])@[a-z\d]/i,
  /#\d/,
  /\bgh-\d/i,
  /\b[\da-f]{7,40}\b/i,
  /[a-z]:\/\//i,
  /\bwww\./i,
  /[\w.+-]@[\w-]+\.\w/,
];

/** Syntax of Markdown, HTML and GitHub. */
const pieces = fc.constantFrom(
  '[a](https://example.org)',
  '![a](b.png)',
  '<img src=x onerror=y>',
  '<!-- ',
  '<a href="x">',
  '</details>',
  '@admin',
  '@org/team',
  '#12',
  'owner/name#12',
  'GH-12',
  'https://example.org',
  'www.example.org',
  'a@example.org',
  '0123456789abcdef0123',
  'mailto:a@example.org',
  '`',
  '``` ',
  '~~',
  '**',
  '__',
  '$x$',
  '|',
  '\n',
  '\r\n',
  '\n\n# ',
  '\n- ',
  '\n1. ',
  '> ',
  '    ',
  '\t',
  '- ',
  '+ ',
  '* ',
  '1. ',
  '7) ',
  '---',
  '===',
  '# ',
  '[x]: https://example.org',
  '[^1]',
  '[ ] ',
  '&lt;',
  '&#64;',
  '\\',
  ':tada:',
  '\u2028',
  '\u202E',
  '\u0000',
  '{x}',
);
const hostile = fc
  .array(
    fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('a', ' ', 'Seoul', '.')),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

describe('escapeMarkdown', () => {
  it('makes one line of plain text of any text, without links', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (texts) => {
        const { elements, items } = render(texts);
        expect(elements.filter((name) => name !== 'ul' && name !== 'li')).toEqual([]);
        expect(items.map((item) => withoutZeroWidthSpaces(item).trim())).toEqual(
          texts.map((text) =>
            withoutZeroWidthSpaces(tidyLine(text.toWellFormed().replaceAll('\0', ' '))).trim(),
          ),
        );
        for (const item of items) expect(references.filter((reference) => reference.test(item))).toEqual([]);
      }),
      { numRuns: samples(1000) },
    );
  });

  it('leaves plain sentences as they are', () => {
    const plain = 'Phase I, week 5 starts on 29 March 2022 instead of 28 March 2022: “Data” (in part).';
    expect(escapeMarkdown(plain)).toBe(plain);
  });

  it.each([
    ['[here](https://example.org)', '\\[here\\](https:&#8203;//example.org)'],
    ['thanks @name, see #12', 'thanks \\@&#8203;name, see \\#&#8203;12'],
    ['<b>1 & 2</b>', '\\<b\\>1 \\& 2\\</b\\>'],
    ['1. first\n2. second', '1\\. first 2. second'],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe('tidyLine', () => {
  it('removes control characters and marks of text direction', () => {
    expect(tidyLine('a\u001B[2Jb\u0007\n c\u202Ed\u2066e')).toBe('a [2Jb cde');
    expect(tidyLine('👩‍👩‍👧 نص')).toBe('👩‍👩‍👧 نص');
  });
});
