/** What whoever runs a command can put right by themselves: its message says how, and a call stack would say nothing. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
