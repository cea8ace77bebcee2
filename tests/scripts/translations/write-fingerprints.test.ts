import { describe, expect, it } from 'vitest';
import { writeFingerprints } from '../../../scripts/lib/translations/write-fingerprints.ts';

const fingerprints = { title: 'abcdef', body: 'ghijkl mnopab' };
const block = 'translates: # written by npm run translations\n  title: abcdef\n  body: ghijkl mnopab\n';

describe('writeFingerprints', () => {
  it('appends the field to the front matter, and keeps the body', () => {
    expect(writeFingerprints('---\ntitle: 거리\n---\n\n거리.\n\n---\n\n끝.', fingerprints)).toBe(
      `---\ntitle: 거리\n${block}---\n\n거리.\n\n---\n\n끝.`,
    );
  });

  it('writes into a page without fields or without a body', () => {
    expect(writeFingerprints('---\n---\n\n거리.\n', fingerprints)).toBe(`---\n${block}---\n\n거리.\n`);
    expect(writeFingerprints('---\ntitle: 거리\n---', fingerprints)).toBe(`---\ntitle: 거리\n${block}---`);
  });

  it('ignores hyphens within a line', () => {
    expect(writeFingerprints('---\ntitle: 거리 ---\n---\n', fingerprints)).toBe(
      `---\ntitle: 거리 ---\n${block}---\n`,
    );
  });

  it('appends the field to a YAML file, with or without a final line feed', () => {
    expect(writeFingerprints('title: 거리\n', fingerprints)).toBe(`title: 거리\n${block}`);
    expect(writeFingerprints('title: 거리', fingerprints)).toBe(`title: 거리\n${block}`);
    expect(writeFingerprints('# 아직 없음\n', fingerprints)).toBe(`# 아직 없음\n${block}`);
  });

  it('replaces the field, and keeps comments, order and quotation marks', () => {
    const text = (inner: string) =>
      `# 위\ntitle:   "거리" # 제목\n\n${inner}\n# 아래\nfacts:\n    - '하나'\n    - >-\n      둘\n      셋\n`;
    for (const old of [
      'translates: # by hand\n  title: pppppp\n  gone: pppppp\n',
      'translates: { title: pppppp,\n  gone: pppppp }\n',
      'translates: {}\n',
      'translates:\n\n  # a comment\n  title: pppppp\n',
    ])
      expect(writeFingerprints(text(old), fingerprints)).toBe(text(block));
  });

  it('replaces the field at the end of a file', () => {
    const once = writeFingerprints('title: 거리\n', { title: 'pppppp' });
    expect(writeFingerprints(once ?? '', fingerprints)).toBe(`title: 거리\n${block}`);
    expect(writeFingerprints('title: 거리\ntranslates: {}', fingerprints)).toBe(`title: 거리\n${block}`);
  });

  it('keeps CRLF and a byte order mark', () => {
    const dos = (text: string) => text.replaceAll('\n', '\r\n');
    expect(writeFingerprints(dos('\uFEFF---\ntitle: 거리\n---\n\n거리.\n'), fingerprints)).toBe(
      dos(`\uFEFF---\ntitle: 거리\n${block}---\n\n거리.\n`),
    );
    expect(writeFingerprints(dos(`title: 거리\n${block}`), fingerprints)).toBe(dos(`title: 거리\n${block}`));
  });

  it('writes an empty mapping for an original without text', () => {
    expect(writeFingerprints('---\n---\n', {})).toBe('---\ntranslates: {}\n---\n');
  });

  it('returns undefined if other data would change', () => {
    expect(writeFingerprints('{ title: 거리 }\n', fingerprints)).toBeUndefined();
    expect(writeFingerprints('title: 거리\n"translates": {}\n', fingerprints)).toBeUndefined();
    expect(writeFingerprints('title: [거리\n', fingerprints)).toBeUndefined();
  });

  it('writes dotted fields as keys', () => {
    const text = writeFingerprints('', { 'results.0.text': 'aaaaaa', body: 'abcdef fedcba' });
    expect(text).toContain('  results.0.text: aaaaaa\n');
  });
});
