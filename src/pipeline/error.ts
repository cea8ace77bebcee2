/** An error that the user can correct: commands print its message without a stack trace. */
export class PlainError extends Error {
  override name = 'PlainError';
}

/** What the system says of files, in words: why, and what to do. */
const systemErrors: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  ENOSPC: ['the disk is full', 'Make room on it'],
  EDQUOT: ['your share of the disk is used up', 'Make room on it'],
  EROFS: ['the disk or folder is read-only', 'Choose another, or allow writing'],
  EACCES: ['your user has no right to', 'Change the rights of the file or folder'],
  EPERM: ['your user has no right to', 'Change the rights of the file or folder'],
  EISDIR: ['it is a folder, and a file is expected', 'Rename or delete it'],
  ENOTDIR: ['a file stands where a folder is expected', 'Rename or delete it'],
  ENAMETOOLONG: ['its name is too long', 'Shorten the name'],
  EMFILE: ['too many files are open', 'End other programs'],
};

/**
 * Explains an error of the file system that the user can mend, also one that is the cause of another.
 * @returns undefined for any other error
 */
export function explainSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path, message } = error as NodeJS.ErrnoException;
  // Programs that are not written in JavaScript pass on the text alone.
  const isFull = /no space left on device/i.test(message);
  const words = systemErrors[isFull ? 'ENOSPC' : (code ?? '')];
  if (!words) return explainSystemError(error.cause);
  const [why, fix] = words;
  return `${path ?? 'A file'} cannot be read or written: ${why}. ${fix}, and run the same command again.`;
}
