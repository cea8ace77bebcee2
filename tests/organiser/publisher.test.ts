import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import { describe, expect, inject, it } from 'vitest';
import { copyProject } from '../project.ts';
import { listPages, readPage } from '../site/dom.ts';

const checkout = resolve(import.meta.dirname, '../..');
const isNamed = /^publisher:/m.test(readFileSync(join(checkout, 'content/site.yaml'), 'utf8'));
const dir = inject('siteDir');
const read = (path: string) => readFileSync(join(dir, path), 'utf8').replaceAll('\r\n ', '');

/** As long as nobody has been named who publishes the site, nothing on it may speak in the organiser's name. */
describe.runIf(!isNamed)('a site without a publisher', () => {
  it('says on every page that it is an unofficial preview', () => {
    for (const path of listPages(dir)) {
      const footer = readPage(dir, path).querySelector('footer');
      expect(footer?.text, path).toMatch(/Unofficial preview|비공식 미리보기/);
    }
  });

  it('speaks in nobody else’s name in its feeds', () => {
    for (const path of ['calendar.ics', '2022/calendar.ics', '2022/phase-1.ics', '2022/events.ics'])
      expect(read(path)).toMatch(/^DESCRIPTION:.*Unofficial preview/m);
    const feed = parseAtomFeed(read('2022/changes.xml'));
    expect(feed.authors?.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^Unofficial preview/) as string,
    ]);
  });

  it('is not published before somebody answers for it', { timeout: 60_000 }, async () => {
    const project = copyProject(undefined, [
      'src',
      'scripts',
      'astro.config.mjs',
      'tsconfig.json',
      'package.json',
    ]);
    for (const folder of ['content', 'public'])
      cpSync(join(checkout, folder), join(project.root, folder), { recursive: true });
    try {
      const { code, output } = await project.run('build', {
        args: ['--publish'],
        env: { SITE_URL: 'https://champions.example.org' },
      });
      expect(output).toContain('content/site.yaml:1:1 error publisher-missing');
      expect(output).toContain('Write "publisher: {');
      expect(code).toBe(1);
    } finally {
      project.remove();
    }
  });
});
