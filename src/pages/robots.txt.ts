import type { APIRoute } from 'astro';
import { urlTo } from '@/site.ts';

/** Everything may be read: calendars above all, which Google fetches only where it may. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${urlTo('/sitemap-index.xml')}\n`);
