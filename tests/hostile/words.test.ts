import { describe, expect, it } from 'vitest';
import { explainSystemError } from '../../src/pipeline/error.ts';

const systemError = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: something, open '${path}'`), { code, path });

describe('explainSystemError', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'your user has no right to'],
    ['EPERM', 'your user has no right to'],
    ['EISDIR', 'it is a folder'],
    ['ENOTDIR', 'a file stands where a folder is expected'],
  ])('says in words what %s means, and of which file', (code, words) => {
    const text = explainSystemError(systemError(code, '/site/dist'));
    expect(text).toContain('/site/dist cannot be read or written');
    expect(text).toContain(words);
  });

  it('finds it in the cause of another error, and in the words of other programs', () => {
    const error = new Error('The build failed.', { cause: systemError('ENOSPC') });
    expect(explainSystemError(error)).toContain('the disk is full');
    expect(explainSystemError(new Error('No space left on device (os error 28)'))).toContain(
      'the disk is full',
    );
  });

  it('leaves faults of the program alone', () => {
    expect(explainSystemError(new TypeError('x is undefined'))).toBeUndefined();
    expect(explainSystemError('text')).toBeUndefined();
  });
});
