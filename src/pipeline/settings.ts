import { resolve } from 'node:path';
import { z } from 'zod';

/** What the environment says about a build. Folders are absolute. */
export interface Settings {
  /** The public address as given, or undefined: site.yaml may have it. */
  siteUrl: string | undefined;
  /** The folder of the address, with a slash at both ends, or undefined: the address may have it. */
  basePath: string | undefined;
  contentDir: string;
  publicDir: string;
  outDir: string;
  /** A build for the public: no drafts, and an address is a must. */
  publish: boolean;
  /** Whether this is a run of a CI service. */
  ci: boolean;
  /** The first port that the local servers try. */
  port: number;
}

/** Where a site lives: what Astro calls `site` and `base`. */
export interface Address {
  /** An origin without a slash at its end, such as `https://champions.example.org`. */
  site: string;
  /** A path with a slash at both ends, such as `/some-repo/`, or `/`. */
  base: string;
}

/** The environment holds a value that cannot be used. The message says which, why, and what to write instead. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** The address of a preview: that of `npm start`. */
const localSite = 'http://localhost:4321';

const flags: Record<string, boolean> = { true: true, 1: true, false: false, 0: false };

const environmentSchema = z.object({
  SITE_URL: z
    .string()
    .superRefine((value, context) => {
      const message = explainUrl(value);
      if (message) context.addIssue({ code: 'custom', message });
    })
    .optional(),
  BASE_PATH: z
    .string()
    .transform(normalizeBase)
    .refine(isBase, {
      error: 'is no path. Write letters, digits, hyphens and slashes, such as /some-repo/.',
    })
    .optional(),
  CONTENT_DIR: z.string().default('content'),
  PUBLIC_DIR: z.string().default('public'),
  OUT_DIR: z.string().default('dist'),
  PUBLISH: z
    .string()
    .refine((value) => value in flags, { error: 'is neither true nor false. Write true or false.' })
    .transform((value) => flags[value] === true)
    .default(false),
  CI: z.string().optional(),
  PORT: z
    .string()
    .regex(/^\d+$/, { error: 'is no port. Write a number from 0 to 65535, such as 4321.' })
    .transform(Number)
    .refine((value) => value <= 65535, { error: 'is no port. Write a number from 0 to 65535, such as 4321.' })
    .default(4321),
});

/**
 * Reads SITE_URL, BASE_PATH, CONTENT_DIR, PUBLIC_DIR, OUT_DIR, PUBLISH, CI and PORT. An empty value counts
 * as none, as workflows pass one for a variable that is not set.
 * @param env such as `process.env`
 * @param root the project's folder: relative folders are taken from it
 * @throws SettingsError naming every value that cannot be used
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, root: string): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => (value?.trim() ?? '') !== ''));
  const result = environmentSchema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `The environment's ${name} is "${given[name] ?? ''}": it ${issue.message}`;
    });
    throw new SettingsError(lines.join('\n'));
  }
  const data = result.data;
  return {
    siteUrl: data.SITE_URL,
    basePath: data.BASE_PATH,
    contentDir: resolve(root, data.CONTENT_DIR),
    publicDir: resolve(root, data.PUBLIC_DIR),
    outDir: resolve(root, data.OUT_DIR),
    publish: data.PUBLISH,
    ci: data.CI !== undefined && flags[data.CI] !== false,
    port: data.PORT,
  };
}

/**
 * Says where the site lives. The environment goes before site.yaml; the path of a public address is the
 * base path, unless BASE_PATH says it.
 * @param settings what the environment says
 * @param configured `url` of site.yaml
 * @throws SettingsError if a publishing build has no public address, or the two paths disagree
 */
export function resolveAddress(
  settings: Pick<Settings, 'siteUrl' | 'basePath' | 'publish'>,
  configured?: string,
): Address {
  const given = settings.siteUrl ?? configured;
  const url = new URL(given ?? localSite);
  if (settings.publish && (given === undefined || isLocal(url))) {
    throw new SettingsError(
      given === undefined
        ? 'A site that is published needs its public address. Write it as "url" in content/site.yaml, or set SITE_URL, such as SITE_URL=https://champions.example.org.'
        : `A site that is published needs a public address, and ${given} is this computer's own. Write the public one as "url" in content/site.yaml, or set SITE_URL.`,
    );
  }
  const path = normalizeBase(url.pathname);
  if (settings.basePath !== undefined && path !== '/' && path !== settings.basePath) {
    throw new SettingsError(
      `The address ${String(given)} ends in ${path}, but BASE_PATH is ${settings.basePath}. Write the same path in both, or leave BASE_PATH out.`,
    );
  }
  return { site: url.origin, base: settings.basePath ?? path };
}

/**
 * The environment that says the same as these settings, for what reads them later in the same process,
 * as Astro's configuration does.
 */
export function toEnvironment(settings: Settings, address: Address): Record<string, string> {
  return {
    SITE_URL: address.site,
    BASE_PATH: address.base,
    CONTENT_DIR: settings.contentDir,
    PUBLIC_DIR: settings.publicDir,
    OUT_DIR: settings.outDir,
    PUBLISH: String(settings.publish),
    PORT: String(settings.port),
  };
}

/** Slashes as Astro's `base` wants them: one at each end, never two in a row. */
export function normalizeBase(path: string): string {
  return `/${path.trim()}/`.replaceAll(/\/+/g, '/');
}

function isBase(path: string): boolean {
  const segments = path.split('/').filter(Boolean);
  return segments.every((segment) => /^[\w.~-]+$/.test(segment) && !/^\.+$/.test(segment));
}

function explainUrl(value: string): string | undefined {
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol)) {
    const bare = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/.*)?$/.test(value);
    const example = bare ? `https://${value}` : 'https://champions.example.org';
    return `is no address of a site. Write it in full, such as ${example}.`;
  }
  if (url.protocol === 'http:' && !isLocal(url)) {
    return `is not safe from changes on its way. Write https://${url.host}${url.pathname}.`;
  }
  if (url.search || url.hash || url.username || url.password) {
    return `has more than a host and a path. Write ${url.origin}${url.pathname}.`;
  }
  if (!isBase(url.pathname)) {
    return 'has a path with other signs than letters, digits, hyphens and slashes. Write a plain path, such as /some-repo/.';
  }
  return undefined;
}

const isLocal = (url: URL) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
