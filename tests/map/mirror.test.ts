import { describe, expect, it } from 'vitest';
import { mirrorDrawing } from '../../src/map/drawing.ts';
import { layoutMap } from '../../src/map/map.ts';
import { findFaults } from './geometry.ts';
import { plans } from './plans.ts';

describe.each(['wide', 'tall'] as const)('mirrorDrawing of the %s map', (orientation) => {
  it.each(Object.entries(plans))('of %s has no faults', (_, plan) => {
    const drawing = layoutMap(plan, orientation);
    if (!drawing) throw new Error('There is no drawing.');
    expect(findFaults(mirrorDrawing(drawing), plan, orientation)).toEqual([]);
  });

  it('flips x and keeps y', () => {
    const plan = plans['the edition of 2022'];
    const drawing = plan && layoutMap(plan, orientation);
    if (!drawing) throw new Error('There is no drawing.');
    const mirrored = mirrorDrawing(drawing);
    expect(mirrored.stations.map(({ x, y }) => [drawing.width - x, y])).toEqual(
      drawing.stations.map(({ x, y }) => [x, y]),
    );
    expect(mirrored.labels.map(({ x, width }) => drawing.width - x - width)).toEqual(
      drawing.labels.map(({ x }) => x),
    );
    expect(mirrored.arrows.map(({ to }) => to)).toEqual(orientation === 'wide' ? ['right'] : ['up']);
  });
});
