/** The progress of a build, for display. */

/** As readers of the terminal see them, in their order; the search index is made beside the others. */
const STAGES = [
  "Reading files",
  "Rendering texts",
  "Working out what follows",
  "Checking",
  "Making pages",
  "Writing pages",
  "Writing files",
  "Making the search index",
] as const;
export type Stage = (typeof STAGES)[number];

export interface Progress {
  /** A stage begins, and the one before it has ended; `total` is of what it has much to do. */
  begin(stage: Stage, total?: number): void;
  /** One of them is done. */
  advance(): void;
  /** A detail for `--profile` only. */
  note(text: string): void;
}

/** Says nothing. */
export const UNSEEN: Progress = { begin: () => {}, advance: () => {}, note: () => {} };
