import type { APIRoute } from 'astro';
import { loadSites, pathTo, settings } from '@/site.ts';

/** The web app manifest, for home screens. */
export const GET: APIRoute = () => {
  const [site] = loadSites();
  const manifest = {
    name: site?.name.text,
    lang: site?.locale,
    start_url: pathTo('/'),
    display: 'browser',
    theme_color: '#14212e',
    background_color: '#14212e',
    icons: (settings.icons ? [192, 512] : []).map((side) => ({
      src: pathTo(`/icon-${side}.png`),
      sizes: `${side}x${side}`,
      type: 'image/png',
    })),
  };
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`);
};
