import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { speculationRules } from './src/format/speculation-rules.ts';
import { fontSources } from './src/pipeline/font-subsets.ts';
import { addressOf, loadSite } from './src/pipeline/load.ts';
import { readSettings } from './src/pipeline/settings.ts';
import { sharedSite, shareSite } from './src/pipeline/shared-site.ts';
import { features, rendererPlugins } from './src/reader/markdown.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
// Our commands have loaded the site already; Astro's own, such as `astro check`, have not.
const loaded =
  sharedSite() ?? shareSite(await loadSite(readSettings(process.env, root), { now: new Date() }));
const { settings } = loaded;
const { base } = addressOf(loaded);

/**
 * The home page has its canonical address at the edition; search engines need no page of searches.
 * @param {string} page
 */
function isListed(page) {
  const path = new URL(page).pathname.slice(base.length);
  return !/^([a-z]{2,3}(-\w+)*\/)?(404\/?|search\/)?$/.test(path);
}

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  // The commands of scripts/ pass site, base and folders: they know site.yaml as well.
  ...(settings.siteUrl === undefined ? {} : { site: settings.siteUrl }),
  publicDir: settings.publicDir,
  integrations: [mdx(), sitemap({ filter: isListed })],
  // The default, 'jsx', eats the space between inline elements on separate lines.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  build: { inlineStylesheets: 'always' },
  // A class is shorter than the attribute that Astro writes otherwise: 200 bytes of a page with gzip.
  scopedStyleStrategy: 'class',
  devToolbar: { enabled: false },
  // The highlighter writes style attributes, which the policy below forbids.
  markdown: {
    processor: satteri({ features, hastPlugins: rendererPlugins }),
    syntaxHighlight: false,
  },
  // Scripts stay files: inlined, they would weigh on the first view of each page.
  // Astro marks modules of MDX with a directive of its own that Rolldown does not know and need not heed.
  vite: { build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } } },
  // Latin that is not there when a page is first drawn stays out until the next page, since a line that holds a
  // word more or less would move all below it. Hangul comes in whenever it is there: a system without any would
  // show boxes.
  fonts: [
    { name: 'Archivo', family: 'latin', display: 'optional', fallbacks: [] },
    { name: 'SUIT', family: 'hangul', display: 'swap', fallbacks: ['system-ui', 'sans-serif'] },
    { name: 'SUIT names', family: 'names', display: 'swap', fallbacks: ['system-ui', 'sans-serif'] },
  ].flatMap(({ family, ...font }) => {
    const [first, ...rest] = fontSources(family, root, process.env.FONTS_DIR);
    if (!first) return [];
    const options = { variants: [first, ...rest] };
    const common = { provider: fontProviders.local(), optimizedFallbacks: false };
    return [{ ...common, ...font, cssVariable: `--font-${family}`, options }];
  }),
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "img-src 'self'",
        "manifest-src 'self'",
      ],
      // Pagefind is a WebAssembly module.
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: [`sha256-${createHash('sha256').update(speculationRules).digest('base64')}`],
      },
    },
  },
});
