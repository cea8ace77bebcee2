import type { Issue } from '../model/issue.ts';
import type { ContentFile } from './file.ts';

/** A page's fields and the text below them. Lines are counted from 1. */
export interface FrontMatter {
  yaml: string;
  yamlLine: number;
  body: string;
  bodyLine: number;
}

/** Splits the fields between two lines `---` from the body below, or says what is missing. */
export function splitFrontMatter(file: ContentFile): FrontMatter | Issue {
  const found = /^---[ \t]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n|$)/.exec(file.text);
  if (found) {
    const [whole, yaml = ''] = found;
    const body = file.text.slice(whole.length);
    if (yaml === '' && beginsWithFields.test(body)) return issueOf(file, 'early');
    return { yaml, yamlLine: 2, body, bodyLine: whole.split('\n').length };
  }
  return issueOf(file, /^---[ \t]*\n/.test(file.text) ? 'open' : 'absent');
}

/** Fields up to a line `---`, as they stand below the two lines of a file that has one of them twice. */
const beginsWithFields = /^[A-Za-z]\w*:(?: .*)?\n(?:(?:[A-Za-z]\w*:(?: .*)?|[ \t#-].*)\n)*---[ \t]*(?:\n|$)/;

const words = {
  early: {
    line: 2,
    message: 'The fields end before they begin: the line "---" stands twice.',
    fix: 'Delete one of the two lines "---" at the beginning.',
  },
  open: {
    line: 1,
    message: 'The line "---" that ends the fields is missing.',
    fix: 'Write a line "---" after the last field, before the text.',
  },
  absent: {
    line: 1,
    message: 'The file does not begin with its fields, which stand between two lines "---".',
    fix: 'Write "---" on the first line, the fields below it, and "---" again before the text.',
  },
};

function issueOf({ name }: ContentFile, what: keyof typeof words): Issue {
  const { line, message, fix } = words[what];
  return { severity: 'error', code: 'front-matter-missing', file: name, line, column: 1, message, fix };
}
