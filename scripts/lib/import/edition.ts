import { parse } from 'yaml';
import type { Content } from '../../../src/pipeline/content.ts';
import { splitFields } from '../yaml-edit.ts';
import { valueAt, type Entry, type Library } from '../../../src/model/entry.ts';
import { isText } from '../../../src/model/text.ts';
import { chooseOption } from '../command.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import type { Kind } from './columns.ts';
import type { Edition } from './row.ts';
import type { SourceEvent } from './table.ts';
import { hasHangul } from './values.ts';

/** An entry of the edition, as rows are compared with it. */
export type Existing = ReturnType<typeof listExisting>[number];

/** The value at a dotted path of parsed fields; of words for visitors the text. */
export function textAt(data: unknown, path: string): unknown {
  const value = valueAt(data, path);
  return isText(value) ? value.text : value;
}

/**
 * The programme of the edition to import into.
 * @param wanted the edition; without it the current one of site.yaml
 * @throws PlainError if there is none that can be read
 */
export function findProgramme({ library }: Content, wanted: string | undefined): Entry<'programmes'> {
  const { programmes, site } = library.originals;
  const editions = programmes.map(({ edition = '' }) => edition);
  const edition = wanted === undefined ? site[0]?.data.current : chooseOption('edition', wanted, editions);
  const found = programmes.find((programme) => programme.edition === edition);
  if (found) return found;
  throw new PlainError('The current edition cannot be read. npm run check says what is wrong.');
}

/** What the content says that rows are read against, and the currency of its prizes, if they have one. */
export function readEdition(
  { library }: Content,
  { edition = '', data: { start, end, timezone } }: Entry<'programmes'>,
): Edition & { currency: string | undefined } {
  const { phases, topics, prizes, site } = library.originals;
  const isOwn = (entry: Entry) => entry.edition === edition;
  const namesOf = (entry: Entry) => listNames(entry, listTranslations(library, entry));
  const [currency, ...others] = new Set(
    prizes.filter(isOwn).flatMap(({ data }) => data.amount?.currency ?? []),
  );
  const languages = site[0]?.data.languages ?? ['en'];
  return {
    edition,
    term: { start, end },
    timezone,
    phases: phases
      .filter(isOwn)
      .map((phase) => ({ id: phase.id, number: phase.data.number, names: namesOf(phase) })),
    topics: topics.filter(isOwn).map((topic) => ({ id: topic.id, names: namesOf(topic) })),
    isForeign: (text) => languages[0] !== 'ko' && languages.includes('ko') && hasHangul(text),
    currency: others.length === 0 ? currency : undefined,
  };
}

const listTranslations = ({ translations }: Library, { collection, edition, id }: Entry): unknown[] =>
  translations
    .filter((each) => each.collection === collection && each.edition === edition && each.id === id)
    .map(({ data }) => data);

const listNames = ({ data }: Entry, translations: readonly unknown[]): string[] =>
  [data, ...translations]
    .flatMap((each) => [textAt(each, 'name'), textAt(each, 'title')])
    .filter((name) => typeof name === 'string');

/** What only one entry can have: phase and number of a week, the rank of prize money. */
function uniqueKey(data: Entry['data']): string | undefined {
  if ('phase' in data && 'number' in data) return `${data.phase} week ${data.number}`;
  return 'rank' in data && data.kind === 'money' && data.rank !== undefined
    ? `place ${data.rank}`
    : undefined;
}

/**
 * The entries of a collection of an edition.
 * @param readText reads a file by the name that messages have for it
 */
export function listExisting(
  { library }: Content,
  kind: Kind,
  edition: string,
  readText: (file: string) => string,
) {
  const entries: Entry[] = library.originals[kind];
  return entries
    .filter((entry) => entry.edition === edition)
    .map((entry) => {
      const text = readText(entry.file);
      const translations = listTranslations(library, entry);
      return {
        id: entry.id,
        file: entry.file,
        text,
        /** Its fields as they are written. */
        data: parse(splitFields(text).yaml, { logLevel: 'silent' }) as unknown,
        translations,
        /** Its name in all languages of the site. */
        names: listNames(entry, translations),
        /** As in the keys of `RecordData`. */
        start: 'start' in entry.data ? entry.data.start : undefined,
        unique: uniqueKey(entry.data),
        source: readSourceEvent(text),
        hasBody: (entry.body?.markdown.trim() ?? '') !== '',
      };
    });
}

/**
 * The event of another calendar that a file comes from is written as a comment. It is no field: `uid` is what our own
 * subscribers know the event by, and with another's UID two calendars would claim one event.
 */
const sourceComment = /^# imported from UID (\S+)(?: of (\d{4}-\d{2}-\d{2}))?[ \t]*$/m;

function readSourceEvent(text: string): SourceEvent | undefined {
  const [, uid, day] = sourceComment.exec(splitFields(text).yaml) ?? [];
  return uid === undefined ? undefined : { uid, day };
}

/** Writes the source event into the text of a file; the same text if it is there already. */
export function writeSourceEvent(text: string, { uid, day }: SourceEvent): string {
  const comment = `# imported from UID ${uid}${day === undefined ? '' : ` of ${day}`}`;
  const { before, yaml, after } = splitFields(text);
  if (sourceComment.test(yaml)) return before + yaml.replace(sourceComment, () => comment) + after;
  return before + comment + (text.includes('\r\n') ? '\r\n' : '\n') + yaml + after;
}
