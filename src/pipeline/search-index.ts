import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { close, createIndex, type CustomRecord } from 'pagefind';
import { createTranslator } from '../i18n/translator.ts';
import { createPaths } from '../model/address.ts';
import type { Site } from '../model/site.ts';
import type { searchWeights } from '../search/kind.ts';
import { listRecords } from '../search/records.ts';
import type { SearchRecord } from '../search/record.ts';
import { listSuffixes, packHangul } from '../search/hangul.ts';
import { writeTag } from '../search/tag.ts';
import { listWords } from '../search/words.ts';
import { createInterface, indexAddressOf } from '../search/interface.ts';

/** What was indexed of a language. */
export interface IndexedLanguage {
  locale: string;
  records: number;
  /** How many different words a misspelt one is compared with. */
  words: number;
}

/** Milliseconds that Pagefind has for an answer: 10,000 records take it some seconds. */
const patience = 120_000;

/** What Pagefind writes for those who use its interface, or a worker; we use neither. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./;

/**
 * Writes an index of each language into a site, with the words of the interface and the words that a misspelt
 * one is compared with. The same content gives the same bytes.
 * @param dir the folder of the site
 * @param sites the site in each of its languages, the default first
 * @param base the path that the site is served from, with a slash at both ends
 * @throws if Pagefind reports anything at all: it goes on by itself, with an index that lacks something
 */
export async function writeSearch(
  dir: string,
  sites: readonly Site[],
  base: string,
): Promise<IndexedLanguage[]> {
  const defaultLocale = sites[0]?.locale ?? '';
  const toPath = createPaths({ base: '/', defaultLocale });
  const pathTo = createPaths({ base, defaultLocale });
  const done: IndexedLanguage[] = [];
  try {
    for (const site of sites) {
      const { locale } = site;
      const t = createTranslator(locale);
      const outputPath = join(dir, indexAddressOf(locale));
      const records = listRecords(site, t);
      const entries = records.map((record) => toCustomRecord(record, locale, toPath(record.address, locale)));
      await writeIndex(outputPath, entries);
      const known = listWords(records);
      await writeFile(join(outputPath, 'words.json'), JSON.stringify(known));
      const text = createInterface(site, records, t, pathTo);
      await writeFile(join(outputPath, 'interface.json'), JSON.stringify(text));
      done.push({ locale, records: records.length, words: known.length });
    }
  } finally {
    await close();
  }
  return done;
}

/** A record as Pagefind takes it. What is needed to show it and must not be found stands in its tags. */
function toCustomRecord(record: SearchRecord, locale: string, url: string): CustomRecord {
  const { kind, title, label, dates, edition, phases, status, words, content, byEditors, contentLang } =
    record;
  // Pagefind leaves out what has no text.
  const text = content.join(' ') || title.text;
  const tags = [
    ['kind', kind],
    ['edition', edition],
    ...phases.map((phase) => ['phase', String(phase)]),
    // Said only where it is not what goes without saying.
    ...(status === 'scheduled' ? [] : [['status', status]]),
    ...(byEditors ? [['author', 'editors']] : []),
    ...(title.lang === locale ? [] : [['titleLang', title.lang]]),
    ...(contentLang === locale ? [] : [['textLang', contentLang]]),
  ];
  const meta: Record<keyof typeof searchWeights, string> = {
    title: title.text,
    label,
    dates,
    words: words.join(' '),
    insideTitle: listSuffixes(title.text).join(' '),
    inside: listSuffixes([label, ...words, text].join(' ')).join(' '),
    tags: tags.map(([name = '', value = '']) => writeTag(name, value)).join(' '),
  };
  return {
    url,
    language: locale,
    content: packHangul(text),
    meta: Object.fromEntries(
      Object.entries(meta)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => [name, packHangul(value)]),
    ),
  };
}

async function writeIndex(outputPath: string, records: readonly CustomRecord[]): Promise<void> {
  // Pagefind's program dies where it cannot write, and says so to nobody.
  await mkdir(outputPath, { recursive: true });
  const { index, errors } = await answer(createIndex());
  if (!index) throw explain(errors);
  refuse(errors);
  const responses = await answer(Promise.all(records.map((record) => index.addCustomRecord(record))));
  refuse(responses.flatMap((response) => response.errors));
  refuse((await answer(index.writeFiles({ outputPath }))).errors);
  await answer(index.deleteIndex());
  for (const name of await readdir(outputPath)) if (unused.test(name)) await rm(join(outputPath, name));
}

/** Waits for what Pagefind was asked. If its program has died it never answers, and the build would just end. */
async function answer<T>(asked: Promise<T>): Promise<T> {
  const controller = new AbortController();
  const silence = setTimeout(patience, undefined, controller).then(() => {
    throw new Error('The search index could not be written: Pagefind does not answer.');
  });
  try {
    return await Promise.race([asked, silence]);
  } finally {
    silence.catch(() => undefined);
    controller.abort();
  }
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw explain(errors);
}

const explain = (errors: readonly string[]) =>
  new Error(`The search index could not be written. Pagefind says: ${errors.join('; ') || 'nothing'}`);
