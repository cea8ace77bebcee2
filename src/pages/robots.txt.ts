import type { APIRoute } from 'astro';
import { urlTo } from '@/site.ts';

/** Allows everything: Google Calendar fetches feeds only if robots.txt allows it. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${urlTo('/sitemap-index.xml')}\n`);
