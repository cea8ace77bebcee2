import { describe, expect, it } from 'vitest';
import { writeConfirmation } from '../../../scripts/lib/translations/confirm.ts';

const words = { title: 'abcdef', body: 'ghijkl mnopab' };
const block = 'translates: # written by npm run translations\n  title: abcdef\n  body: ghijkl mnopab\n';

describe('the field translates', () => {
  it('comes after the fields of a page, and leaves its body alone', () => {
    expect(writeConfirmation('---\ntitle: 거리\n---\n\n거리.\n\n---\n\n끝.', words)).toBe(
      `---\ntitle: 거리\n${block}---\n\n거리.\n\n---\n\n끝.`,
    );
  });

  it('comes into a page that has no fields yet, or no body', () => {
    expect(writeConfirmation('---\n---\n\n거리.\n', words)).toBe(`---\n${block}---\n\n거리.\n`);
    expect(writeConfirmation('---\ntitle: 거리\n---', words)).toBe(`---\ntitle: 거리\n${block}---`);
  });

  it('takes no hyphens within a line for the end of the fields', () => {
    expect(writeConfirmation('---\ntitle: 거리 ---\n---\n', words)).toBe(
      `---\ntitle: 거리 ---\n${block}---\n`,
    );
  });

  it('comes to the end of a file of fields, even where that has no line end', () => {
    expect(writeConfirmation('title: 거리\n', words)).toBe(`title: 거리\n${block}`);
    expect(writeConfirmation('title: 거리', words)).toBe(`title: 거리\n${block}`);
    expect(writeConfirmation('# 아직 없음\n', words)).toBe(`# 아직 없음\n${block}`);
  });

  it('takes the place of the one that is there, and keeps comments, order and quotation marks', () => {
    const text = (inner: string) =>
      `# 위\ntitle:   "거리" # 제목\n\n${inner}\n# 아래\nfacts:\n    - '하나'\n    - >-\n      둘\n      셋\n`;
    for (const old of [
      'translates: # by hand\n  title: pppppp\n  gone: pppppp\n',
      'translates: { title: pppppp,\n  gone: pppppp }\n',
      'translates: {}\n',
      'translates:\n\n  # a comment\n  title: pppppp\n',
    ])
      expect(writeConfirmation(text(old), words)).toBe(text(block));
  });

  it('is the last, and renewed without end', () => {
    const once = writeConfirmation('title: 거리\n', { title: 'pppppp' });
    expect(writeConfirmation(once ?? '', words)).toBe(`title: 거리\n${block}`);
    expect(writeConfirmation('title: 거리\ntranslates: {}', words)).toBe(`title: 거리\n${block}`);
  });

  it('keeps the line ends of Windows and a byte order mark', () => {
    const dos = (text: string) => text.replaceAll('\n', '\r\n');
    expect(writeConfirmation(dos('\uFEFF---\ntitle: 거리\n---\n\n거리.\n'), words)).toBe(
      dos(`\uFEFF---\ntitle: 거리\n${block}---\n\n거리.\n`),
    );
    expect(writeConfirmation(dos(`title: 거리\n${block}`), words)).toBe(dos(`title: 거리\n${block}`));
  });

  it('is empty where the original has no words', () => {
    expect(writeConfirmation('---\n---\n', {})).toBe('---\ntranslates: {}\n---\n');
  });

  it('is not written where it would change what the file says', () => {
    expect(writeConfirmation('{ title: 거리 }\n', words)).toBeUndefined();
    expect(writeConfirmation('title: 거리\n"translates": {}\n', words)).toBeUndefined();
    expect(writeConfirmation('title: [거리\n', words)).toBeUndefined();
  });

  it('has only values that YAML takes for texts', () => {
    const text = writeConfirmation('', { 'results.0.text': 'aaaaaa', body: 'abcdef fedcba' });
    expect(text).toContain('  results.0.text: aaaaaa\n');
  });
});
