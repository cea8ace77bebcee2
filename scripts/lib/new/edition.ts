import { isReservedEdition, parseAddress } from '../../../src/model/registry.ts';
import { listEditions } from '../../../src/model/rules/scope.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { writeContentFile } from '../content-file.ts';
import { labelOf } from '../../../src/pipeline/content.ts';
import { beginEdition, editionFields } from './begin.ts';
import type { Desk } from './desk.ts';
import { refuseNames } from './file.ts';
import { readFlags } from './flags.ts';
import { holdAgain } from './again.ts';
import type { Ask } from './prompt.ts';

/**
 * Makes an edition: a copy of another one with its dates moved, or one with a phase and a week to begin with.
 * @throws PlainError with everything that is missing or wrong; then nothing is written
 */
export async function makeEdition(desk: Desk, args: string[], person?: Ask): Promise<void> {
  const { given, options, names, yes } = readFlags(args, editionFields(), ['from', 'starts']);
  const ask = yes ? undefined : person;
  const [named, ...others] = names;
  refuseNames(others);
  const edition = await nameEdition(desk, named, ask);
  refuseWithoutSite(desk, edition);
  const hasFields = Object.keys(given).length > 0;
  const from = options['from'] ?? (hasFields ? undefined : await chooseSource(desk, ask));
  if (from === undefined) {
    if (options['starts'] !== undefined)
      throw new PlainError(
        'Write --from with the edition that is held again, or --start with the first day of a new one. Nothing was written.',
      );
    await beginEdition(desk, { edition, given, ask });
    return;
  }
  if (hasFields)
    throw new PlainError(
      'With --from all texts are copied, so no other field can be given. Change the new files afterwards. Nothing was written.',
    );
  await holdAgain(desk, { from, to: edition, starts: options['starts'], ask });
}

async function nameEdition(desk: Desk, named: string | undefined, ask?: Ask): Promise<string> {
  const explain = (name: string) => explainEdition(desk, name);
  const years = listEditions(desk.content.library).filter((name) => /^\d{4}$/.test(name));
  const last = years.at(-1);
  const message =
    'The name of the folder, which is part of every address: the year, if there is one edition a year.';
  if (named === undefined && ask) return ask({ message, offer: last && String(Number(last) + 1), explain });
  const wrong =
    named === undefined ? 'Write the name of its folder after "edition", such as the year.' : explain(named);
  if (wrong !== undefined || named === undefined) throw new PlainError(`${wrong ?? ''} Nothing was written.`);
  return named;
}

function explainEdition({ content, settings }: Desk, name: string): string | undefined {
  if (parseAddress(`${name}/programme.yaml`)?.edition !== name)
    return isReservedEdition(name)
      ? `"${name}" is the name of something else on the site. Give the folder another name, such as the year.`
      : `A folder cannot be called "${name}". Use small letters, digits and hyphens only, such as the year.`;
  if (!listEditions(content.library).includes(name)) return undefined;
  return `${labelOf(settings)}/${name}/ is there already. Give the new edition another name.`;
}

async function chooseSource({ content }: Desk, ask: Ask | undefined): Promise<string | undefined> {
  const editions = listEditions(content.library);
  if (!ask || editions.length === 0) return undefined;
  const answer = await ask({
    message: 'Copy an edition, with its dates moved?',
    offer: editions.at(-1),
    choices: [
      ...editions.map((value) => ({ value, label: `yes, that of ${value}` })),
      { value: '', label: 'no, begin an empty one' },
    ],
  });
  return answer || undefined;
}

/** An edition is part of a site, and no file of one edition can say what holds for all of them. */
function refuseWithoutSite({ content, settings }: Desk, edition: string): void {
  const { originals, unreadable } = content.library;
  if (originals.site.length > 0 || unreadable.some(({ collection }) => collection === 'site')) return;
  const data = {
    ...{ name: '…', organiser: { name: '…' }, calendarDomain: 'example.org' },
    ...{ languages: ['en'], current: edition },
  };
  throw new PlainError(
    `${labelOf(settings)}/site.yaml is missing: it says what holds for all editions. Write it first, with words of your own:\n\n${writeContentFile('site', { data, withSentences: true })}\nThen run this command again. Nothing was written.`,
  );
}
