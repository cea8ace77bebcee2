import { findNearest } from '../../../src/model/nearest.ts';
import { collections, type CollectionName } from '../../../src/model/registry.ts';
import { listEditions } from '../../../src/model/rules/scope.ts';
import { listLanguages } from '../../../src/model/visibility.ts';
import { labelOf } from '../../../src/pipeline/content.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { chooseOption } from '../command.ts';
import { listCollections } from '../reference/collections.ts';
import { checkNewFiles, draftPath, draftText, writeNewFiles, type Workspace } from './draft.ts';
import { entryTypes, type EntryType } from './entry-types.ts';
import { listValueFields, parseArguments, refusePositionals } from './fields.ts';
import { fillForm, refuseIncomplete } from './form.ts';
import type { Ask } from './prompts.ts';
import { calendarStep, renderReport } from './report.ts';

const nouns = [...entryTypes.map(({ noun }) => noun), 'edition'];

/**
 * Returns the type of entry that is named on the command line or chosen at a prompt, or undefined for an edition.
 * @throws PlainError if there is no such type, or none is named and nobody can be asked
 */
export async function chooseType(
  named: string | undefined,
  ask: Ask | undefined,
): Promise<EntryType | undefined> {
  const noun = named ?? (await ask?.({ message: 'What do you want to add?', choices: listTypeChoices() }));
  if (noun !== undefined && nouns.includes(noun)) return entryTypes.find((type) => type.noun === noun);
  const nearest = noun && findNearest(noun, nouns);
  throw new PlainError(
    `${noun === undefined ? 'Say what to add.' : `"${noun}" cannot be added.`}${nearest ? ` Did you mean "${nearest}"?` : ''} Write npm run new -- and one of ${nouns.join(', ')}.`,
  );
}

function listTypeChoices() {
  const kinds = listCollections();
  return nouns.map((noun) => {
    const collection = entryTypes.find((type) => type.noun === noun)?.collection ?? 'programmes';
    return {
      value: noun,
      label: `${noun}: ${kinds.find(({ name }) => name === collection)?.description ?? ''}`,
    };
  });
}

/**
 * Adds an entry: fills in its fields from flags, prompts and defaults, and writes its file.
 * @throws PlainError with everything that is missing or wrong; then nothing is written
 */
export async function addEntry(
  workspace: Workspace,
  type: EntryType,
  args: string[],
  prompt?: Ask,
): Promise<void> {
  const { settings, content } = workspace;
  const { values, options, positionals, yes } = parseArguments(args, listValueFields(type.collection), [
    'id',
    'edition',
  ]);
  refusePositionals(positionals);
  const ask = yes ? undefined : prompt;
  const edition = await chooseEdition(workspace, options['edition'], ask);
  const form = { type, edition, id: options['id'], given: values, ask };
  const { draft, errors } = await fillForm(workspace, form);
  refuseIncomplete(`A new ${type.noun}`, errors);
  const path = draftPath(draft);
  const files = new Map([[path, draftText(draft)]]);
  const { issues: warnings } = checkNewFiles(workspace, files);
  await writeNewFiles(workspace, files);
  const file = `${labelOf(settings)}/${path}`;
  const steps = listNextSteps(draft.collection, file, listLanguages(content.library).slice(1));
  console.log(renderReport([`${file} is written.`], warnings, steps));
}

/**
 * The edition that is given or chosen at a prompt, or the current one.
 * @throws PlainError if there is no such edition, or none at all
 */
async function chooseEdition(
  { content, settings }: Workspace,
  named: string | undefined,
  ask: Ask | undefined,
): Promise<string> {
  const editions = listEditions(content.library);
  const current = content.library.originals.site[0]?.data.current;
  const edition = editions.find((each) => each === current) ?? editions.at(-1);
  if (edition === undefined) {
    throw new PlainError(
      `There is no edition in ${labelOf(settings)}/ yet. Make one first: npm run new -- edition, and the name of its folder, such as the year.`,
    );
  }
  if (named !== undefined) return chooseOption('edition', named, editions);
  if (!ask || editions.length === 1) return edition;
  const choices = editions.map((value) => ({ value }));
  return ask({ message: 'For which edition?', initialValue: edition, choices });
}

function listNextSteps(collection: CollectionName, file: string, languages: readonly string[]): string[] {
  const hasBody = collections[collection].ending === 'mdx';
  const steps = [
    `Open it and fill in what else is known: each field says what it is for.${hasBody ? ' The text for visitors goes below the second line ---.' : ''}`,
  ];
  const hint = hints[collection];
  if (hint) steps.push(hint);
  if (languages.length > 0) {
    const translations = languages.map((language) => file.replace(/\.\w+$/, `.${language}$&`));
    steps.push(`Its words in other languages go beside it: ${translations.join(', ')}.`);
  }
  steps.push('npm run check says whether all is well.');
  if (collection === 'weeks' || collection === 'events') steps.push(calendarStep);
  return steps;
}

/** A step that only one collection has. */
const hints: Partial<Record<CollectionName, string>> = {
  partners: 'A logo goes into public/partners/; then name it in "logo".',
  people: 'Events name their people: see "people" in the file of an event.',
  topics: 'Weeks name their topic: see "topic" in the file of a week.',
};
