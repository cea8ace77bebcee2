import type { APIRoute } from 'astro';
import { renderChangesFeed } from '@/exports/changes-feed.ts';
import { createTranslator } from '@/i18n/translator.ts';
import { type EditionProps, findLedger, loadProgrammes, toEditionPath, urlTo } from '@/site.ts';

/** The changes of an edition as an Atom feed. */
export function getStaticPaths() {
  return loadProgrammes().map(toEditionPath);
}

export const GET: APIRoute<EditionProps> = ({ props: { site, programme } }) => {
  const { edition, locale } = programme;
  const tools = { t: createTranslator(locale), urlTo: (address: string) => urlTo(address, locale) };
  return new Response(renderChangesFeed(site, programme, findLedger(edition), tools));
};
