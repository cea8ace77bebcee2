import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../../src/model/issue.ts';
import { parseAddress } from '../../../src/model/registry.ts';
import { createScope, type Scope } from '../../../src/model/rules/scope.ts';
import { labelOf } from '../../../src/pipeline/content.ts';
import { PlainError } from '../../../src/pipeline/error.ts';
import { forms } from '../../../src/reader/form.ts';
import { findAdded } from '../trial.ts';
import { checkDraft, draftPath, type Draft, type Workspace } from './draft.ts';
import type { EntryType, Question } from './entry-types.ts';
import { listValueFields, parseValue, type Field, type FieldValue, type FieldValues } from './fields.ts';
import type { Ask, Choice } from './prompts.ts';

export interface FormOptions {
  type: Omit<EntryType, 'noun'>;
  edition: string;
  /** The id, if it was given or follows from the type. */
  id?: string | undefined;
  /** Values that are neither asked for nor given. */
  fixed?: FieldValues;
  /** Values from the command line. */
  given: FieldValues;
  /** What the flags of its fields begin with. */
  flagPrefix?: string;
  /** Prompts for what was not given; without it the defaults are taken. */
  ask: Ask | undefined;
}

/** A form that is being filled in. */
interface Form extends FormOptions {
  workspace: Workspace;
  scope: Scope;
  fields: ReadonlyMap<string, Field>;
  values: FieldValues;
}

/**
 * Fills in a new entry: with the given values, and for each question that they leave open with an answer or
 * its default. Answers are validated at once, as `npm run check` would.
 * @returns the draft, and a line for each value that is missing or wrong
 * @throws PlainError if a given value is wrong and the others would be asked for
 */
export async function fillForm(
  workspace: Workspace,
  options: FormOptions,
): Promise<{ draft: Draft; errors: string[] }> {
  const { type, edition, fixed, given, ask } = options;
  const form: Form = {
    ...options,
    workspace,
    scope: createScope(workspace.content.library, edition),
    fields: new Map(listValueFields(type.collection).map((field) => [field.path, field])),
    values: { ...fixed, ...given },
  };
  const errors = validateGiven(form);
  if (ask && errors.length > 0) throw new PlainError(`${errors.join('\n')}\nNothing was written.`);
  const hasWrongValues = errors.length > 0;
  if (type.isIdFirst) form.id = await chooseId(form, errors);
  for (const question of type.questions) {
    const { field, isAsked, isOptional, suggest } = question;
    if (form.values[field] !== undefined || isAsked?.(form.values) === false) continue;
    const value = ask ? await askQuestion(form, question, ask) : suggest?.(form.values, form.scope, form.id);
    if (value !== undefined && value !== '') form.values = { ...form.values, [field]: value };
    // A default can be missing because a given value that it follows from is wrong.
    else if (!isOptional && !(hasWrongValues && suggest)) errors.push(describeMissing(form, question));
  }
  const id = type.isIdFirst && form.id !== undefined ? form.id : await chooseId(form, errors);
  return { draft: { collection: type.collection, edition, id, values: form.values }, errors };
}

/** @throws PlainError with all errors of a form, if there are any */
export function refuseIncomplete(subject: string, errors: readonly string[]): void {
  if (errors.length === 0) return;
  throw new PlainError(`${subject}: this is missing or wrong.\n${errors.join('\n')}\nNothing was written.`);
}

async function askQuestion(form: Form, question: Question, ask: Ask): Promise<FieldValue | undefined> {
  const { values, scope, id, edition, workspace } = form;
  const field = getField(form, question.field);
  const choices = listChoices(form, question);
  if (choices?.length === 0 && question.isOptional) return undefined;
  if (choices?.length === 0) {
    throw new PlainError(
      `"${field.path}" has to name a file, and there is none to name in ${labelOf(workspace.settings)}/${edition}/${field.path}s/. Write one first: docs/fields.md says what belongs in it. Nothing was written.`,
    );
  }
  if (choices?.length === 1 && !question.isOptional) return choices[0]?.value;
  if (question.isOptional) choices?.push({ value: '', label: 'none of these' });
  const suggestion = question.suggest?.(values, scope, id);
  const answer = await ask({
    message: `${field.path}: ${field.description}${question.isOptional && !choices ? ' It may stay empty.' : ''}`,
    initialValue: suggestion === undefined ? undefined : String(suggestion),
    choices,
    validate: (text) => validateAnswer(form, question, parseValue(field, text)),
  });
  return parseValue(field, answer);
}

/**
 * Validates an answer: the field itself, and other files that it conflicts with. Questions that are still
 * open count as answered with their default or a placeholder.
 */
function validateAnswer(form: Form, { field, isOptional }: Question, value: FieldValue): string | undefined {
  if (value === '') return isOptional ? undefined : `This is needed. ${getField(form, field).description}`;
  const draft = completeDraft({ ...form, values: { ...form.values, [field]: value } });
  const errors = findErrors(form, draft);
  const own = errors.find((issue) => issue.file === draftPath(draft) && issue.field === field);
  if (own) return renderIssue(own);
  const others = errors.filter(({ file }) => file !== draftPath(draft));
  if (others.length === 0) return undefined;
  const [conflict] = findAdded(findErrors(form, completeDraft(form)), others);
  return conflict && `${conflict.file}: ${renderIssue(conflict)}`;
}

