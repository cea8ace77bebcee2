import { hasErrors } from '../format/issues.ts';
import { assembleSite } from '../model/assemble.ts';
import { compareIssues, type Issue } from '../model/issue.ts';
import type { Site } from '../model/site.ts';
import { compareLedgers, type EditionCalendar } from './calendars.ts';
import { examineFiles, findIssues, loadContent, refuseErrors, type Content } from './content.ts';
import { resolveAddress, type Address, type Settings } from './settings.ts';

/** The model of a site: what every page, feed, export and report is a view of. */
export interface SiteModel {
  /** The site in each of its languages, the default first, without what this build leaves out. */
  published: Site[];
  /** The same with drafts: calendars follow what becomes of an edition that turns into a draft. */
  sites: Site[];
  calendars: EditionCalendar[];
}

/** A site that was read, validated and assembled, once. */
export interface LoadedSite {
  settings: Settings;
  content: Content;
  issues: Issue[];
  /** Undefined if there are errors among the issues: the model of broken content would be wrong. */
  model: SiteModel | undefined;
}

export interface LoadOptions {
  /** The instant of the load: some rules compare with today. */
  now: Date;
  /** The time of an update of the ledgers, see `compareLedgers`. */
  updateTime?: string | undefined;
}

/** Reads, validates and assembles a site: the one load of a build, a check or a command. */
export async function loadSite(settings: Settings, { now, updateTime }: LoadOptions): Promise<LoadedSite> {
  const content = await examineFiles(settings, loadContent(settings));
  const found = findIssues(settings, content, undefined, now);
  const model = hasErrors(found) ? undefined : assembleModel(settings, content, updateTime);
  // Questions that only a person can answer, such as whether a file was renamed or is new.
  const questions = model?.calendars.flatMap(({ update }) => update.issues) ?? [];
  const issues = [...found, ...questions].sort(compareIssues);
  return { settings, content, issues, model: hasErrors(questions) ? undefined : model };
}

/**
 * The model of a loaded site.
 * @param outcome what the error says came of it: "Nothing was written, since the content has"
 * @throws PlainError if the content has errors
 */
export function requireModel({ issues, model }: LoadedSite, outcome: string): SiteModel {
  refuseErrors(issues, outcome);
  if (!model) throw new Error('Content without errors has a model.');
  return model;
}

/** Where the site is published: the environment says so, or site.yaml. */
export function addressOf({ settings, content }: Pick<LoadedSite, 'settings' | 'content'>): Address {
  return resolveAddress(settings, content.library.originals.site[0]?.data.url);
}

/** Assembles content that has no errors. */
export function assembleModel(
  { publish }: Pick<Settings, 'publish'>,
  { library, ledgers }: Pick<Content, 'library' | 'ledgers'>,
  updateTime?: string,
): SiteModel {
  const languages = library.originals.site[0]?.data.languages ?? [];
  const assemble = (drafts: boolean) => languages.map((locale) => assembleSite(library, { locale, drafts }));
  const sites = assemble(true);
  return {
    published: publish ? assemble(false) : sites,
    sites,
    calendars: compareLedgers(sites, ledgers, updateTime),
  };
}
