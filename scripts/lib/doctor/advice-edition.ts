import type { Advice } from './advice.ts';
import { findPosition, type Library } from '../../../src/model/entry.ts';
import { dayAt, isTimeZone } from '../../../src/model/timezone.ts';
import { reviewTranslations, type Hash } from '../../../src/model/translation.ts';

const at = (entry: Library['originals']['site' | 'programmes'][number], field: string) => ({
  file: entry.file,
  ...findPosition(entry.positions, field),
});

/** Says of each language in one sentence what is missing or old. */
export function adviseTranslations(library: Library, hash: Hash): Advice[] {
  const [site] = library.originals.site;
  if (!site) return [];
  const reviews = Map.groupBy(reviewTranslations(library, hash), ({ lang }) => lang);
  return [...reviews].flatMap(([lang, all]): Advice[] => {
    const there = all.filter(({ translation }) => translation !== undefined);
    const counts = [
      [all.length - there.length, 'not translated'],
      [there.filter(({ missing }) => missing.length > 0).length, 'without some of the words'],
      [there.filter(({ changes = [] }) => changes.length > 0).length, 'older than the original'],
      [there.filter(({ changes }) => changes === undefined).length, 'never compared with the original'],
    ] as const;
    const said = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
    if (said.length === 0) return [];
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(lang) ?? lang;
    return [
      {
        topic: 'translations',
        ...at(site, `languages.${site.data.languages.indexOf(lang)}`),
        message: `${name}, of ${all.length} files: ${said.join(', ')}.`,
        fix: `npm run translations -- --lang ${lang} lists them.`,
      },
    ];
  });
}

/** Advises to add results to editions that are over. */
export function adviseEditions(library: Library, now: Date): Advice[] {
  return library.originals.programmes
    .filter(({ data }) => {
      const isOver =
        data.state === 'ended' || (isTimeZone(data.timezone) && dayAt(now, data.timezone) > data.end);
      return isOver && !data.draft && (data.results ?? []).length === 0;
    })
    .map((programme) => ({
      topic: 'editions',
      ...at(programme, 'state'),
      message: `${programme.data.title.text} is over, and nothing is said of what came of it.`,
      fix: 'Write "results" below the other fields, a sentence each: how many took part, who won, where to read more.',
    }));
}

/** Names what visitors and the published site need of site.yaml, and the check does not ask for. */
export function adviseSite(library: Library): Advice[] {
  const [site] = library.originals.site;
  if (!site) return [];
  const { contact, url } = site.data;
  const missing: Pick<Advice, 'message' | 'fix'>[] = [];
  if (!contact?.email && !contact?.url)
    missing.push({
      message: 'Visitors find no way to reach the organiser: "contact" is missing.',
      fix: 'Write "contact:" and below it "  email: …" or "  url: …", an address that somebody reads.',
    });
  if (url === undefined)
    missing.push({
      message: 'The public address of the site is not written down: "url" is missing.',
      fix: 'Write "url: https://…" once it is known. Until then whoever publishes the site sets SITE_URL.',
    });
  return missing.map((words) => ({ topic: 'site', ...at(site, ''), ...words }));
}
