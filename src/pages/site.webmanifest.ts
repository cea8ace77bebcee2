import type { APIRoute } from 'astro';
import { loadSite } from '@/programme.ts';
import { pathTo, settings } from '@/site.ts';

/** What a phone shows where the site is kept on its home screen. */
export const GET: APIRoute = async () => {
  const { name, locale } = await loadSite(settings.defaultLocale);
  const icons = (settings.icons ? [192, 512] : []).map((side) => ({
    ...{ src: pathTo(`/icon-${side}.png`), sizes: `${side}x${side}`, type: 'image/png' },
  }));
  const colours = { theme_color: '#14212e', background_color: '#14212e' };
  const manifest = {
    name: name.text,
    lang: locale,
    start_url: pathTo('/'),
    display: 'browser',
    ...colours,
    icons,
  };
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`);
};
