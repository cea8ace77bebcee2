import type { APIRoute } from 'astro';
import { exportProgramme } from '@/exports/programme-json.ts';
import { type EditionProps, loadProgrammes, toEditionPath, urlTo } from '@/site.ts';

/** An edition in one language as JSON. */
export function getStaticPaths() {
  return loadProgrammes().map(toEditionPath);
}

export const GET: APIRoute<EditionProps> = ({ props: { site, programme } }) => {
  const urls = { urlTo: (address: string) => urlTo(address, site.locale), fileUrlTo: urlTo };
  return new Response(`${JSON.stringify(exportProgramme(site, programme, urls), null, 2)}\n`);
};
