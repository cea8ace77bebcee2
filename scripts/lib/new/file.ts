import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Issue } from '../../../src/model/issue.ts';
import { listEditions } from '../../../src/model/rules/scope.ts';
import { listLanguages } from '../../../src/model/visibility.ts';
import { renderText } from '../../../src/format/issues.ts';
import { chooseOption } from '../command.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { nest, writeContentFile } from '../content-file.ts';
import { labelOf, refuseErrors } from '../../../src/pipeline/content.ts';
import { replaceFile } from '../file.ts';
import { findAdded, tryFiles } from '../trial.ts';
import { pathOf, type Desk, type Draft } from './desk.ts';
import { listValues } from './field.ts';
import { fillIn } from './fill.ts';
import { readFlags } from './flags.ts';
import type { Kind } from './kind.ts';
import { listNext } from './next.ts';
import type { Ask } from './prompt.ts';

/**
 * Makes a file of a kind: asks for what it needs or takes it from the command line, and writes it.
 * @throws PlainError with everything that is missing or wrong; then nothing is written
 */
export async function makeFile(desk: Desk, kind: Kind, args: string[], person?: Ask): Promise<void> {
  const flags = readFlags(args, listValues(kind.collection), ['id', 'edition']);
  refuseNames(flags.names);
  const ask = flags.yes ? undefined : person;
  const edition = await findEdition(desk, flags.options['edition'], ask);
  const { draft, open } = await fillIn(desk, {
    ...{ kind, edition, ask },
    ...{ given: flags.given, id: flags.options['id'] },
  });
  refuseOpen(open, `A new ${kind.noun}`);
  const warnings = await writeDraft(desk, draft);
  const { library } = desk.content;
  const file = `${labelOf(desk.settings)}/${pathOf(draft)}`;
  const next = listNext({ collection: draft.collection, file, languages: listLanguages(library).slice(1) });
  report(`${file} is written.`, warnings, next);
}

/** @throws PlainError if something is missing or wrong: all of it at once */
export function refuseOpen(open: readonly string[], what: string): void {
  if (open.length > 0)
    throw new PlainError(`${what}: this is missing or wrong.\n${open.join('\n')}\nNothing was written.`);
}

/** @throws PlainError if something stands on the command line that is no flag */
export function refuseNames(names: readonly string[]): void {
  if (names.length > 0)
    throw new PlainError(
      `Nobody can tell what is meant by "${names.join(' ')}". Words with spaces stand in quotation marks after their flag, such as --title "Two words". Nothing was written.`,
    );
}

/** Prints what was made, what the check has to say of it, and what to do next. */
export function report(made: string, warnings: readonly Issue[], next: readonly string[]): void {
  const parts = [
    made,
    ...(warnings.length > 0 ? [renderText(warnings)] : []),
    ['Next:', ...next.map((line) => `- ${line}`)].join('\n'),
  ];
  console.log(parts.join('\n\n'));
}

/**
 * Writes a new file, at once and whole, if nothing is wrong with it beside the others.
 * @returns what the check finds odd about it
 * @throws PlainError with what the check says if anything would be wrong that was not before
 */
async function writeDraft({ settings, issues }: Desk, draft: Draft): Promise<Issue[]> {
  const [path, text] = [pathOf(draft), textOf(draft)];
  const added = findAdded(issues, tryFiles(settings, new Map([[path, text]])).issues);
  refuseErrors(added, 'Nothing was written, since the content would have');
  const file = join(settings.contentDir, path);
  await mkdir(dirname(file), { recursive: true });
  await replaceFile(file, text);
  return added;
}

/** The text of a new file, with the sentences of the schema as comments. */
export const textOf = ({ collection, answers }: Draft) =>
  writeContentFile(collection, { data: nest(answers), withSentences: true });

/**
 * The edition that a file is for: the one that is named, the one that a person chooses, or the current one.
 * @throws PlainError if there is no such edition, or none at all
 */
async function findEdition(
  { content, settings }: Desk,
  named: string | undefined,
  ask?: Ask,
): Promise<string> {
  const editions = listEditions(content.library);
  const current = content.library.originals.site[0]?.data.current;
  const offer = current !== undefined && editions.includes(current) ? current : editions.at(-1);
  if (offer === undefined)
    throw new PlainError(
      `There is no edition in ${labelOf(settings)}/ yet. Make one first: npm run new -- edition, and the name of its folder, such as the year.`,
    );
  if (named === undefined && ask && editions.length > 1)
    return ask({ message: 'For which edition?', offer, choices: editions.map((value) => ({ value })) });
  return named === undefined ? offer : chooseOption('edition', named, editions);
}
