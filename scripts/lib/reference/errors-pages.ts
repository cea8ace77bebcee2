import type { ErrorGroup } from '../../../src/format/reference.ts';

/** Problems with the text below the fields, and with translations. */
export const pageErrors: ErrorGroup[] = [
  {
    title: 'The text below the fields',
    errors: {
      'body-attribute': {
        means:
          'A `Note` or a `Figure` has something that it does not take, or lacks something that it needs.',
        example: '`<Figure source="/pictures/team.jpg" alt="The team" />`',
        mend: 'Write the names that the message lists: `src`, `alt`, `width` and `height` for a `Figure`.',
      },
      'body-code': {
        means: 'A line begins with "import" or "export", which would be program code.',
        example: '`import Note from "note"`',
        mend: 'Delete the line: `Note` and `Figure` work without it. If it is a sentence, begin with another word.',
      },
      'body-component': {
        means: 'There is no component of this name.',
        example: '`<note>Bring a laptop.</note>`',
        mend: 'Write `<Note>` or `<Figure>`, or plain text. Capital letters count.',
      },
      'body-expression': {
        means: 'Curly brackets would be program code.',
        example: '`The set {1, 2, 3}`',
        mend: 'Write a backslash before each of them: `The set \\{1, 2, 3\\}`.',
      },
      'body-heading': {
        means: 'The text has a heading of the first level, and the page has its title already.',
        example: '`# What you need`',
        mend: 'Write `## What you need`.',
      },
      'body-html': {
        means: 'The text has HTML in it.',
        example: '`<b>free</b>` or `<br>`.',
        mend: 'Write it as Markdown: `**free**`, and an empty line for a new paragraph.',
      },
      'body-indent': {
        means: 'A line begins with four spaces or a tab, so the page would show it as program code.',
        example: 'a paragraph that was pasted with spaces before it.',
        mend: 'Take away the spaces at its beginning.',
      },
      'body-table': {
        means: 'A table aligns its columns with colons, which pages cannot do.',
        example: '`|:---|---:|`',
        mend: 'Write that line with hyphens and bars only: `|---|---|`.',
      },
      'mdx-broken': {
        means: 'The text cannot be read from a sign `<` on, or a component is not closed.',
        example: '`<Note>Bring a laptop.` without `</Note>`.',
        mend: 'Close what was opened. For the sign itself write `\\<`.',
      },
    },
  },
  {
    title: 'Links and pictures',
    errors: {
      'image-alt': {
        means: 'A picture has no words for people who cannot see it.',
        example: 'a picture with nothing between its square brackets: `![]`.',
        mend: 'Say there in a sentence what it shows: `![Five students at a table]`.',
      },
      'image-missing': {
        means: 'There is no such picture in `public/`.',
        example: '`file: partners/Logo.svg`, where the file is called `logo.svg`.',
        mend: 'Put the picture into `public/` and write its path as it is there. Capital letters count.',
      },
      'link-draft': {
        means: 'A link leads to a draft, which visitors never see.',
        example: 'a link to a week that has `draft: true`.',
        mend: 'Delete the link, or publish that page by removing its `draft: true`.',
      },
      'link-fragment': {
        means: 'The page is there, and it has no heading of the name behind the `#`.',
        example: 'a link to `/2022/take-part/#prices`, where the heading is "Costs".',
        mend: 'Write one of the places that the message lists, or the address without `#…`.',
      },
      'link-nowhere': {
        means: 'A link leads to no page of this site.',
        example: 'a link to `/2022/shedule/`.',
        mend: 'Open the page that you mean and copy its address from the first slash on: `/2022/schedule/`.',
      },
    },
  },
  {
    title: 'Languages and translations',
    errors: {
      'language-repeated': {
        means: 'A language stands twice in `languages` of `site.yaml`.',
        example: '`- ko` on two lines.',
        mend: 'Delete one of the two.',
      },
      'language-unknown': {
        means: "The site's own words, such as those of its menu, are not there in this language.",
        example: '`- fr` in `languages`, while there is no `src/i18n/fr.json`.',
        mend: 'Write a language that is there, or have that file translated first.',
      },
      'translation-extra': {
        means: 'A translation has something that its original does not have.',
        example: 'three `venues` in the translation, two in the original.',
        mend: 'Delete it in the translation, or add it to the original first.',
      },
      'translation-fact': {
        means:
          'A translation has something that is no words: dates, numbers and references come from the original.',
        example: '`start: 2022-03-28` in `phase-1-week-5.ko.mdx`.',
        mend: 'Delete the line.',
      },
      'translation-language': {
        means: 'A translation is in a language that the site does not have, or in that of the originals.',
        example: '`kick-off.fr.mdx`, while `site.yaml` has the languages `en` and `ko`.',
        mend: 'Rename the file, or add the language to `languages` in `site.yaml`.',
      },
      'translation-old': {
        means: 'A warning: the original has changed since its translation was compared with it.',
        example: 'a new title in `data-ethics.mdx`, while `data-ethics.ko.mdx` has the old one.',
        mend: 'Bring the words up to date, then run the command that the message names.',
      },
      'translation-orphan': {
        means: 'A translation has no original beside it.',
        example: '`kickoff.ko.mdx`, where the original is called `kick-off.mdx`.',
        mend: 'Rename it like its original, or write the original first.',
      },
      'translation-unconfirmed': {
        means: 'A warning: nobody has noted that a translation says what its original says.',
        example: 'a translation that was just written.',
        mend: 'Compare the two, then run the command that the message names.',
      },
    },
  },
];
