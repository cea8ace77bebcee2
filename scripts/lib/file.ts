import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file under another name first: whoever reads it sees the old one or the new one, whole. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}~`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
