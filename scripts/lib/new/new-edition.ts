import { isReservedEdition, parseAddress } from '../../../src/model/registry.ts';
import { listEditions } from '../../../src/model/rules/scope.ts';
import { labelOf } from '../../../src/pipeline/content.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { writeContentFile } from '../content-file.ts';
import { draftCopy } from './copy-edition.ts';
import { writeNewFiles, type Workspace } from './draft.ts';
import { draftEmptyEdition, listEditionFields } from './empty-edition.ts';
import { parseArguments, refusePositionals } from './fields.ts';
import type { Ask } from './prompts.ts';

/**
 * Adds an edition: a copy of another one with its dates moved, or a new one with one phase and one week.
 * @throws PlainError with everything that is missing or wrong; then nothing is written
 */
export async function addEdition(workspace: Workspace, args: string[], prompt?: Ask): Promise<void> {
  const parsed = parseArguments(args, listEditionFields(), ['from', 'starts']);
  const [name, ...others] = parsed.positionals;
  refusePositionals(others);
  const ask = parsed.yes ? undefined : prompt;
  const edition = await chooseName(workspace, name, ask);
  refuseMissingSite(workspace, edition);
  const { starts } = parsed.options;
  const hasValues = Object.keys(parsed.values).length > 0;
  const from = parsed.options['from'] ?? (hasValues ? undefined : await chooseSource(workspace, ask));
  if (from !== undefined && hasValues) {
    throw new PlainError(
      'With --from all texts are copied, so no other field can be given. Change the new files afterwards. Nothing was written.',
    );
  }
  if (from === undefined && starts !== undefined) {
    throw new PlainError(
      'Write --from with the edition that is held again, or --start with the first day of a new one. Nothing was written.',
    );
  }
  const { files, report } =
    from === undefined
      ? await draftEmptyEdition(workspace, edition, parsed.values, ask)
      : await draftCopy(workspace, { from, to: edition, starts, ask });
  await writeNewFiles(workspace, files);
  console.log(report);
}

async function chooseName(workspace: Workspace, named: string | undefined, ask?: Ask): Promise<string> {
  const years = listEditions(workspace.content.library).filter((edition) => /^\d{4}$/.test(edition));
  const name =
    named ??
    (await ask?.({
      message:
        'The name of the folder, which is part of every address: the year, if there is one edition a year.',
      initialValue: years.length > 0 ? String(Number(years.at(-1)) + 1) : undefined,
      validate: (text) => validateName(workspace, text),
    }));
  const error =
    name === undefined
      ? 'Write the name of its folder after "edition", such as the year.'
      : validateName(workspace, name);
  if (name === undefined || error !== undefined) throw new PlainError(`${error} Nothing was written.`);
  return name;
}

function validateName({ content, settings }: Workspace, name: string): string | undefined {
  if (isReservedEdition(name)) {
    return `"${name}" is the name of something else on the site. Give the folder another name, such as the year.`;
  }
  if (parseAddress(`${name}/programme.yaml`)?.edition !== name) {
    return `A folder cannot be called "${name}". Use small letters, digits and hyphens only, such as the year.`;
  }
  if (!listEditions(content.library).includes(name)) return undefined;
  return `${labelOf(settings)}/${name}/ already exists. Give the new edition another name.`;
}

/** Asks which edition to copy; undefined if none. */
async function chooseSource({ content }: Workspace, ask: Ask | undefined): Promise<string | undefined> {
  const editions = listEditions(content.library);
  if (!ask || editions.length === 0) return undefined;
  const answer = await ask({
    message: 'Copy an edition, with its dates moved?',
    initialValue: editions.at(-1),
    choices: [
      ...editions.map((value) => ({ value, label: `yes, that of ${value}` })),
      { value: '', label: 'no, begin an empty one' },
    ],
  });
  return answer === '' ? undefined : answer;
}

/** @throws PlainError with a site.yaml to begin with, if there is none */
function refuseMissingSite({ content, settings }: Workspace, edition: string): void {
  const { originals, unreadable } = content.library;
  if (originals.site.length > 0 || unreadable.some(({ collection }) => collection === 'site')) return;
  const data = {
    name: '…',
    organiser: { name: '…' },
    calendarDomain: 'example.org',
    languages: ['en'],
    current: edition,
  };
  throw new PlainError(
    `${labelOf(settings)}/site.yaml is missing: it says what holds for all editions. Write it first, with words of your own:\n\n${writeContentFile('site', { data, withSentences: true })}\nThen run this command again. Nothing was written.`,
  );
}
