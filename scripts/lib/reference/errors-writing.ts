import type { ErrorGroup } from '../../../src/format/reference.ts';

/** Problems with files themselves, and with how fields are written. */
export const writingErrors: ErrorGroup[] = [
  {
    title: 'Files',
    errors: {
      'file-empty': {
        means: 'The file has nothing in it.',
        example: 'a new file that was saved before anything was written.',
        mend: 'Fill it in, or delete it. A file of the same kind shows what belongs in it.',
      },
      'file-encoding': {
        means: 'The file is not a text in UTF-8, so its letters cannot be read from the named line on.',
        example:
          'a file that was saved as "ANSI" or "UTF-16", or a picture whose name was changed to end in `.yaml`.',
        mend: 'Open it in your editor and save it again with the encoding "UTF-8".',
      },
      'file-missing': {
        means: 'A file that the site cannot do without is not there.',
        example: 'a folder `content/2023/` without a `programme.yaml`.',
        mend: 'Add the file with the fields that [the reference](fields.md) names, or delete the folder.',
      },
      'file-stray': {
        means: 'Nothing reads this file: its name, its ending or its folder is none that the site knows.',
        example:
          '`content/2022/week/Week 5.mdx`: the folder is called `weeks`, and names have no capitals or spaces.',
        mend: 'Rename or move the file as the message says. Pictures and documents belong in `public/`.',
      },
      'file-unreadable': {
        means: 'The file cannot be opened.',
        example: 'a link to a file that is gone.',
        mend: 'Put the file itself there, or delete it.',
      },
      'front-matter-missing': {
        means: 'A page (`.mdx`) does not begin with its fields between two lines `---`.',
        example:
          'a page whose first line is empty, that has only one line `---`, or one twice above its fields.',
        mend: 'Write `---` on the first line, the fields below it, and `---` again before the text.',
      },
      'id-repeated': {
        means:
          'Two files stand for the same thing, because their names differ only in the ending or in capitals.',
        example: '`kick-off.mdx` and `Kick-off.mdx`.',
        mend: 'Delete one of the two, or give it a name of its own.',
      },
    },
  },
  {
    title: 'How fields are written',
    errors: {
      'key-missing': {
        means: 'A field that is needed is not there, or it has no value.',
        example: '`title:` with nothing behind the colon.',
        mend: 'Write the value: `title: Data Ethics`. If the field is not needed, you can delete the line.',
      },
      'key-repeated': {
        means: 'The same field stands in the file twice, and nobody can tell which one counts.',
        example: '`start: 2022-03-28` and, further down, `start: 2022-03-29`.',
        mend: 'Keep one of the two lines and delete the other.',
      },
      'key-unknown': {
        means: 'There is no field of this name. Often it is a slip of the pen.',
        example: '`statusnote: The lecturer is ill.`',
        mend: 'Write the name as the message says: `statusNote: The lecturer is ill.` Capital letters count.',
      },
      'yaml-broken': {
        means: 'The fields cannot be read from the named place on.',
        example: '`title: Workshop: first part`, where the second colon confuses the reader.',
        mend: 'Put the whole value into quotation marks: `title: "Workshop: first part"`. The message names other causes.',
      },
      'yaml-sign': {
        means:
          'A sign has a meaning of its own and would get lost: `&`, `*` or `!` where the value begins, or `#` and all behind it.',
        example: '`title: *Open* data` or `title: Workshop #1`',
        mend: 'Put the whole value into quotation marks: `title: "Workshop #1"`.',
      },
    },
  },
  {
    title: 'Values',
    errors: {
      'currency-unknown': {
        means: 'There is no currency with this code.',
        example: '`currency: WON`',
        mend: 'Write the code of ISO 4217, three capital letters: `currency: KRW`.',
      },
      'date-form': {
        means: 'A day or a time is written in another way than year-month-day.',
        example: '`start: 7.3.2022`',
        mend: 'Write it with all digits: `start: 2022-03-07`. With a time it is `2022-03-07T15:00`.',
      },
      'date-impossible': {
        means: 'There is no such day or time.',
        example: '`end: 2022-02-30`',
        mend: 'Write a day that exists: `end: 2022-02-28`.',
      },
      'date-order': {
        means: 'The end lies before the beginning.',
        example: '`start: 2022-04-03` and `end: 2022-03-28`.',
        mend: 'Correct one of the two, or swap them.',
      },
      'email-wrong': {
        means: 'This is not an e-mail address.',
        example: '`email: info at example.org`',
        mend: 'Write `email: info@example.org`.',
      },
      'link-https': {
        means: 'An address is not complete, or not encrypted.',
        example: '`url: www.example.org` or `url: http://example.org`.',
        mend: 'Open the page in a browser and copy its address, from `https://` on.',
      },
      'value-empty': {
        means: 'The value is there, and it is empty.',
        example: '`city: ""`',
        mend: 'Write something between the quotation marks, or delete the line if the field is not needed.',
      },
      'value-form': {
        means: 'The value does not have the form that this field takes.',
        example: '`country: Korea`',
        mend: 'Write it as the message says: `country: KR`.',
      },
      'value-range': {
        means: 'A number is too small or too large, or a list has no items.',
        example: '`number: 0`',
        mend: 'Write a number within the limits that the message names: `number: 1`.',
      },
      'value-type': {
        means: 'The value is of another kind: a text where a number belongs, one value where a list belongs.',
        example: '`number: "5"`',
        mend: 'Write it as the message says: `number: 5`.',
      },
      'value-unknown': {
        means: 'The field takes one of a few values, and this is none of them.',
        example: '`status: canceled`',
        mend: 'Write one of the allowed values, spelt as they are listed: `status: cancelled`.',
      },
      'value-wrong': {
        means: 'The value cannot be right, and the check cannot say more.',
        example: 'a value that has not been foreseen.',
        mend: 'Compare with a file of the same kind, or with [the reference](fields.md).',
      },
      'zone-unknown': {
        means: 'There is no time zone of this name.',
        example: '`timezone: Seoul`',
        mend: 'Write region and city: `timezone: Asia/Seoul`.',
      },
    },
  },
];
