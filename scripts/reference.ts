import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../src/pipeline/environment.ts';
import { runCommand } from './lib/command.ts';
import { replaceFile } from './lib/file.ts';
import { generateReference } from './lib/reference/files.ts';

// npm run reference
await runCommand(async () => {
  const files = await generateReference();
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await replaceFile(join(root, path), text);
  }
  console.log(`${files.size} files written. Look at them with git diff, and commit them.`);
});
