/** Why a request got no answer: `fetch` says what went wrong in the cause of its error. */
export function networkFault(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
