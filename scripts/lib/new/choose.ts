import { findNearest } from '../../../src/model/nearest.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { listKinds } from '../reference/kinds.ts';
import { kinds, type Kind } from './kind.ts';
import type { Ask } from './prompt.ts';

const names = [...kinds.map(({ noun }) => noun), 'edition'];

/**
 * The kind of file to make: the one that is named, or the one that a person chooses.
 * @returns undefined for an edition, which is several files
 * @throws PlainError if there is no such kind, or none is named and nobody can be asked
 */
export async function chooseKind(named: string | undefined, ask: Ask | undefined): Promise<Kind | undefined> {
  const noun = named ?? (await ask?.({ message: 'What do you want to add?', choices: listChoices() }));
  if (noun !== undefined && names.includes(noun)) return kinds.find((kind) => kind.noun === noun);
  const nearest = noun && findNearest(noun, names);
  throw new PlainError(
    `${noun === undefined ? 'Say what to add.' : `Nothing new is called "${noun}".`}${nearest ? ` Did you mean "${nearest}"?` : ''} Write npm run new -- and one of ${names.join(', ')}.`,
  );
}

function listChoices() {
  const described = listKinds();
  return names.map((value) => {
    const collection = kinds.find(({ noun }) => noun === value)?.collection ?? 'programmes';
    return { value, label: `${value}: ${described.find(({ name }) => name === collection)?.about ?? ''}` };
  });
}
