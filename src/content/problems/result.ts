/** The outcome of something that can fail: a value, or all the problems that prevented it. */
import type { Problem } from "./problem.ts";

export type Result<Value> = Success<Value> | Failure;

export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Failure {
  readonly ok: false;
  /** At least one. */
  readonly problems: readonly Problem[];
}

export function success<Value>(value: Value): Success<Value> {
  return { ok: true, value };
}

export function failure(...problems: Problem[]): Failure {
  return { ok: false, problems };
}
