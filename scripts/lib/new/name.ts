import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { forms } from '../../../src/reader/form.ts';
import { parseAddress } from '../../../src/model/registry.ts';
import { labelOf } from '../../../src/pipeline/content.ts';
import { pathOf } from './desk.ts';
import type { Answers } from './field.ts';
import type { Form } from './fill.ts';

const rule = 'The name of the file: small letters, digits and hyphens.';
/** Why a name cannot be offered. */
const explainNone = ({ kind }: Form) =>
  kind.isNameFirst ? '' : ' It cannot be made of the words, since most of their letters are not from a to z.';

/** Names a file: as it is given, as a person says, or as its words suggest. `open` says what is missing or wrong. */
export async function nameFile(form: Form, answers: Answers): Promise<{ id: string; open: string[] }> {
  const { kind, scope, ask, id } = form;
  if (kind.collection === 'programmes') return { id: 'programme', open: [] };
  const offer = id ?? kind.nameFile(answers, scope);
  if (id === undefined && ask) {
    const message = `${rule} It is part of the address and stays for life.${offer === undefined ? explainNone(form) : ''}`;
    return { id: await ask({ message, offer, explain: (name) => explainName(form, name) }), open: [] };
  }
  if (offer === undefined) {
    // Words that are missing themselves may yet name the file.
    const isNamed = kind.isNameFirst === true || (answers['title'] ?? answers['name']) !== undefined;
    return { id: 'new', open: isNamed ? [`--id: ${rule}${explainNone(form)}`] : [] };
  }
  const wrong = explainName(form, offer);
  return { id: offer, open: wrong === undefined ? [] : [`--id: ${wrong}`] };
}

function explainName({ kind, edition, desk }: Form, id: string): string | undefined {
  const path = pathOf({ collection: kind.collection, edition, id });
  const address = parseAddress(path);
  if (!address || address.translation !== undefined) {
    const fix = forms['id']?.(id, 'the name', (value) => value).fix ?? rule;
    return `A file cannot be called "${id}". ${fix}`;
  }
  if (!existsSync(join(desk.settings.contentDir, path))) return undefined;
  return `${labelOf(desk.settings)}/${path} is there already. Give the new file another name.`;
}
