import { isCollection, isScalar, visit, type Document, type YAMLError } from 'yaml';
import type { Position, Issue } from '../model/issue.ts';

type Words = Pick<Issue, 'message' | 'fix'>;

/** A YAML text and where its offsets are in the file. */
export interface YamlSource {
  text: string;
  file: string;
  at: (offset: number) => Position;
}

const quoteFix = 'Put the whole value into "quotation marks".';

function errorAt(
  source: YamlSource,
  offset: number,
  rest: Omit<Issue, 'severity' | 'file' | keyof Position>,
) {
  return { severity: 'error' as const, file: source.file, ...source.at(offset), ...rest };
}

/** Says that the key at an offset stands in a file for the second time. */
export function explainRepeatedKey(offset: number, source: YamlSource): Issue {
  const rest = source.text.slice(offset);
  const found = /^("[^"\n]*"|'[^'\n]*'|[^:\n]*)/.exec(rest.trimStart())?.[0] ?? '';
  const key = found.trim().replaceAll(/^["']|["']$/g, '');
  // After a key without a value the parser counts the end of that line to the next key.
  return errorAt(source, offset + rest.length - rest.trimStart().length, {
    code: 'key-repeated',
    field: key,
    message: `The key "${key}" stands here a second time.`,
    fix: 'Keep one of the two and delete the other.',
  });
}

/** Says that a value begins with a sign that has a meaning in YAML: it would copy, name or type the value. */
export function explainSign(offset: number, written: string, source: YamlSource): Issue {
  return errorAt(source, offset, {
    code: 'yaml-sign',
    value: written,
    message: `The value begins with "${written.slice(0, 1)}", which has a meaning of its own here, so that "${written}" would be lost.`,
    fix: quoteFix,
  });
}

/** Says that the end of a value is a comment, which whoever writes "Workshop #1" does not mean. */
export function explainComment(offset: number, written: string, source: YamlSource): Issue {
  return errorAt(source, source.text.indexOf(written, offset), {
    code: 'yaml-sign',
    value: written,
    message: `Everything from "#" on is a comment here, so that "${written}" would be lost.`,
    fix: `${quoteFix} If it is a comment for colleagues, write a space after the "#".`,
  });
}

/** Says in plain words why a text is not YAML, at the place to mend. */
export function explainYaml(error: YAMLError, document: Document, source: YamlSource): Issue {
  const [offset] = error.pos;
  const opened = findOpened(document, source.text, offset);
  if (opened !== undefined)
    return errorAt(source, opened, { code: 'yaml-broken', ...openedWords(source, opened) });
  const { start, words } = wordsOf(error, source.text);
  return errorAt(source, start, { code: 'yaml-broken', ...words });
}

/** Where the quotation mark or bracket stands that is not closed at an offset. */
function findOpened(document: Document, text: string, offset: number): number | undefined {
  let opened: number | undefined;
  visit(document, (_, node) => {
    const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
    const isFlow = isCollection(node) && node.flow;
    if (!(isQuoted || isFlow) || !node.range) return;
    const [start, end] = node.range;
    const isClosed = /["'\]}]/.test(text.slice(Math.max(start + 1, end - 1), end));
    if (start <= offset && offset <= end && !isClosed) opened = start;
  });
  return opened;
}

function openedWords({ text }: YamlSource, offset: number): Words {
  const sign = text.charAt(offset);
  const closing = { '[': ']', '{': '}' }[sign] ?? sign;
  return {
    message: `The ${closing === sign ? 'quotation mark' : 'bracket'} ${sign} that stands here is never closed.`,
    fix: `Write ${closing} where the value ends.`,
  };
}

function wordsOf(error: YAMLError, text: string): { start: number; words: Words } {
  const [offset] = error.pos;
  const line = text.slice(offset).split('\n')[0] ?? '';
  const known = wordsFor[error.code];
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && !/:(\s|$)/.test(line))
    return { start: offset + line.length + 1, words: indentWords };
  const joined = /^\s*([\w-]+):(\S.*)$/.exec(line);
  if (joined && (error.code === 'MULTILINE_IMPLICIT_KEY' || error.code === 'MISSING_CHAR'))
    return {
      start: offset,
      words: {
        message: 'There is no space after the colon.',
        fix: `Write "${joined[1]}: ${joined[2]}".`,
      },
    };
  if (error.code === 'MULTILINE_IMPLICIT_KEY' && !line.includes(':'))
    return { start: offset, words: colonWords };
  return { start: offset, words: known ?? generalWords(line) };
}

function generalWords(line: string): Words {
  const rest = line.trim().slice(0, 40);
  return {
    message:
      rest === ''
        ? 'The fields cannot be read from here on.'
        : `The fields cannot be read from "${rest}" on.`,
    fix: 'Write one "key: value" a line. Put a value that has quotation marks or special characters into quotation marks as a whole: "…", or \'…\' where it has " inside.',
  };
}

const indentWords: Words = {
  message: 'This line does not begin at the same column as the lines that it belongs with.',
  fix: 'Take away or add spaces at its beginning until it does.',
};

const colonWords: Words = {
  message: 'This line has no colon.',
  fix: 'Write "key: value", with a colon and a space after the key.',
};

const wordsFor: Partial<Record<YAMLError['code'], Words>> = {
  TAB_AS_INDENT: {
    message: 'This line begins with a tab.',
    fix: 'Begin it with spaces, as many as the lines that it belongs with.',
  },
  BAD_INDENT: indentWords,
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'The value has a colon followed by a space, which only keys may have.',
    fix: quoteFix,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line has no colon after its key, or the next one is indented by mistake.',
    fix: 'Write "key: value", and begin the next line at the same column as this one.',
  },
  MISSING_CHAR: colonWords,
  BAD_SCALAR_START: { message: 'A value must not begin with this character.', fix: quoteFix },
  BAD_DQ_ESCAPE: {
    message: 'A backslash inside "quotation marks" has a meaning of its own, and this one has none.',
    fix: "Put the value into 'single quotation marks' instead, or write two backslashes.",
  },
  MULTIPLE_DOCS: {
    message: 'The line "---" ends the fields, and more fields follow.',
    fix: 'Delete the line "---" in between.',
  },
};
