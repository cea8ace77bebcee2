import type { Problem } from '../domain/problem.ts';
import type { ContentFile } from './file.ts';

/** A page's fields and the text below them. Lines are counted from 1. */
export interface FrontMatter {
  yaml: string;
  yamlLine: number;
  body: string;
  bodyLine: number;
}

/** Splits the fields between two lines `---` from the body below, or says what is missing. */
export function splitFrontMatter(file: ContentFile): FrontMatter | Problem {
  const found = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(file.text);
  if (found) {
    const bodyLine = found[0].split('\n').length;
    return { yaml: found[1] ?? '', yamlLine: 2, body: file.text.slice(found[0].length), bodyLine };
  }
  const opened = /^---[ \t]*\n/.test(file.text);
  return {
    severity: 'error',
    code: 'front-matter-missing',
    file: file.name,
    line: 1,
    column: 1,
    message: opened
      ? 'The line "---" that ends the fields is missing.'
      : 'The file does not begin with its fields, which stand between two lines "---".',
    fix: opened
      ? 'Write a line "---" after the last field, before the text.'
      : 'Write "---" on the first line, the fields below it, and "---" again before the text.',
  };
}
