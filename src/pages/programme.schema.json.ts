import type { APIRoute } from 'astro';
import { exportSchemaAddress } from '@/exports/programme-json.ts';
import { describeExport } from '@/exports/programme-json-schema.ts';
import { urlTo } from '@/site.ts';

/** The JSON schema of programme.json. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(describeExport(urlTo(exportSchemaAddress)), null, 2)}\n`);
