import { isCancel, select, text } from '@clack/prompts';
import { PlainError } from '../../../src/pipeline/error.ts';

/** One of the answers to choose from. */
export interface Choice {
  value: string;
  /** What is shown for it, if not the answer itself. */
  label?: string | undefined;
}

/** What a person at the keyboard is asked. */
export interface Asked {
  message: string;
  /** The answer that stands there already. */
  offer?: string | undefined;
  /** The answers to choose from; without them, any words. */
  choices?: readonly Choice[] | undefined;
  /** Says what is wrong with an answer and what to write instead, or nothing. */
  explain?: ((answer: string) => string | undefined) | undefined;
}

export type Ask = (asked: Asked) => Promise<string>;

/** Asks at the terminal, if there is a person at both its ends. */
export function createAsk(): Ask | undefined {
  return process.stdin.isTTY && process.stdout.isTTY ? askAtTerminal : undefined;
}

/** @throws PlainError if the person gives up with Ctrl-C or Escape */
async function askAtTerminal({ message, offer, choices, explain }: Asked): Promise<string> {
  const answer = choices
    ? await select({ message, options: choices.map(toOption), initialValue: offer })
    : await text({ message, initialValue: offer ?? '', validate: (words = '') => explain?.(words) });
  if (isCancel(answer)) throw new PlainError('Stopped. Nothing was written.');
  return answer.trim();
}

const toOption = ({ value, label = value }: Choice) => ({ value, label });
