import fc from 'fast-check';

// The same values in every run: a change does not fail on values that it has nothing to do with.
fc.configureGlobal({ seed: 2022 });

/** Whether everything is tried, as `npm run test:full` does. */
export const isFull = process.env['TEST_SAMPLES'] === 'all';

/** Share of the samples that property tests take. */
const share = isFull ? 1 : 0.2;

/**
 * The number of samples of an expensive property.
 * @param all the number in `npm run test:full`
 */
export function samples(all: number): number {
  return Math.ceil(all * share);
}

/**
 * Takes a share of the values of an expensive property, evenly spread, or all in `npm run test:full`.
 * @param shift of the first value that is taken
 */
export function takeSamples<Value>(all: readonly Value[], shift = 0): Value[] {
  return all.filter((_, index) => (index + shift) % Math.round(1 / share) === 0);
}
