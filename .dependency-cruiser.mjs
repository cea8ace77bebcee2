/** The layers of the project. A folder imports only what its rule allows; types count. See docs/architecture.md. */

const own = (...folders) => folders.map((folder) => `^src/${folder}/`);
const packages = (...names) => names.map((name) => `^node_modules/(@types/)?${name}(/|$)`);

/** @param {string} folder @param {string[]} allowed */
const pureLayer = (folder, allowed) => ({
  name: `${folder}-imports`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { pathNot: [`^${folder}/`, ...allowed] },
});

/** The same for a folder that uses Node's own modules.
 * @param {string} folder @param {string[]} allowed
 */
const layer = (folder, allowed) => {
  const rule = pureLayer(folder, allowed);
  return { ...rule, to: { ...rule.to, dependencyTypesNot: ['core'] } };
};

/** What pure folders may take: no files, no clock, no Astro. */
const pure = packages('zod', 'date-fns', '@date-fns/tz', 'fastest-levenshtein');

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^astro:' } },
    {
      name: 'no-pages',
      comment: 'Nothing imports a page or a command.',
      severity: 'error',
      from: {},
      to: { path: '^(src/(pages|layouts)/|scripts/[^/]+$)' },
    },
    pureLayer('src/model', [...pure, ...packages('city-timezones'), '^src/i18n/en\\.json$']),
    pureLayer('src/format', [...pure, ...own('model')]),
    pureLayer('src/calendar', [...pure, ...own('model', 'format')]),
    pureLayer('src/map', [...pure, ...own('model', 'format')]),
    pureLayer('src/search', [...pure, ...own('model', 'format')]),
    layer('src/reader', [
      ...own('model', 'format', 'calendar'),
      ...packages('zod', 'yaml', 'satteri', 'saxes', 'github-slugger'),
    ]),
    layer('src/i18n', [...own('model'), ...packages('intl-messageformat')]),
    layer('src/exports', [
      ...own('model', 'format', 'calendar', 'reader'),
      ...packages('zod', 'schema-dts', 'feedsmith', 'satori', '@resvg', 'sharp', 'subset-font', 'react'),
    ]),
    layer('src/pipeline', [
      ...own('model', 'format', 'calendar', 'search', 'reader', 'exports', 'i18n'),
      ...packages('zod', 'astro', 'pagefind', 'sharp', 'subset-font'),
    ]),
    pureLayer('src/components', own('model', 'format', 'calendar', 'search', 'map')),
    {
      name: 'src-without-scripts',
      severity: 'error',
      from: { path: '^(src/|astro\\.config)' },
      to: { path: '^scripts/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
