import type { Issue } from '../model/issue.ts';

/** What is wrong with a value, and how to correct it. */
export type ValueError = Pick<Issue, 'code' | 'message' | 'fix'>;

/** Makes the line to write in a file from a value. */
export type Line = (value: string) => string;
