import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/model/issue.ts';
import {
  countIssues,
  hasErrors,
  renderers,
  renderGithub,
  renderJson,
  renderParagraphs,
} from '../../src/format/issues.ts';

const error: Issue = {
  severity: 'error',
  code: 'value-unknown',
  file: 'content/2030/programme.yaml',
  line: 7,
  column: 8,
  field: 'state',
  value: 'runing',
  allowed: ['open', 'running'],
  message: '"state" cannot be "runing". Did you mean "running"?',
  fix: 'Write "state: running".',
};
const warning: Issue = {
  severity: 'warning',
  code: 'week-gap',
  file: 'content/2030/weeks/a, b: 100%.mdx',
  line: 4,
  column: 1,
  message: 'Between the weeks lie 8 days.',
  fix: 'Correct the date.',
};

describe('renderers.text', () => {
  it('has position, message, allowed values and fix of each issue', () => {
    expect(renderParagraphs([error, warning])).toMatchInlineSnapshot(`
      "content/2030/programme.yaml:7:8 error value-unknown
        "state" cannot be "runing". Did you mean "running"?
        Allowed: open, running.
        Write "state: running".

      content/2030/weeks/a, b: 100%.mdx:4:1 warning week-gap
        Between the weeks lie 8 days.
        Correct the date."
    `);
  });

  it('lists at most twenty allowed values', () => {
    const allowed = Array.from({ length: 23 }, (_, index) => `v${index + 1}`);
    expect(renderParagraphs([{ ...error, allowed }])).toContain('v19, v20, and 3 more.\n');
  });

  it('links the documentation of each code once, before the counts', () => {
    const lines = renderers.text([warning, error, error], 'All').split('\n\n');
    expect(lines.at(-2)).toBe('More about each: docs/errors.md#value-unknown, docs/errors.md#week-gap');
  });

  it('ends with the counts', () => {
    const counts = '15 weeks, 3 events, 6 topics';
    expect(renderers.text([], counts)).toBe('15 weeks, 3 events, 6 topics: no errors.');
    expect(renderers.text([error, warning], counts)).toMatch(
      /\n\n15 weeks, 3 events, 6 topics: 1 error, 1 warning\.$/,
    );
  });
});

describe('renderGithub', () => {
  it('has the position, and escapes delimiters', () => {
    expect(renderGithub([error, warning])).toMatchInlineSnapshot(`
      "::error file=content/2030/programme.yaml,line=7,col=8,title=value-unknown::"state" cannot be "runing". Did you mean "running"?%0AAllowed: open, running.%0AWrite "state: running".%0AMore about it: docs/errors.md#value-unknown
      ::warning file=content/2030/weeks/a%2C b%3A 100%25.mdx,line=4,col=1,title=week-gap::Between the weeks lie 8 days.%0ACorrect the date.%0AMore about it: docs/errors.md#week-gap"
    `);
  });

  it('writes each issue on one line', () => {
    const lines = renderGithub([{ ...error, message: 'One.\r\nTwo.' }]).split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('One.%0D%0ATwo.%0A');
  });
});

describe('renderJson', () => {
  it('has all fields of each issue, with a link to its documentation', () => {
    expect(JSON.parse(renderJson([error, warning]))).toEqual([
      { ...error, more: 'docs/errors.md#value-unknown' },
      { ...warning, more: 'docs/errors.md#week-gap' },
    ]);
    expect(renderers.json([])).toBe('[]');
  });
});

describe('countIssues and hasErrors', () => {
  it.each([
    [[], 'no errors'],
    [[error], '1 error'],
    [[error, error], '2 errors'],
    [[warning], 'no errors, 1 warning'],
    [[error, warning, warning], '1 error, 2 warnings'],
  ])('count errors and warnings', (issues, expected) => {
    expect(countIssues(issues)).toBe(expected);
  });

  it('find no errors in warnings', () => {
    expect([hasErrors([warning]), hasErrors([warning, error])]).toEqual([false, true]);
  });
});
