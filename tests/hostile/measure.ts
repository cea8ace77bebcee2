/** The processor time of a task in milliseconds: unlike the time on the clock it says the same on a busy machine. */
export function measure(task: () => unknown): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
