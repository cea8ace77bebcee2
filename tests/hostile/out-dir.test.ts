import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStaging, publish, refuseOut } from '../../src/pipeline/publish.ts';

/** A project, and room beside it. */
let folder: string;
let root: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'out-dir-'));
  root = join(folder, 'project');
  write('project/content/site.yaml', 'name: A');
  write('project/src/site.ts', '');
  write('project/package.json', '{}');
  write('project/.git/HEAD', '');
  mkdirSync(join(folder, 'elsewhere'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const check = (path: string) =>
  refuseOut(join(folder, path), {
    root,
    sources: [join(root, 'content'), join(folder, 'elsewhere/public')],
  });

describe('refuseOut', () => {
  it.each(['project/dist', 'project/other/site', 'site', 'elsewhere/site'])(
    'accepts the new folder %s',
    (path) => expect(check(path)).resolves.toBeUndefined(),
  );

  it('accepts an empty folder, and one that a build has made', async () => {
    mkdirSync(join(folder, 'site'));
    await check('site');
    const staging = await createStaging(join(folder, 'site'));
    mkdirSync(join(staging, 'site'));
    await publish(join(staging, 'site'), join(folder, 'site'));
    await check('site');
  });

  it('accepts the default folder of a version that left no marker', async () => {
    write('project/dist/index.html', '');
    write('project/dist/calendar.ics', '');
    await check('project/dist');
    write('elsewhere/dist/index.html', '');
    write('elsewhere/dist/calendar.ics', '');
    await expect(check('elsewhere/dist')).rejects.toThrow('it has files that no build has put there');
  });

  it.each([
    'project',
    '.',
    'project/content',
    'project/content/site',
    'project/src/site',
    'project/node_modules',
    'project/.git',
    'project/.astro/site',
    'elsewhere/public',
    'elsewhere/public/site',
    'elsewhere',
  ])('refuses %s, which the project needs', (path) =>
    expect(check(path)).rejects.toThrow('nothing was built'),
  );

  it('refuses a folder with files of others', async () => {
    write('project/dist/thesis.odt', 'mine');
    await expect(check('project/dist')).rejects.toThrow('it has files that no build has put there');
  });

  it('refuses a file, and a link to a folder', async () => {
    write('file', 'mine');
    await expect(check('file')).rejects.toThrow('it is no folder');
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'link'));
    await expect(check('link')).rejects.toThrow('nothing was built');
  });

  it('sees through links on the way to the folder', async () => {
    symlinkSync(join(root, 'content'), join(folder, 'link'));
    await expect(check('link/site')).rejects.toThrow('it is, or holds,');
  });
});

describe('publish', () => {
  it('replaces a site without touching what lies beside it', async () => {
    write('site/index.html', 'old');
    write('mine.txt', 'mine');
    const staging = await createStaging(join(folder, 'site'));
    mkdirSync(join(staging, 'site'));
    await publish(join(staging, 'site'), join(folder, 'site'));
    expect(existsSync(join(folder, 'site/index.html'))).toBe(false);
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
  });
});
