/** An error that the user can correct: commands print its message without a stack trace. */
export class PlainError extends Error {
  override name = 'PlainError';
}
