import type { Issue } from '../../../src/model/issue.ts';
import { findAdded } from '../trial.ts';
import { explainDraft, pathOf, type Draft } from './desk.ts';
import type { Answer, Answers, Field } from './field.ts';
import { fieldOf, type Form } from './fill.ts';
import type { Question } from './kind.ts';

/**
 * What the check would say of an answer, as far as it is wrong: of the field itself, or of another file that
 * it gets into the way of. The answers that are still to come are taken to be the likeliest ones.
 */
export function explainAnswer(
  form: Form,
  { field, isOptional }: Question,
  { answers, id, value }: { answers: Answers; id: string | undefined; value: Answer },
): string | undefined {
  if (value === '' && isOptional) return undefined;
  const draft = complete(form, value === '' ? answers : { ...answers, [field]: value }, id);
  const errors = explainDraft(form.desk, draft).filter(({ severity }) => severity === 'error');
  const own = errors.find((each) => each.file === pathOf(draft) && each.field === field);
  if (own) return say(own);
  if (value === '') return `This is needed. ${fieldOf(form, field).sentence}`;
  const others = errors.filter(({ file }) => file !== pathOf(draft));
  if (others.length === 0) return undefined;
  const [other] = findAdded(explainDraft(form.desk, complete(form, answers, id)), others);
  return other && `${other.file}: ${say(other)}`;
}

/** What the check would say of the values that were given on the command line, a line each. */
export function explainGiven(form: Form): string[] {
  const { fixed, given, id, fields, prefix = '' } = form;
  const draft = complete(form, { ...fixed, ...given }, id);
  return explainDraft(form.desk, draft)
    .filter(({ severity, file }) => severity === 'error' && file === pathOf(draft))
    .flatMap((issue) => {
      // An item of a list is given with the flag of the list.
      const path = issue.field?.replace(/\.\d+$/, '') ?? '';
      return path in given ? [`--${prefix}${fields.get(path)?.flag ?? path}: ${say(issue)}`] : [];
    });
}

const say = ({ message, allowed = [], fix }: Issue) =>
  [message, ...(allowed.length > 0 ? [`Allowed: ${allowed.join(', ')}.`] : []), fix].join(' ');

/** The file with the answers so far, and for the questions that are still open what is offered or stands in. */
function complete({ kind, edition, scope, fields }: Form, known: Answers, id: string | undefined): Draft {
  const answers = kind.questions.reduce((sofar, { field, isAsked, isOptional, offer, standIn }) => {
    if (sofar[field] !== undefined || isAsked?.(sofar) === false) return sofar;
    const value =
      offer?.(sofar, scope, id) ?? standIn?.(sofar) ?? (isOptional ? undefined : standFor(fields.get(field)));
    return value === undefined ? sofar : { ...sofar, [field]: value };
  }, known);
  return {
    ...{ collection: kind.collection, edition, answers },
    id: id ?? kind.nameFile(answers, scope) ?? 'new',
  };
}

/** A value that fits a field, so that what is known already can be checked before the field is filled in. */
function standFor(field: Field | undefined): Answer | undefined {
  const { enum: choices, type, form } = field?.schema ?? {};
  if (choices) return choices[0];
  if (type === 'integer' || type === 'number') return 1;
  return type === 'string' && form === undefined ? '…' : undefined;
}
