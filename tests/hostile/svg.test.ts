import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/model/limits.ts';
import { checkSvg } from '../../src/reader/svg.ts';

const svg = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\n${inner}\n</svg>`;
const check = (text: string) =>
  checkSvg(text, 'public/a.svg').map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('checkSvg', () => {
  it.each([
    '../../public/favicon.svg',
    '../fixtures/gardens/public/rooftop.svg',
    '../site/small/public/mill.svg',
  ])('accepts the drawing %s', (path) => {
    expect(check(readFileSync(resolve(import.meta.dirname, path), 'utf8'))).toEqual([]);
  });

  it('accepts what drawing programs write', () => {
    const inner = `<!-- Generator: some program -->
      <defs><style type="text/css"><![CDATA[ .cls-1 { fill: #123; clip-path: url(#a) } ]]></style>
      <linearGradient id="b" xlink:href="#c"><stop offset="0" stop-color="red"/></linearGradient></defs>
      <title>Two &amp; two</title><g id="Layer_1" data-name="Layer 1" style="fill:url(#b)" aria-hidden="true">
      <path class="cls-1" d="M0 0h9"/><use href="#a" x="1"/><text xml:space="preserve" x="1" y="2">가</text></g>`;
    expect(check(`<?xml version="1.0" encoding="UTF-8"?>\n${svg(inner)}`)).toEqual([]);
  });

  it.each([
    ['a script', '<script>alert(1)</script>', '<script> is not allowed'],
    [
      'a script under another prefix',
      '<x:script xmlns:x="http://www.w3.org/2000/svg"/>',
      '<x:script> is not',
    ],
    ['a page inside', '<foreignObject>alert(1)</foreignObject>', '<foreignObject> is not allowed'],
    ['an element of HTML', '<p xmlns="http://www.w3.org/1999/xhtml"/>', '<p> is not allowed'],
    ['a picture from elsewhere', '<image href="https://a.example/b.png"/>', '<image> is not allowed'],
    ['a link', '<a href="javascript:alert(1)"><path/></a>', '<a> is not allowed'],
    ['an animation', '<set attributeName="href" to="javascript:alert(1)"/>', '<set> is not allowed'],
    ['an event handler', '<g onload="alert(1)"/>', '<g> has onload'],
    ['a drawing from elsewhere', '<use href="https://a.example/b.svg#c"/>', '<use> has href, an address'],
    ['the same in the older form', '<use xlink:href="data:image/svg+xml,#c"/>', '<use> has xlink:href'],
    ['a style from elsewhere', '<style>@import "https://a.example/b.css";</style>', '<style> has an @ rule'],
    ['one in parts', '<style>@im<!-- -->port "b.css";</style>', '<style> has an @ rule'],
    ['one with escapes', '<style>a{fill:u\\72l(//a.example)}</style>', '<style> has a backslash'],
    ['a foreign address in a style', '<style>a{fill:url(//a.example)}</style>', '<style> has an address'],
    ['one cut by a comment', '<style>a{fill:ur<!-- -->l(//a.example)}</style>', '<style> has an address'],
    ['one written as entities', '<style>a{fill:&#117;rl(//a.example)}</style>', '<style> has an address'],
    ['one in an attribute', '<g style="fill: URL( //a.example )"/>', '<g> has style, an address'],
    ['one in a filter', '<g filter="url(https://a.example#b)"/>', '<g> has filter, an address'],
    ['another base', '<g xml:base="https://a.example/"/>', '<g> has xml:base'],
  ])('refuses %s by element and line', (_, inner, message) => {
    const [first = '', ...more] = check(svg(inner));
    expect(first).toMatch(/^2:\d+ /);
    expect(first).toContain(message);
    expect(more).toEqual([]);
  });

  it.each([
    ['a <!DOCTYPE>', `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "">${svg('')}`, 'has a <!DOCTYPE>'],
    [
      'an instruction',
      `<?xml-stylesheet href="//a.example/b.css"?>${svg('')}`,
      'an instruction <?xml-stylesheet?>',
    ],
    ['another encoding', `<?xml version="1.0" encoding="utf-7"?>${svg('')}`, 'its encoding is utf-7'],
    ['what is no SVG', '<html/>', '<html> is not allowed'],
    [
      'what is not whole',
      '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>',
      'cannot be used: unexpected close tag',
    ],
    ['plain text', 'Hello', 'cannot be used: text data outside of root node'],
  ])('refuses %s', (_, text, message) => {
    expect(check(text)[0]).toContain(message);
  });

  it('refuses entities, and expands none', () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`);
    const bomb = `<!DOCTYPE svg [<!ENTITY e0 "a">${entities.join('')}]>${svg('<text>&e9;</text>')}`;
    expect(check(bomb)).toHaveLength(2);
  });

  it('refuses a drawing that refers to itself ten times over, ten levels deep', () => {
    const levels = Array.from({ length: 10 }, (_, n) => {
      const uses = `<use href="#l${n + 1}"/>`.repeat(10);
      return `<g id="l${n}">${uses}</g>`;
    });
    expect(check(svg(`${levels.join('')}<path id="l10"/>`))[0]).toContain(
      'it draws more than 50000 elements',
    );
    expect(check(svg('<g id="a"><use href="#a"/></g>'))).toEqual([]);
  });

  it('names every element that is not allowed', () => {
    const lines = ['<g onclick="a"/>', '<rect/>', '<script/>', '<iframe/>'];
    expect(check(svg(lines.join('\n'))).map((each) => each.split(' ')[0])).toEqual(['2:1', '4:1', '5:1']);
  });

  it('refuses elements too deep inside one another', () => {
    const depth = limits.svgDepth;
    expect(check(svg('<g>'.repeat(depth - 1) + '</g>'.repeat(depth - 1)))).toEqual([]);
    expect(check(svg('<g>'.repeat(100_000)))[0]).toContain(`deeper than ${depth} inside one another`);
  });
});
