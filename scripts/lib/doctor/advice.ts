import { compareText, type Position } from '../../../src/model/issue.ts';

/** What advice is about, in the order in which it is given. */
export const adviceTopics = ['links', 'pictures', 'lengths', 'translations', 'editions', 'site'] as const;

/** Something that could be better. Unlike an issue, it never keeps anything from being published. */
export interface Advice extends Position {
  topic: (typeof adviceTopics)[number];
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** What there is to see. */
  message: string;
  /** What to do about it. */
  fix: string;
}

/** Orders advice by topic, then by file and place. */
export function compareAdvice(a: Advice, b: Advice): number {
  return (
    adviceTopics.indexOf(a.topic) - adviceTopics.indexOf(b.topic) ||
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column
  );
}
