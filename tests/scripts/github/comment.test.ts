import { describe, expect, it } from 'vitest';
import { marker, renderComment, type CheckResult } from '../../../scripts/lib/github/comment.ts';

const run = 'https://github.example/organiser/site/actions/runs/5';
const result: CheckResult = {
  changes: '## 2030\n\n- Week 5 moves.\n',
  passed: true,
  sha: '0123456789abcdef',
  run,
  preview: `${run}/artifacts/9`,
};
const render = (more: Partial<CheckResult> = {}) => renderComment({ ...result, ...more });

describe('renderComment', () => {
  it('lists the changes and links the preview', () => {
    expect(render()).toMatchInlineSnapshot(`
      "<!-- programme-microsite: report -->

      ## 2030

      - Week 5 moves.

      **To look at it:** download [the preview](https://github.example/organiser/site/actions/runs/5/artifacts/9) and unpack it. In a terminal, go to that folder and run \`npx sirv-cli@3 --port 4321\` (with Node.js), then open http://localhost:4321.

      This is about the commit 0123456789.
      "
    `);
  });

  it('says that the check has not passed, with or without changes', () => {
    expect(render({ passed: false, preview: undefined })).toMatchInlineSnapshot(`
      "<!-- programme-microsite: report -->

      **The check has not passed.** Mistakes in the content are marked on their lines under "Files changed"; [the run](https://github.example/organiser/site/actions/runs/5) says everything.

      ## 2030

      - Week 5 moves.

      This is about the commit 0123456789.
      "
    `);
    expect(render({ passed: false, preview: undefined, changes: undefined })).toMatchInlineSnapshot(`
      "<!-- programme-microsite: report -->

      **The check has not passed.** Mistakes in the content are marked on their lines under "Files changed"; [the run](https://github.example/organiser/site/actions/runs/5) says everything.

      What changes is told here once it passes.

      This is about the commit 0123456789.
      "
    `);
  });

  it('says that there is no report, if the check has passed', () => {
    expect(render({ changes: undefined })).toContain(
      `[the run](${run}) has left no report that can be read.`,
    );
  });

  it('truncates at a line to the maximum length of GitHub', () => {
    const line = `- ${'a'.repeat(97)}\n`;
    const whole = render({ changes: line.repeat(640) });
    expect(whole).not.toContain('more than fits');
    const comment = render({ changes: line.repeat(10_000) });
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment.length).toBeGreaterThan(65_000);
    expect(comment).toContain(`\n${line}\n**There is more than fits into a comment.**`);
    expect(comment).toContain('This is about the commit 0123456789.');
    expect(comment.startsWith(marker)).toBe(true);
    const oneLine = render({ changes: 'a'.repeat(70_000) });
    expect(oneLine.length).toBeLessThan(1000);
    expect(oneLine).toContain('more than fits');
  });
});
