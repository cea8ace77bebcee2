import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutMap } from '../../src/map/map.ts';
import type { Drawing } from '../../src/map/drawing.ts';
import type { MapPlan } from '../../src/map/plan.ts';
import { makeEvent, makeLine } from './fixture.ts';
import { findFaults } from './geometry.ts';
import { plans } from './plans.ts';
import { samples } from '../seed.ts';

const orientations = ['wide', 'tall'] as const;
const draw = (plan: MapPlan | undefined, orientation: 'wide' | 'tall'): Drawing => {
  const drawing = plan && layoutMap(plan, orientation);
  if (!drawing) throw new Error('There is no drawing.');
  return drawing;
};
const year = plans['the edition of 2022'];

describe.each(orientations)('the %s map', (orientation) => {
  it.each(Object.entries(plans))('of %s has no faults', (_, plan) => {
    expect(findFaults(draw(plan, orientation), plan, orientation)).toEqual([]);
  });

  it('has no faults for any programme', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(findFaults(draw(plan, orientation), plan, orientation)).toEqual([]);
      }),
      { numRuns: samples(100) },
    );
  }, 60_000);

  it('is deterministic', () => {
    expect(draw(year, orientation)).toEqual(draw(structuredClone(year), orientation));
  });

  it('joins the six shared topics of 2022, and names each once', () => {
    const { interchanges, labels } = draw(year, orientation);
    expect(interchanges.map(({ topic }) => topic)).toEqual(['t0', 't1', 't2', 't3', 't4', 't5']);
    const titles = labels.filter(({ part }) => part === 'title').map(({ lines }) => lines.join(' '));
    expect(titles.filter((title) => title.startsWith('Cybersecurity Threats'))).toEqual([
      'Cybersecurity Threats in the Age of Rapid Digitalization',
    ]);
    expect(titles.filter((title) => title === 'Orientation Day')).toHaveLength(2);
  });

  it('connects the end of the first phase to the second, and the kick-off to the first', () => {
    const { connectors, arrows } = draw(year, orientation);
    expect(connectors).toHaveLength(2);
    expect(arrows).toHaveLength(1);
  });

  it('joins shared topics where one phase has an extra week at its start', () => {
    const { interchanges } = draw(plans['a phase that begins with its first topic'], orientation);
    expect(interchanges.map(({ topic }) => topic)).toEqual(['Water', 'Energy', 'Waste']);
  });

  it('has no connector between phases that run at once', () => {
    expect(draw(plans['phases that run at once'], orientation).connectors).toEqual([]);
  });

  it('lists the other weeks of a topic outside an interchange', () => {
    const { labels } = draw(plans['another order in the second phase'], orientation);
    const changes = labels.filter(({ part }) => part === 'changes').map(({ lines }) => lines.join(' '));
    expect(changes).toHaveLength(8);
    expect(changes).toContain('→ II·3');
  });

  it('strikes out cancelled entries and adds a notice', () => {
    const { labels } = draw(plans['cancelled and postponed'], orientation);
    const texts = (struck: boolean) =>
      labels.filter((label) => label.struck === struck).map(({ lines }) => lines.join(' '));
    expect(texts(true)).toContain('Talk');
    expect(texts(false).filter((text) => text === 'Cancelled')).toHaveLength(3);
    expect(texts(false)).toContain('Postponed');
    // The topic is still taught in the other phase.
    expect(texts(false)).toContain('Water');
  });
});

describe('the wide map', () => {
  it('joins shared topics vertically', () => {
    for (const { from, to } of draw(year, 'wide').interchanges) expect(from.x).toBe(to.x);
  });

  it('branches to a workshop behind its week', () => {
    const { events, stations } = draw(year, 'wide');
    const workshop = events.find(({ event }) => event.id === 'workshop-1');
    const [third, fourth] = ['p2-w3', 'p2-w4'].map((id) => stations.find(({ station }) => station.id === id));
    expect(workshop?.branch?.[0]?.y).toBe(third?.y);
    expect(workshop?.x).toBeGreaterThan(third?.x ?? Infinity);
    expect(workshop?.x).toBeLessThan(fourth?.x ?? 0);
  });

  it('divides many weeks into several bands of the same width', () => {
    const many = draw(plans['one phase of twenty weeks'], 'wide');
    expect(many.tracks.length).toBeGreaterThan(1);
    expect(many.width).toBe(draw(year, 'wide').width);
    expect(many.bars).toHaveLength(1);
  });
});

describe('layoutMap', () => {
  const weeks = (count: number) => Array.from({ length: count }, (_, index) => `Topic ${index}`);
  const lines = (count: number, length: number) =>
    Array.from({ length: count }, (_, index) => makeLine(index + 1, '2022-01-03', weeks(length)));

  it.each([
    ['no phase', []],
    ['four phases', lines(4, 2)],
    ['twenty-one weeks in a phase', lines(1, 21)],
  ])('gives no drawing for %s', (_, tooMany) => {
    for (const orientation of orientations) {
      expect(layoutMap({ lines: tooMany, events: [] }, orientation)).toBeUndefined();
    }
  });
});

const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z]{1,14}$/),
  fc.constantFrom('스마트시티', '데이터', '자연기반해법', '(11)', '&', 'Digitalization,'),
);
const title = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const stop = fc.record({
  topic: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { nil: undefined }),
  title,
  kind: fc.constantFrom('week' as const, 'orientation' as const, 'break' as const),
  status: fc.constantFrom(
    'scheduled' as const,
    'scheduled' as const,
    'cancelled' as const,
    'postponed' as const,
  ),
});
const anyPlan: fc.Arbitrary<MapPlan> = fc
  .tuple(
    fc.array(fc.tuple(fc.array(stop, { minLength: 1, maxLength: 20 }), title), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.array(fc.tuple(title, fc.integer({ min: 0, max: 500 })), { maxLength: 8 }),
    fc.boolean(),
  )
  .map(([phases, events, atOnce]) => ({
    lines: phases.map(([stops, name], index) =>
      makeLine(
        index + 1,
        atOnce ? '2022-02-07' : (['2022-02-07', '2022-07-04', '2022-12-05'][index] ?? ''),
        stops,
        name,
      ),
    ),
    events: events.map(([name, day], index) => {
      const date = new Date(Date.UTC(2021, 11, 1 + day)).toISOString().slice(0, 10);
      return makeEvent(`event-${index}`, name, date);
    }),
  }));
