/** Gathers the problems of a run, so that one run reports all of them. */
import type { Problem } from "./problem.ts";
import type { Result } from "./result.ts";
import type { Rule } from "./rule.ts";

export class ProblemCollector {
  readonly #problems: Problem[];
  readonly #rule: Rule | undefined;

  constructor(problems: Problem[] = [], rule?: Rule) {
    this.#problems = problems;
    this.#rule = rule;
  }

  /** The same collector, for problems that are found by a rule where they name none themselves. */
  under(rule: Rule): ProblemCollector {
    return new ProblemCollector(this.#problems, rule);
  }

  add(problem: Problem): void {
    this.addAll([problem]);
  }

  addAll(problems: Iterable<Problem>): void {
    for (const problem of problems) this.#problems.push({ ...problem, rule: problem.rule ?? this.#rule });
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
