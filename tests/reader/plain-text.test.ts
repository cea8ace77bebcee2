import { expect, it } from 'vitest';
import { parseBody } from '../../src/reader/body.ts';

const textOf = (markdown: string) => parseBody(markdown, 'page.mdx', 1).body.text;

it.each([
  ['paragraphs', 'One *two*\nthree.\n\nFour.', 'One two three.\n\nFour.'],
  ['line breaks', 'One\\\ntwo  \nthree', 'One\ntwo\nthree'],
  ['a list', 'Agenda:\n\n- 09:00 Opening\n- 10:00 **Talk**', 'Agenda:\n\n- 09:00 Opening\n- 10:00 Talk'],
  ['a numbered list', '3. Three\n4. Four', '3. Three\n4. Four'],
  [
    'lists in lists',
    '1. One\n   - a\n   - b\n\n     more of b\n2. Two',
    '1. One\n  - a\n  - b\n    more of b\n2. Two',
  ],
  ['a quote', '> Said\n> once.\n>\n> - a\n> - b', 'Said once.\n\n- a\n- b'],
  [
    'a table',
    '| Time | What |\n|---|---|\n| 09:00 | *Opening* |\n| 10:00 | |',
    'Time | What\n09:00 | Opening\n10:00 | ',
  ],
  ['code', 'Run `npm ci`:\n\n```\nif x:\n  y\n```', 'Run npm ci:\n\nif x:\n  y'],
  ['a heading', '## Why *we* walk\n\nIt helps.', 'Why we walk\n\nIt helps.'],
  ['a link', 'See [the notes](https://example.org/a).', 'See the notes (https://example.org/a).'],
  [
    'a link by reference',
    'See [the notes][n].\n\n[n]: https://example.org/a',
    'See the notes (https://example.org/a).',
  ],
  ['a bare address', 'See https://example.org/a for more.', 'See https://example.org/a for more.'],
  [
    'a mail address',
    '[Ada](mailto:ada@example.org), bob@example.org',
    'Ada (ada@example.org), bob@example.org',
  ],
  ['a link within the site', 'See the [schedule](/2030/schedule/).', 'See the schedule.'],
  ['a picture', 'Look: ![A map](/map.png)', 'Look: A map'],
  ['a picture with a link', '[![A map](/map.png)](https://example.org/)', 'A map (https://example.org/)'],
  ['components', '<Note title="Bring">\n\n- a pen\n\n</Note>\n\nThen.', 'Bring\n\n- a pen\n\nThen.'],
  ['a figure', '<Figure src="/map.png" alt="A map" caption="The town" />', 'A map\n\nThe town'],
  ['a footnote', 'One.[^1]\n\n[^1]: Of two.', 'One.\n\nOf two.'],
  ['nothing of a line or a definition', 'One\n\n---\n\nTwo\n\n[n]: https://example.org', 'One\n\nTwo'],
])('the plain text has %s', (_, markdown, text) => {
  expect(textOf(markdown)).toBe(text);
});
