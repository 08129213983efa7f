/** Limits on a sample: how long it may run, and how much it may return. */
export const LIMITS = {
  /** A statement, a step of a timeline or a program. */
  milliseconds: 60_000,
  /** Rows of one result: more would not be read on a page. */
  rows: 200,
  /** Output of a program or cells of a result, in characters. */
  output: 50_000,
};
