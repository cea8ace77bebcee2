import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseYaml } from '../../src/reader/yaml.ts';

describe('parseYaml', () => {
  it('knows where each value and each key stands', () => {
    const { positions, keys } = parseYaml('a: 1\nb:\n  - c: x\n    d:\n', 'file.yaml', 10);
    expect(positions).toEqual({
      '': { line: 10, column: 1 },
      a: { line: 10, column: 4 },
      b: { line: 12, column: 3 },
      'b.0': { line: 12, column: 5 },
      'b.0.c': { line: 12, column: 8 },
      'b.0.d': { line: 13, column: 7 },
    });
    expect(keys['b.0.d']).toEqual({ line: 13, column: 5 });
  });

  it('leaves dates, yes and no as they were written', () => {
    expect(parseYaml('a: 2030-02-30\nb: yes\nc: 2030', 'file.yaml').data).toEqual({
      a: '2030-02-30',
      b: 'yes',
      c: 2030,
    });
  });

  it('gives no data where the text is broken, and the last of two values where a key is repeated', () => {
    expect(parseYaml('a: [', 'file.yaml')).toMatchObject({ data: undefined, isBroken: true });
    expect(parseYaml('a: 1\na: 2', 'file.yaml')).toMatchObject({ data: { a: 2 }, isBroken: false });
  });

  it('reads back whatever text is written in quotation marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { data, issues } = parseYaml(stringify({ text }), 'file.yaml');
        expect({ data, issues }).toEqual({ data: { text }, issues: [] });
      }),
    );
  });
});
