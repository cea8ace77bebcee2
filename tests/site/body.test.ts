import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlToHast, type HastNode } from 'satteri';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseBody } from '../../src/reader/body.ts';
import { readContent } from '../../src/reader/read.ts';
import { copyProject, gardens, type Project } from '../project.ts';
import { writeSample } from '../sample.ts';

/** What Markdown has, and where it and MDX might part ways. */
const everything = `Plain words, *emphasis*, **strong**, ~~gone~~, \`{code} <b>\`, "quotes" -- and dashes...
A second line.\\
A third one, broken by hand.

## A heading with *emphasis* & signs

### 한글 제목 "1"

### 한글 제목 "1"

- one

    still one, indented
- two
  1. inner
  2. list

> A quotation of
> two lines.

| left | right |
|------|-------|
| a    | 1 < 2 |

[A link](/2030/schedule/ "with a title"), [another][ref], https://example.org/a_b?c=d&e=f and ada@example.org.

![A street](/pictures/street.jpg)

\`\`\`js
const x = { y: '<b>' };
\`\`\`

- [x] done
- [ ] not done

Escaped: \\{ \\} \\< \\* &amp; &nbsp;| 1 < 2 > 0.

A note.[^1]

---

[ref]: https://example.org/
[^1]: The words of the note.
`;

/** All bodies without components: those of the fixture, and one with everything. */
function listBodies(): Record<string, string> {
  const { originals, translations } = readContent(join(gardens, 'content')).library;
  const entries = [...Object.values(originals).flat(), ...translations];
  const bodies = entries.flatMap(({ body }) =>
    body?.components.length === 0 && body.markdown.trim() ? [body.markdown] : [],
  );
  return Object.fromEntries([everything, ...bodies].map((markdown, index) => [`body-${index}`, markdown]));
}

const markdownPage = `---
import { getCollection } from 'astro:content';
export const getStaticPaths = async () =>
  (await getCollection('bodies', ({ id }) => id.startsWith('2030/pages/'))).map(({ id, rendered }) => ({
    params: { id: id.split('/').at(-1) },
    props: { html: rendered?.html },
  }));
---
<main set:html={Astro.props.html} />
`;

const mdxPage = `---
export const getStaticPaths = () =>
  Object.entries(import.meta.glob('../../bodies/*.mdx', { eager: true })).map(([path, { Content }]) => ({
    params: { id: /([^/]+)[.]mdx$/.exec(path)[1] },
    props: { Content },
  }));
const { Content } = Astro.props;
---
<main><Content /></main>
`;

const bodies = listBodies();
let project: Project;

beforeAll(async () => {
  project = copyProject(undefined, ['src', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json']);
  const writeFile = (path: string, text: string) => {
    mkdirSync(join(project.root, path, '..'), { recursive: true });
    writeFileSync(join(project.root, path), text);
  };
  rmSync(join(project.root, 'src/pages'), { recursive: true });
  writeFile('src/pages/markdown/[id].astro', markdownPage);
  writeFile('src/pages/mdx/[id].astro', mdxPage);
  writeSample(join(project.root, 'content'));
  for (const [id, body] of Object.entries(bodies)) {
    writeFile(`content/2030/pages/${id}.mdx`, `---\ntitle: ${id}\nsummary: A page.\n---\n${body}`);
    writeFile(`src/bodies/${id}.mdx`, body);
  }
  writeFile('scripts/pages.ts', `import { build } from 'astro';\nawait build({ logLevel: 'warn' });\n`);
  const { code, output } = await project.run('pages');
  if (code !== 0) throw new Error(output);
});
afterAll(() => project.remove());

/** What a page shows. The two ways write the same elements in other characters, such as `<br/>` for `<br>`. */
function read(way: 'markdown' | 'mdx', id: string): string {
  const html = readFileSync(join(project.root, 'dist', way, id, 'index.html'), 'utf8');
  const [, main = ''] = /<main>(.*)<\/main>/s.exec(html) ?? [];
  return writeChildren(htmlToHast(main, { fragment: true }), 'main');
}

/** Elements with others in them, between which spaces do not show. */
const holders = /^(main|ul|ol|blockquote|table|thead|tbody|tr|section)$/;

function writeChildren(parent: HastNode, name: string): string {
  const children = 'children' in parent ? parent.children : [];
  return children.map((node) => write(node, name)).join('');
}

function write(node: HastNode, parent: string): string {
  if (node.type === 'text')
    return holders.test(parent) ? node.value.trim() : node.value.replaceAll(/\s+/g, ' ');
  if (node.type !== 'element') return '';
  const attributes = Object.entries(node.properties).map(
    ([name, value]) => ` ${name}=${String(value) === 'true' ? '' : String(value)}`,
  );
  return `\n<${node.tagName}${attributes.sort().join('')}>${writeChildren(node, node.tagName)}</>`;
}

/** The fragments of a body's headings, in the order in which they stand. */
const fragmentsOf = (shown: string) => Array.from(shown.matchAll(/<h[2-6] id=([^>]*)>/g), ([, id]) => id);

it.each(Object.keys(bodies))('%s without components looks the same as Markdown and as MDX', (id) => {
  const shown = read('markdown', id);
  expect(shown).not.toBe('');
  expect(read('mdx', id)).toBe(shown);
});

it.each(Object.entries(bodies))('%s has the fragments that the check expects', (id, body) => {
  expect(fragmentsOf(read('markdown', id))).toEqual(parseBody(body, id, 1).body.fragments);
});

it('compares what the loader renders', () => {
  expect(read('markdown', 'about')).toBe('\n<p>About us.</>');
});
