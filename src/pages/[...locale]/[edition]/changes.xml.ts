import type { APIRoute } from 'astro';
import { writeAtom } from '@/exports/atom.ts';
import { describeChangesFeed } from '@/exports/changes-feed.ts';
import { createTranslator } from '@/i18n/translator.ts';
import { type EditionProps, findLedger, loadProgrammes, toEditionPath, urlTo } from '@/site.ts';

/** What has changed in an edition, for feed readers. */
export function getStaticPaths() {
  return loadProgrammes().map(toEditionPath);
}

export const GET: APIRoute<EditionProps> = ({ props: { site, programme } }) => {
  const { edition, locale } = programme;
  const tools = { t: createTranslator(locale), urlTo: (address: string) => urlTo(address, locale) };
  return new Response(writeAtom(describeChangesFeed(site, programme, findLedger(edition), tools)));
};
