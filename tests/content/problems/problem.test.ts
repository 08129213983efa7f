/** Problems as an author reads them. */
import { describe, expect, it } from "vitest";
import { ContentError, formatProblem, type Problem } from "../../../src/content/problems/problem.ts";

describe("a problem", () => {
  it.each<[Problem, string]>([
    [{ file: "a.md", message: "is wrong" }, "a.md is wrong"],
    [{ file: "a.md", line: 3, message: "is wrong" }, "a.md:3 is wrong"],
    [{ file: "a.md", line: 3, column: 1, message: "is wrong" }, "a.md:3:1 is wrong"],
    [{ file: "a.md", column: 1, message: "is wrong" }, "a.md is wrong"],
    [{ file: "a.md", field: "tags.0", message: "is wrong" }, "a.md tags.0: is wrong"],
    [{ file: "a.md", message: "is wrong", hint: "fix it" }, "a.md is wrong (fix it)"],
  ])("%j is one line", (problem, line) => {
    expect(formatProblem(problem)).toBe(line);
  });
});

describe("the error of a whole site", () => {
  const problem = (file: string, line?: number, column?: number): Problem => ({ file, line, column, message: "x" });

  it("counts its problems", () => {
    expect(new ContentError([problem("a.md")]).message).toMatch(/^1 problem in the content:\n/);
    expect(new ContentError([problem("a.md"), problem("b.md")]).message).toMatch(/^2 problems in the content:\n/);
  });

  it("names them by file, line and column, however they were found", () => {
    const problems = [
      problem("b.md", 1),
      problem("a.md", 10),
      problem("a.md", 9, 2),
      problem("a.md", 9, 1),
      problem("a.md"),
    ];
    const lines = ["a.md x", "a.md:9:1 x", "a.md:9:2 x", "a.md:10 x", "", "b.md:1 x"];
    expect(new ContentError(problems).message.split("\n").slice(1)).toEqual(lines);
    expect(new ContentError(problems.toReversed()).message.split("\n").slice(1)).toEqual(lines);
  });

  it("keeps the problems themselves", () => {
    const problems = [problem("b.md"), problem("a.md")];
    expect(new ContentError(problems).problems).toEqual(problems);
  });
});
