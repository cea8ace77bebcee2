import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/model/limits.ts';
import { listPublic } from '../../src/pipeline/public.ts';
import { listFolder } from '../../src/reader/folder.ts';
import { readContent } from '../../src/reader/read.ts';
import { writeSample } from '../sample.ts';

/** A folder with `content/`, `public/`, and something beside them that is nobody's business. */
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hostile-links-'));
  writeSample(join(root, 'content'));
  write('public/robots.txt', 'User-agent: *\n');
  write('outside/secret.txt', 'password\n');
  write('outside/weeks/phase-9-week-1.mdx', '---\nphase: phase-1\n---\n');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

const link = (target: string, path: string) => symlinkSync(target, join(root, path));
const found = (dir: 'content' | 'public') =>
  (dir === 'content' ? readContent(join(root, dir), dir) : listPublic(join(root, dir))).issues.map(
    ({ code, file }) => `${code} ${file.replace(/^.*(?=content|public)/, '')}`,
  );

describe.each(['content', 'public'] as const)('%s/', (dir) => {
  it('is accepted while it has files and folders only', () => {
    expect(found(dir)).toEqual([]);
  });

  it.each([
    ['a link to a file outside', '../outside/secret.txt'],
    ['a link to a folder outside', '../outside'],
    ['a link to a file in the same folder', dir === 'content' ? 'site.yaml' : 'robots.txt'],
    ['a link to its own folder', '.'],
    ['a link to nothing', 'gone'],
    ['a link to an endless file', '/dev/zero'],
  ])('refuses %s, and does not follow it', (_, target) => {
    link(target, `${dir}/odd`);
    expect(found(dir)).toEqual([`file-kind ${dir}/odd`]);
  });

  it('is not followed where it is a link itself', () => {
    rmSync(join(root, dir), { recursive: true });
    link('outside', dir);
    expect(found(dir)).toEqual([`file-kind ${dir}`]);
  });

  it('refuses a pipe at once instead of waiting for its other end', () => {
    execFileSync('mkfifo', [join(root, dir, 'pipe')]);
    expect(found(dir)).toEqual([`file-kind ${dir}/pipe`]);
  });

  it('refuses a socket', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(root, dir, 'socket'), done));
    expect(found(dir)).toEqual([`file-kind ${dir}/socket`]);
    server.close();
  });

  it('refuses folders too deep inside one another', () => {
    const path = [dir, ...Array.from({ length: limits.folderDepth + 1 }, () => 'a')].join('/');
    write(`${path}/robots.txt`, '');
    expect(found(dir)).toEqual([`folder-depth ${path}`]);
  });
});

describe('content/', () => {
  it('refuses a link in the place of an edition and of a collection', () => {
    link('../outside', 'content/2031');
    rmSync(join(root, 'content/2030/weeks'), { recursive: true });
    link('../../outside/weeks', 'content/2030/weeks');
    expect(found('content')).toEqual(['file-kind content/2030/weeks', 'file-kind content/2031']);
  });

  it('refuses a folder with the name of a file', () => {
    mkdirSync(join(root, 'content/2030/calendar.lock.yaml'));
    expect(found('content')).toEqual(['file-kind content/2030/calendar.lock.yaml']);
  });

  it('does not read a file over the limit', () => {
    truncateSync(join(root, 'content/site.yaml'), limits.fileBytes + 1);
    expect(found('content')).toEqual(['file-size content/site.yaml']);
  });

  it('has a limit of its own for ledgers', () => {
    write('content/2030/calendar.lock.yaml', '');
    truncateSync(join(root, 'content/2030/calendar.lock.yaml'), limits.ledgerBytes + 1);
    expect(found('content')).toEqual(['file-size content/2030/calendar.lock.yaml']);
  });
});

describe('public/', () => {
  it('does not read a file over the limit', () => {
    truncateSync(join(root, 'public/robots.txt'), limits.publicFileBytes + 1);
    expect(found('public')).toEqual(['file-size public/robots.txt']);
  });
});

describe('listFolder', () => {
  it('stops at the limit of files', () => {
    const dir = join(root, 'many');
    mkdirSync(dir);
    for (let n = 0; n <= limits.files; n++) writeFileSync(join(dir, `${n}.txt`), '');
    expect(listFolder(dir, 'public').issues).toMatchObject([{ code: 'folder-count', file: 'public' }]);
  });
});
