import type { APIRoute } from 'astro';
import { listScheduleRows, writeCsv } from '@/exports/schedule-csv.ts';
import { createTranslator } from '@/i18n/translator.ts';
import { type EditionProps, loadProgrammes, toEditionPath, urlTo } from '@/site.ts';

/** The weeks and events of an edition as CSV. */
export function getStaticPaths() {
  return loadProgrammes().map(toEditionPath);
}

export const GET: APIRoute<EditionProps> = ({ props: { site, programme } }) => {
  const { locale } = programme;
  const toUrl = (address: string) => urlTo(address, locale);
  return new Response(writeCsv(listScheduleRows(site, programme, createTranslator(locale), toUrl)));
};
