import { isCancel, select, text, type Option } from '@clack/prompts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { toPrintable } from '../../../src/pipeline/print.ts';

export type Choice = Option<string>;

export interface Prompt {
  message: string;
  initialValue?: string | undefined;
  /** The answers to choose from; without them any text is taken. */
  choices?: readonly Choice[] | undefined;
  /** Returns what is wrong with a text and what to write instead. */
  validate?: ((text: string) => string | undefined) | undefined;
}

/** Shows a prompt and returns the answer, trimmed. */
export type Ask = (prompt: Prompt) => Promise<string>;

/** Returns a function that prompts in the terminal, or undefined if input or output is no terminal. */
export function createAsk(): Ask | undefined {
  return process.stdin.isTTY && process.stdout.isTTY ? askInTerminal : undefined;
}

/** @throws PlainError on Ctrl-C or Escape */
async function askInTerminal({ message, initialValue, choices, validate }: Prompt): Promise<string> {
  const answer = choices
    ? await select({ message: toPrintable(message), options: choices.map(showChoice), initialValue })
    : await text({
        message: toPrintable(message),
        initialValue: initialValue ?? '',
        validate: (typed = '') => validate?.(typed),
      });
  if (isCancel(answer)) throw new PlainError('Stopped. Nothing was written.');
  return answer.trim();
}

/** A choice as the terminal shows it: its label may be a title from the content. */
const showChoice = ({ value, label, ...rest }: Choice): Choice => ({
  value,
  ...rest,
  label: toPrintable(label ?? value),
});
