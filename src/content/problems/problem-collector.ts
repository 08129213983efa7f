/** Gathers the problems of a run, so that one run reports all of them. */
import type { Problem } from "./problem.ts";
import type { Result } from "./result.ts";

export class ProblemCollector {
  readonly #problems: Problem[] = [];

  add(problem: Problem): void {
    this.#problems.push(problem);
  }

  addAll(problems: Iterable<Problem>): void {
    for (const problem of problems) this.#problems.push(problem);
  }

  /** The result's value; undefined where it has none, and its problems are kept. */
  take<Value>(result: Result<Value>): Value | undefined {
    if (result.ok) return result.value;
    this.addAll(result.problems);
    return undefined;
  }

  get all(): readonly Problem[] {
    return [...this.#problems];
  }
}
