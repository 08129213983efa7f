import type { Problem } from "./problem.ts";

/** The outcome of what can fail on an author's account: a value, or every problem that was found. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; problems: Problem[] };
