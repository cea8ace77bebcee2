import { describe, expect, it } from 'vitest';
import { chooseOption, chooseValue } from '../../scripts/lib/command.ts';

const groups = ['checks', 'unit', 'site'] as const;

describe('chooseValue', () => {
  it('returns an allowed value', () => {
    expect(chooseValue('The group', 'unit', groups)).toBe('unit');
  });

  it('suggests the nearest of the allowed values', () => {
    expect(() => chooseValue('The group', 'units', groups)).toThrow(
      'The group cannot be "units". Did you mean "unit"? Write one of checks, unit, site.',
    );
    expect(() => chooseOption('group', 'browser', groups)).toThrow(
      '--group cannot be "browser". Write one of checks, unit, site.',
    );
  });
});
