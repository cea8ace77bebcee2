import type { Content } from '../../../src/pipeline/content.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { isText } from '../../../src/model/text.ts';
import { chooseOption } from '../command.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import type { Kind } from './columns.ts';
import type { Context } from './draft.ts';
import { hasHangul } from './text.ts';

/**
 * The edition that is imported into, with its programme.
 * @param said the edition that was asked for; else the current one of site.yaml
 * @throws PlainError if there is none, or if its programme cannot be read
 */
export function findProgramme({ library }: Content, said: string | undefined): Entry<'programmes'> {
  const { programmes, site } = library.originals;
  const editions = programmes.map(({ edition = '' }) => edition);
  const edition = said === undefined ? site[0]?.data.current : chooseOption('edition', said, editions);
  const found = programmes.find((programme) => programme.edition === edition);
  if (found) return found;
  throw new PlainError('The current edition cannot be read. npm run check says what is wrong.');
}

/** What rows are read against, but for what the file itself decides. */
export function makeContext(
  { library }: Content,
  programme: Entry<'programmes'>,
  kind: Kind,
): Omit<Context, 'order' | 'headOf' | 'defaults'> & { currency: string | undefined } {
  const edition = programme.edition ?? '';
  const ofEdition = <T extends { edition: string | undefined }>(entries: readonly T[]) =>
    entries.filter((entry) => entry.edition === edition);
  const titles = (entry: Entry) =>
    [
      entry,
      ...library.translations.filter(
        (each) => each.collection === entry.collection && each.edition === edition && each.id === entry.id,
      ),
    ].flatMap(({ data }) => {
      const { title } = data as { title?: unknown };
      return isText(title) ? [title.text] : [];
    });
  const currencies = new Set(
    ofEdition(library.originals.prizes).flatMap(({ data }) => data.amount?.currency ?? []),
  );
  const languages = library.originals.site[0]?.data.languages ?? ['en'];
  return {
    kind,
    edition,
    term: { start: programme.data.start, end: programme.data.end },
    timezone: programme.data.timezone,
    phases: ofEdition(library.originals.phases).map((phase) => ({
      id: phase.id,
      number: phase.data.number,
      names: titles(phase),
    })),
    topics: ofEdition(library.originals.topics).map((topic) => ({ id: topic.id, names: titles(topic) })),
    isForeign: (words) => languages[0] !== 'ko' && languages.includes('ko') && hasHangul(words),
    currency: currencies.size === 1 ? [...currencies][0] : undefined,
  };
}
