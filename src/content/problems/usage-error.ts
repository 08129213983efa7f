/** A mistake in how a command was run. Its message says how to fix it, so no call stack is printed. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
