/** One run reports every problem: what can go on takes a result's value, and its problems are kept. */
import { expect, it } from "vitest";
import { ProblemCollector } from "../../../src/content/problems/problem-collector.ts";
import { failure, success } from "../../../src/content/problems/result.ts";

const problem = (message: string) => ({ file: "posts/x.md", message });

it("keeps problems in the order in which they were found, and gives what was read", () => {
  const problems = new ProblemCollector();
  expect(problems.take(success("text"))).toBe("text");
  expect(problems.take(failure(problem("a"), problem("b")))).toBeUndefined();
  problems.add(problem("c"));
  expect(problems.all.map(({ message }) => message)).toEqual(["a", "b", "c"]);
});

it("holds more of them than a call may have arguments, and what it gave does not grow", () => {
  const problems = new ProblemCollector();
  const before = problems.all;
  problems.addAll(Array.from({ length: 1000 }, () => problem("x")));
  problems.take({ ok: false, problems: Array.from({ length: 300_000 }, () => problem("x")) });
  expect([before.length, problems.all.length]).toEqual([0, 301_000]);
});
