import { capitalise } from '../model/field-name.ts';
import type { Line, ValueError } from './value-error.ts';

/** Words for fields whose form a pattern describes, by the `form` that their schema has in its `meta`. */
export const forms: Partial<Record<string, (shown: string, name: string, line: Line) => ValueError>> = {
  url: (shown, _, line) => explainUrl(shown, line),
  email: (shown) => ({
    code: 'email-wrong',
    message: `"${shown}" is not an e-mail address.`,
    fix: 'Write it as name@example.org.',
  }),
  line: (_, name) => ({
    code: 'value-form',
    message: `${capitalise(name)} has more than one line.`,
    fix: 'Write it in one line.',
  }),
  country: (shown) => ({
    code: 'value-form',
    message: /^[A-Z]{2}$/.test(shown)
      ? `"${shown}" is not the code of a country.`
      : `A country is written as two capital letters, and "${shown}" is not.`,
    fix: 'Write its code of ISO 3166, such as KR for Korea or CH for Switzerland.',
  }),
  domain: (shown) => ({
    code: 'value-form',
    message: `"${shown}" is not a domain.`,
    fix: 'Write a domain of the organiser in small letters, such as example.org.',
  }),
  language: (shown, name) => ({
    code: 'value-form',
    message: `${capitalise(name)} is "${shown}", which is not the code of a language.`,
    fix: 'Write the code in small letters, such as en for English or ko for Korean.',
  }),
  published: (shown, name) => ({
    code: 'date-form',
    message: `${capitalise(name)} must be a year, a month or a day, but this is "${shown}".`,
    fix: 'Write it as 2022, 2022-05 or 2022-05-16.',
  }),
  verification: (shown, name) => ({
    code: 'value-form',
    message: `${capitalise(name)} takes the path of an HTML or XML file inside public/, and "${shown}" is none.`,
    fix: 'Write it without the folder public/, such as google0123456789abcdef.html.',
  }),
  id: (shown, name, line) => {
    const id = toId(shown);
    return {
      code: 'value-form',
      message: `${capitalise(name)} takes the name of a file without its ending, and "${shown}" cannot be one.`,
      fix: `Use small letters, digits and hyphens only${id ? `: "${line(id)}"` : ''}.`,
    };
  },
};

function explainUrl(shown: string, line: Line): ValueError {
  const code = 'link-https';
  if (/^http:\/\//i.test(shown))
    return {
      code,
      message: `The link "${shown}" is not encrypted: it begins with http:// instead of https://.`,
      fix: `Write "${line(shown.replace(/^http:/i, 'https:'))}", after trying it in a browser.`,
    };
  const [first = ''] = shown.split(/[,;]?\s/);
  if (first !== shown && /^https:\/\/\S+$/i.test(first))
    return {
      code,
      message: `"${shown}" is more than an address: "${first}" and something behind it.`,
      fix: `Write "${line(first)}", and the rest in the text, if everybody may read it.`,
    };
  const isBare = /^(\/\/)?[\w-]+(\.[\w-]+)+(\/|$)/.test(shown);
  return {
    code,
    message: `"${shown}" is not a full address that begins with https://.`,
    fix: isBare
      ? `Write "${line(`https://${shown.replace(/^\/\//, '')}`)}", after trying it in a browser.`
      : 'Open the page in a browser and copy its address, from https:// on.',
  };
}

/** The id that a text most likely means: its letters without accents and its digits, small, with hyphens between them. */
export function toId(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\.(yaml|yml|mdx|md)$/, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
