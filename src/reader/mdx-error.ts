import type { Issue } from '../model/issue.ts';

type Words = Pick<Issue, 'message' | 'fix'>;

const htmlFix =
  'Write it as Markdown: **bold**, *italic*, [link](https://…), or an empty line for a new paragraph. If you mean the sign "<" as text, write \\<.';

/** Says that a body holds HTML: which it is, or that it is some. */
export function explainHtml(tag?: string): Words {
  return {
    message: tag ? `A body must not hold HTML, and <${tag}> is HTML.` : 'A body must not hold HTML.',
    fix: htmlFix,
  };
}

/** Says that a body holds curly brackets. */
export const curlyWords: Words = {
  message: 'Curly brackets begin program code here, and a body holds none.',
  fix: 'If you mean the brackets as text, write \\{ and \\}.',
};

/**
 * Says in plain words why a body is not MDX.
 * @param thrown the parser's message: `line:column: words`
 * @param file how issues name the file
 * @param firstLine the line of the file on which the body begins, from 1
 */
export function explainMdx(thrown: string, file: string, firstLine: number): Issue {
  const [, line = '1', column = '1', rest = thrown] = /^(\d+):(\d+): (.*)$/s.exec(thrown) ?? [];
  const open = /closing tag (?:for )?`<\/?([^`>]*)>`.*?\(?(?:opened at )?(\d+):(\d+)\)/.exec(rest);
  const at = open ? { line: Number(open[2]), column: Number(open[3]) } : { line: +line, column: +column };
  const name = open?.[1] ?? /closing tag `<\/([^`>]*)>`/.exec(rest)?.[1];
  return {
    severity: 'error',
    file,
    line: at.line + firstLine - 1,
    column: at.column,
    ...(name === undefined ? explainSign(rest) : explainTagPair(name, open !== null)),
  };
}

function explainTagPair(name: string, isOpen: boolean): Words & { code: string; value: string } {
  const value = isOpen ? `<${name}>` : `</${name}>`;
  if (/^[a-z]/.test(name)) return { code: 'body-html', value, ...explainHtml(name) };
  const words = isOpen
    ? {
        message: `<${name}> is opened here and not closed where it should be.`,
        fix: `Write </${name}> on a line of its own below, with an empty line before it, or end a component without text with "/>".`,
      }
    : {
        message: `</${name}> closes what was never opened.`,
        fix: `Write <${name}> on a line of its own above, with an empty line after it, or delete </${name}>.`,
      };
  return { code: 'mdx-broken', value, ...words };
}

function explainSign(rest: string): Words & { code: string } {
  if (/expression|brace/.test(rest)) return { code: 'body-expression', ...curlyWords };
  if (rest.includes('create a comment'))
    return {
      code: 'body-html',
      message: 'A body must not hold HTML comments.',
      fix: 'Delete the comment. Notes for colleagues belong behind a "#" between the lines "---".',
    };
  return {
    code: 'mdx-broken',
    message: 'The text cannot be read from this "<" on.',
    fix: 'If you mean the sign as text, write \\<. A link is written [text](https://…).',
  };
}
