import { describe, expect, it } from 'vitest';
import { normalizeBase, readSettings, resolveAddress, toEnvironment } from '../../src/pipeline/settings.ts';

const read = (env: Record<string, string>) => readSettings(env, '/project');
const address = (env: Record<string, string>, configured?: string) => resolveAddress(read(env), configured);

describe('readSettings', () => {
  it('takes the project folders and a preview where nothing is set', () => {
    expect(read({})).toEqual({
      siteUrl: undefined,
      basePath: undefined,
      contentDir: '/project/content',
      publicDir: '/project/public',
      outDir: '/project/dist',
      publish: false,
      ci: false,
      port: 4321,
    });
  });

  it('takes an empty value for none, as workflows pass it', () => {
    expect(read({ SITE_URL: '', BASE_PATH: ' ', PORT: '' })).toEqual(read({}));
  });

  it('knows a run of a CI service', () => {
    const runs = ['true', '1', 'woodpecker', 'false', '0'].map((CI) => read({ CI }).ci);
    expect(runs).toEqual([true, true, true, false, false]);
  });

  it('takes folders from the project, and absolute ones as they are', () => {
    const settings = read({ CONTENT_DIR: 'tests/small/content', OUT_DIR: '/elsewhere/site' });
    expect(settings.contentDir).toBe('/project/tests/small/content');
    expect(settings.outDir).toBe('/elsewhere/site');
  });

  it.each([
    ['some-repo', '/some-repo/'],
    ['/some-repo', '/some-repo/'],
    ['some-repo/', '/some-repo/'],
    ['//a//b//', '/a/b/'],
    ['/', '/'],
  ])('writes the base path %s as %s', (given, expected) => {
    expect(normalizeBase(given)).toBe(expected);
    expect(read({ BASE_PATH: given }).basePath).toBe(expected);
  });

  it('says which value is wrong, and what to write instead', () => {
    const explain = (env: Record<string, string>) => {
      try {
        read(env);
      } catch (error) {
        return String(error);
      }
      return 'no error';
    };
    const wrong: Record<string, string>[] = [
      { SITE_URL: 'champions.example.org' },
      { SITE_URL: 'some words' },
      { SITE_URL: 'ftp://champions.example.org' },
      { SITE_URL: 'http://champions.example.org/' },
      { SITE_URL: 'https://champions.example.org/?a=1' },
      { SITE_URL: 'https://champions.example.org/a%20b/' },
      { BASE_PATH: '/some repo/' },
      { BASE_PATH: '/../' },
      { PUBLISH: 'yes' },
      { PORT: '70000', BASE_PATH: 'a?b' },
    ];
    expect(wrong.map(explain)).toMatchInlineSnapshot(`
      [
        "SettingsError: The environment's SITE_URL is "champions.example.org": it is no address of a site. Write it in full, such as https://champions.example.org.",
        "SettingsError: The environment's SITE_URL is "some words": it is no address of a site. Write it in full, such as https://champions.example.org.",
        "SettingsError: The environment's SITE_URL is "ftp://champions.example.org": it is no address of a site. Write it in full, such as https://champions.example.org.",
        "SettingsError: The environment's SITE_URL is "http://champions.example.org/": it is not safe from changes on its way. Write https://champions.example.org/.",
        "SettingsError: The environment's SITE_URL is "https://champions.example.org/?a=1": it has more than a host and a path. Write https://champions.example.org/.",
        "SettingsError: The environment's SITE_URL is "https://champions.example.org/a%20b/": it has a path with other signs than letters, digits, hyphens and slashes. Write a plain path, such as /some-repo/.",
        "SettingsError: The environment's BASE_PATH is "/some repo/": it is no path. Write letters, digits, hyphens and slashes, such as /some-repo/.",
        "SettingsError: The environment's BASE_PATH is "/../": it is no path. Write letters, digits, hyphens and slashes, such as /some-repo/.",
        "SettingsError: The environment's PUBLISH is "yes": it is neither true nor false. Write true or false.",
        "SettingsError: The environment's BASE_PATH is "a?b": it is no path. Write letters, digits, hyphens and slashes, such as /some-repo/.
      The environment's PORT is "70000": it is no port. Write a number from 0 to 65535, such as 4321.",
      ]
    `);
  });
});

describe('resolveAddress', () => {
  it('is loopback where no address is known', () => {
    expect(address({})).toEqual({ site: 'http://localhost:4321', base: '/' });
  });

  it('takes site.yaml, and the environment before it', () => {
    const configured = 'https://champions.example.org/';
    expect(address({}, configured)).toEqual({ site: 'https://champions.example.org', base: '/' });
    expect(address({ SITE_URL: 'https://preview.example.net' }, configured).site).toBe(
      'https://preview.example.net',
    );
  });

  it('honours a project page, its path in either place', () => {
    const expected = { site: 'https://organiser.github.io', base: '/some-repo/' };
    expect(address({ SITE_URL: 'https://organiser.github.io/some-repo' })).toEqual(expected);
    expect(address({ SITE_URL: 'https://organiser.github.io', BASE_PATH: 'some-repo' })).toEqual(expected);
    expect(address({ SITE_URL: 'https://organiser.github.io/some-repo/', BASE_PATH: '/some-repo' })).toEqual(
      expected,
    );
    expect(address({ BASE_PATH: '/some-repo' }).base).toBe('/some-repo/');
  });

  it('refuses two paths that disagree', () => {
    expect(() =>
      address({ SITE_URL: 'https://organiser.github.io/one', BASE_PATH: '/two/' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[SettingsError: The address https://organiser.github.io/one ends in /one/, but BASE_PATH is /two/. Write the same path in both, or leave BASE_PATH out.]`,
    );
  });

  it('refuses to publish without a public address', () => {
    expect(() => address({ PUBLISH: 'true' })).toThrowErrorMatchingInlineSnapshot(
      `[SettingsError: A site that is published needs its public address. Write it as "url" in content/site.yaml, or set SITE_URL, such as SITE_URL=https://champions.example.org.]`,
    );
    expect(() =>
      address({ PUBLISH: 'true', SITE_URL: 'http://localhost:4321' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[SettingsError: A site that is published needs a public address, and http://localhost:4321 is this computer's own. Write the public one as "url" in content/site.yaml, or set SITE_URL.]`,
    );
    expect(address({ PUBLISH: 'true' }, 'https://champions.example.org').base).toBe('/');
  });
});

describe('toEnvironment', () => {
  it('reads back as the same settings and the same address', () => {
    const settings = read({
      SITE_URL: 'https://organiser.github.io/some-repo',
      PUBLISH: '1',
      OUT_DIR: 'out',
    });
    const resolved = resolveAddress(settings);
    const again = read(toEnvironment(settings, resolved));
    expect(resolveAddress(again)).toEqual(resolved);
    expect(again).toEqual({ ...settings, siteUrl: resolved.site, basePath: resolved.base });
  });
});
