import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keepOwnHashes } from '../../src/pipeline/policy.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A page whose policy allows `allowed`, with inline scripts and styles. */
const page = (allowed: string[], rest: string) =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'${allowed.map((text) => ` ${hashOf(text)}`).join('')};">${rest}`;

describe('keepOwnHashes', () => {
  it('keeps the hashes of inline scripts and styles and drops those of other pages', () => {
    const rest =
      '<style>a{}\n</style><script type="speculationrules">{}</script><script src="/a.js"></script>';
    expect(keepOwnHashes(page(['a{}\n', 'b{}', '{}', 'other()'], rest))).toBe(page(['a{}\n', '{}'], rest));
  });

  it('allows nothing that was not allowed before', () => {
    const rest = '<script>alert(1)</script>';
    expect(keepOwnHashes(page(['a()'], rest))).toBe(page([], rest));
  });

  it('leaves hashes in the text of a page alone', () => {
    const rest = "<p>Write 'sha256-abc=' here</p>";
    expect(keepOwnHashes(page([], rest))).toBe(page([], rest));
  });
});
