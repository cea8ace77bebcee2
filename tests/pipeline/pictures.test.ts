import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../src/pipeline/environment.ts';
import { loadSite, requireModel, type SiteModel } from '../../src/pipeline/load.ts';
import { startPictures } from '../../src/pipeline/pictures.ts';
import { readSettings } from '../../src/pipeline/settings.ts';
import { gardens } from '../project.ts';

const settings = readSettings(
  { CONTENT_DIR: join(gardens, 'content'), PUBLIC_DIR: join(gardens, 'public') },
  root,
);
const model = requireModel(await loadSite(settings, { now: new Date('2022-03-01') }), 'Nothing was drawn');
/** The site in one language and with its home page alone: two pages share its picture. */
const small: SiteModel = {
  ...model,
  published: model.published.slice(0, 1).map((site) => ({
    ...site,
    programmes: site.programmes.map((programme) => ({
      ...programme,
      weeks: [],
      topics: [],
      events: [],
      pages: [],
    })),
  })),
};

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pictures-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('startPictures', () => {
  it('draws a picture for every page, equal ones once', async () => {
    const { files, drawn } = startPictures(small, dir);
    await drawn;
    const byPath = new Map(files.map(({ path, name }) => [path, name]));
    expect(byPath.get('/og/2022.png')).toBe(byPath.get('/og/index.png'));
    expect(new Set(readdirSync(dir))).toEqual(new Set(files.map(({ name }) => name)));
  });

  it('takes a picture that was drawn before as it is, and draws the others', async () => {
    const first = startPictures(small, dir);
    await first.drawn;
    const [kept = '', lost = ''] = readdirSync(dir);
    const bytes = readFileSync(join(dir, lost));
    writeFileSync(join(dir, kept), 'kept');
    rmSync(join(dir, lost));
    await startPictures(small, dir).drawn;
    expect(readFileSync(join(dir, kept), 'utf8')).toBe('kept');
    expect(readFileSync(join(dir, lost)).equals(bytes)).toBe(true);
  });

  it('throws where the drawings are awaited', async () => {
    const { drawn } = startPictures(small, dir);
    rmSync(dir, { recursive: true });
    await expect(drawn).rejects.toThrow(/ENOENT/);
    dir = mkdtempSync(join(tmpdir(), 'pictures-'));
  });
});
