/** Keeps what a process takes of the machine's memory small. */
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/**
 * V8 takes half a gigabyte for a moment to optimise PostgreSQL's parser, which gets no faster by it; and it lets the heap grow
 * in large steps. `--liftoff-only` would say the first, but only on Node's own command line.
 */
const FLAGS = [
  "--no-wasm-tier-up",
  "--no-wasm-dynamic-tiering",
  "--heap-growing-percent=60",
  // Of workers; of this thread, see `keepYoungGenerationSmall`.
  "--min-semi-space-size=8",
  "--max-semi-space-size=8",
];

/** Before anything is loaded that takes much. */
export function keepMemorySmall(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}

/** Bytes of the young generation, two halves of 8 MB: with less, a build spends an eighth of its time in collecting it. */
const YOUNG_GENERATION = 16 << 20;
/** Milliseconds. */
const CHECK_EVERY = 20;

/**
 * Stops the young generation when it has grown to 8 MB twice, where it would grow to 64 MB twice. V8 has no flag for that while a
 * program runs, since it reads `--max-semi-space-size` before, but one for whether it grows at all.
 */
export function keepYoungGenerationSmall(): void {
  const timer = setInterval(() => {
    if (youngGeneration() < YOUNG_GENERATION) return;
    setFlagsFromString("--semi-space-growth-factor=1");
    clearInterval(timer);
  }, CHECK_EVERY).unref();
}

function youngGeneration(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;
}

/** For what makes little: the small steps would take it an eighth more time, and its heap stays small. */
export function letHeapGrow(): void {
  setFlagsFromString("--heap-growing-percent=0");
}

/**
 * For esbuild, which is written in Go: it collects when its heap is four times what is in use, in place of twice. That is some
 * 12 MB, and of thousands of samples it compiles each in two thirds of the time.
 */
export function letCompilerHeapGrow(): void {
  process.env["GOGC"] ??= "300";
}
