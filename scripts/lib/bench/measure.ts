/**
 * Measures a task that does the same each time.
 * @param runs how often it is run, after once that does not count
 * @returns the median of its times, in milliseconds
 */
export function measure(task: () => unknown, runs = 7): number {
  task();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    task();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}
