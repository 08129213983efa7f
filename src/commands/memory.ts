/** Keeps what a process takes of the machine's memory small. */
import { setFlagsFromString } from "node:v8";

/**
 * V8 takes half a gigabyte for a moment to optimise PostgreSQL's parser, which gets no faster by it; and it lets the heap grow
 * in large steps. `--liftoff-only` would say the first, but only on Node's own command line.
 */
const FLAGS = [
  "--no-wasm-tier-up",
  "--no-wasm-dynamic-tiering",
  "--heap-growing-percent=30",
  // Of workers; of this thread, see `keepYoungGenerationSmall`.
  "--min-semi-space-size=8",
  "--max-semi-space-size=8",
];

/** Before anything is loaded that takes much. */
export function keepMemorySmall(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}

/**
 * For the rest of the process, the young generation stays as large as it has grown while modules were loaded: 8 MB twice, where it
 * would grow to 64 MB twice. `--max-semi-space-size` is only read before a program runs.
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}

/** For what makes little: the small steps would take it an eighth more time, and its heap stays small. */
export function letHeapGrow(): void {
  setFlagsFromString("--heap-growing-percent=0");
}