/** Validates the values from the command line. Returns a line for each that is wrong. */
function validateGiven(form: Form): string[] {
  const { given, fields, flagPrefix = '' } = form;
  const draft = completeDraft(form);
  return findErrors(form, draft).flatMap((issue) => {
    // An item of a list is given with the flag of the list.
    const path = issue.field?.replace(/\.\d+$/, '') ?? '';
    if (issue.file !== draftPath(draft) || !(path in given)) return [];
    return `--${flagPrefix}${fields.get(path)?.flag ?? path}: ${renderIssue(issue)}`;
  });
}

const findErrors = ({ workspace }: Form, draft: Draft) =>
  checkDraft(workspace, draft).filter(({ severity }) => severity === 'error');

const renderIssue = ({ message, allowed = [], fix }: Issue) =>
  [message, ...(allowed.length > 0 ? [`Allowed: ${allowed.join(', ')}.`] : []), fix].join(' ');

/** The draft with defaults or placeholders for the questions that are still open. */
function completeDraft({ type, edition, scope, fields, values, id }: Form): Draft {
  let completed = values;
  for (const { field, isAsked, isOptional, suggest } of type.questions) {
    if (completed[field] !== undefined || isAsked?.(completed) === false) continue;
    const value =
      suggest?.(completed, scope, id) ??
      (isOptional ? undefined : createPlaceholder(fields.get(field), completed));
    if (value !== undefined) completed = { ...completed, [field]: value };
  }
  return {
    collection: type.collection,
    edition,
    id: id ?? type.suggestId?.(completed, scope) ?? 'new',
    values: completed,
  };
}

/** A valid value for a field that is still open; undefined if its form is special. An end is the start. */
function createPlaceholder(field: Field | undefined, { start }: FieldValues): FieldValue | undefined {
  const { enum: choices, type, form } = field?.schema ?? {};
  if (choices) return choices[0];
  if (type === 'integer' || type === 'number') return 1;
  if (form === 'date' || form === 'time') return start;
  return type === 'string' && form === undefined ? '…' : undefined;
}

function listChoices({ scope, fields }: Form, { field, choices }: Question): Choice[] | undefined {
  return choices?.(scope) ?? fields.get(field)?.schema.enum?.map((value) => ({ value: String(value) }));
}

function describeMissing(form: Form, question: Question): string {
  const { flagPrefix = '', type } = form;
  const describe = (each: Question) => {
    const { flag, description } = getField(form, each.field);
    const choices = listChoices(form, each)?.map(({ value }) => value) ?? [];
    return `--${flagPrefix}${flag}: ${description}${choices.length > 0 ? ` One of: ${choices.join(', ')}.` : ''}`;
  };
  const alternative = type.questions.find(({ field }) => field === question.alternative);
  return alternative ? `${describe(question)}\n  or ${describe(alternative)}` : describe(question);
}

function getField({ fields }: Form, path: string): Field {
  const field = fields.get(path);
  if (!field) throw new Error(`There is no field "${path}".`);
  return field;
}

const idRule = 'The name of the file: small letters, digits and hyphens.';

/** The id of the entry: the given one, an answer, or the suggested one. Adds to `errors` what is wrong with it. */
async function chooseId(form: Form, errors: string[]): Promise<string> {
  const { type, scope, ask, values } = form;
  const id = form.id ?? type.suggestId?.(values, scope);
  const whyNone = type.isIdFirst
    ? ''
    : ' It cannot be made from the title or name, since most of its letters are not from a to z.';
  if (form.id === undefined && ask) {
    return ask({
      message: `${idRule} It is part of the address and stays for life.${id === undefined ? whyNone : ''}`,
      initialValue: id,
      validate: (text) => validateId(form, text),
    });
  }
  const error = id === undefined ? `${idRule}${whyNone}` : validateId(form, id);
  // A title or name that is missing is an error already, and the id may follow from it.
  const isSourceMissing = !type.isIdFirst && values['title'] === undefined && values['name'] === undefined;
  if (error !== undefined && !(id === undefined && isSourceMissing)) errors.push(`--id: ${error}`);
  return id ?? 'new';
}

function validateId({ type, edition, workspace }: Form, id: string): string | undefined {
  const { settings } = workspace;
  const path = draftPath({ collection: type.collection, edition, id });
  const address = parseAddress(path);
  if (!address || address.translation !== undefined) {
    const fix = forms.id?.(id, 'the name', (value) => value).fix ?? idRule;
    return `A file cannot be called "${id}". ${fix}`;
  }
  if (!existsSync(join(settings.contentDir, path))) return undefined;
  return `${labelOf(settings)}/${path} already exists. Give the new file another name.`;
}
