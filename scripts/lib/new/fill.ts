import { createScope, type Scope } from '../../../src/model/rules/scope.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { labelOf } from '../../../src/pipeline/content.ts';
import type { Desk, Draft } from './desk.ts';
import { explainAnswer, explainGiven } from './explain.ts';
import { listValues, readValue, type Answer, type Answers, type Field } from './field.ts';
import type { Kind, Question } from './kind.ts';
import { nameFile } from './name.ts';
import type { Ask, Choice } from './prompt.ts';

export interface Order {
  kind: Kind;
  edition: string;
  /** What follows from where the file is, by path of the field. */
  fixed?: Answers;
  /** What was given on the command line, by path of the field. */
  given: Answers;
  /** The name of the file, where it is known already. */
  id?: string | undefined;
  /** What stands before the names of its fields on the command line. */
  prefix?: string;
  /** Asks a person; without it, sensible answers are taken. */
  ask: Ask | undefined;
}

/** A file with all that could be filled in, and a line for each thing that is missing or wrong. */
export interface Filled {
  draft: Draft;
  open: string[];
}

/**
 * Fills in the fields of a new file: with what is given, what a person answers, or what is likely right. A
 * person's answers are checked at once, with the words of the check.
 * @throws PlainError if something that was given is wrong and a person would be asked about the rest
 */
export async function fillIn(desk: Desk, order: Order): Promise<Filled> {
  const { kind, edition, given, ask } = order;
  const fields = new Map(listValues(kind.collection).map((field) => [field.path, field]));
  const scope = createScope(desk.content.library, edition);
  const form = { ...order, desk, scope, fields };
  const wrong = explainGiven(form);
  if (ask && wrong.length > 0) throw new PlainError(`${wrong.join('\n')}\nNothing was written.`);
  const early = kind.isNameFirst ? await nameFile(form, given) : undefined;
  const { answers, missing } = await answerAll(form, early?.id, wrong.length > 0);
  const { id, open } = early ?? (await nameFile(form, answers));
  return {
    draft: { collection: kind.collection, edition, id, answers },
    open: [...wrong, ...missing, ...open],
  };
}

/** An order, with what it is filled in by. */
export interface Form extends Order {
  desk: Desk;
  scope: Scope;
  fields: ReadonlyMap<string, Field>;
}

async function answerAll(
  form: Form,
  id: string | undefined,
  isWrong: boolean,
): Promise<{ answers: Answers; missing: string[] }> {
  const { kind, scope, fixed, given, ask } = form;
  const missing: string[] = [];
  let answers: Answers = { ...fixed, ...given };
  for (const question of kind.questions) {
    const { field, isOptional } = question;
    if (answers[field] !== undefined || question.isAsked?.(answers) === false) continue;
    const value = ask
      ? await putQuestion(form, question, { answers, id, ask })
      : question.offer?.(answers, scope, id);
    if (value !== undefined && value !== '') answers = { ...answers, [field]: value };
    // What is offered may follow from what was given wrong.
    else if (!isOptional && !(isWrong && question.offer)) missing.push(describeMissing(form, question));
  }
  return { answers, missing };
}

interface Sofar {
  answers: Answers;
  id: string | undefined;
  ask: Ask;
}

async function putQuestion(
  form: Form,
  question: Question,
  { answers, id, ask }: Sofar,
): Promise<Answer | undefined> {
  const { scope } = form;
  const field = fieldOf(form, question.field);
  const choices = choicesOf(form, question);
  const [only, ...others] = choices ?? [];
  if (choices && !question.isOptional) {
    if (!only) throw new PlainError(explainEmpty(form, field));
    if (others.length === 0) return only.value;
  }
  if (choices && !only) return undefined;
  const offer = question.offer?.(answers, scope, id);
  const none: Choice[] = question.isOptional ? [{ value: '', label: 'none of these' }] : [];
  const answer = await ask({
    message: `${field.path}: ${field.sentence}${question.isOptional && !choices ? ' It may stay empty.' : ''}`,
    offer: offer === undefined ? undefined : String(offer),
    choices: choices && [...choices, ...none],
    explain: (words) => explainAnswer(form, question, { answers, id, value: readValue(field, words) }),
  });
  return readValue(field, answer);
}

function choicesOf({ scope, fields }: Form, { field, choices }: Question): Choice[] | undefined {
  return choices?.(scope) ?? fields.get(field)?.schema.enum?.map((value) => ({ value: String(value) }));
}

function describeMissing(form: Form, question: Question): string {
  const { prefix = '', kind } = form;
  const other = kind.questions.find(({ field }) => field === question.instead);
  const describe = (each: Question) => {
    const { flag, sentence } = fieldOf(form, each.field);
    const choices = choicesOf(form, each)?.map(({ value }) => value) ?? [];
    return `--${prefix}${flag}: ${sentence}${choices.length > 0 ? ` One of: ${choices.join(', ')}.` : ''}`;
  };
  return [describe(question), ...(other ? [`  or ${describe(other)}`] : [])].join('\n');
}

/** A field of the file that is filled in. */
export function fieldOf({ fields }: Form, path: string): Field {
  const field = fields.get(path);
  if (!field) throw new Error(`There is no field "${path}".`);
  return field;
}

const explainEmpty = ({ edition, desk }: Form, { path }: Field) =>
  `"${path}" has to name a file, and there is none to name in ${labelOf(desk.settings)}/${edition}/${path}s/. Write one first: docs/fields.md says what belongs in it. Nothing was written.`;
