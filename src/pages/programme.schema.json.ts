import type { APIRoute } from 'astro';
import { exportSchemaAddress } from '@/domain/export.ts';
import { describeExport } from '@/domain/export-schema.ts';
import { urlTo } from '@/site.ts';

/** The schema that every programme.json follows. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(describeExport(urlTo(exportSchemaAddress)), null, 2)}\n`);
