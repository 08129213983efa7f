/** Samples that can be read are read: what is wrong with one is said with its line. */
import { describe, expect, it } from "vitest";
import { syntaxProblem } from "../../src/checks/syntax.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";

async function check(language: string, ...lines: string[]): Promise<string[]> {
  const problem = await syntaxProblem({ file: "posts/x.md", line: 10, language, code: `${lines.join("\n")}\n` });
  return problem ? [formatProblem(problem)] : [];
}

it("a sample that its reader can't stand is a problem of that sample", async () => {
  const [problem = ""] = await check("sql", `SELECT ${"1 + ".repeat(20_000)} 1;`);
  expect(problem).toMatch(/^posts\/x\.md:10 this is not sql: /);
});

describe("code that is what it says", () => {
  it.each([
    ["sql", "SELECT 1;", "-- and", "MERGE INTO a USING b ON a.i = b.i WHEN MATCHED THEN DO NOTHING;"],
    ["sql", "-- nothing but a remark"],
    ["sql", "/* nor", "here */"],
    ["sql", "SELECT set_config('app.tenant', $1, true)"],
    ["postgresql", "CREATE POLICY p ON t USING (true);"],
    ["ts", "const a: number = 1;", "await Promise.resolve(a);"],
    ["tsx", "export const A = () => <p>{1}</p>;"],
    ["js", "class A { #b = 1; }"],
    ["json", '{ "a": [1, 2] }'],
    ["yaml", "a: 1", "---", "b: [x, y]"],
    ["kotlin", "not read (("],
    ["constructor", "not read (("],
    ["", "nor this (("],
  ])("is passed: %s", async (language, ...lines) => {
    expect(await check(language, ...lines)).toEqual([]);
  });
});

describe("code that is not what it says", () => {
  it.each([
    ["sql", ["SELECT 'é';", "SELEC 1;"], 'posts/x.md:11 this is not sql: syntax error at or near "SELEC"'],
    ["sql", ["SELECT 1", "FROM"], "posts/x.md:12 this is not sql: syntax error at end of input"],
    ["sql", ["SELECT 'open"], "posts/x.md:10 this is not sql: unterminated quoted string"],
    ["sql", ["\\gset"], "posts/x.md:10 this is not sql: syntax error"],
    ["ts", ["const a = 1;", "const b: = 2;"], 'posts/x.md:11 this is not ts: Unexpected "="'],
    ["js", ["const a: number = 1;"], "posts/x.md:10 this is not js: "],
    ["json", ["{", '  "a": 1,', "}"], "posts/x.md:12 this is not json: "],
    ["json", [""], "posts/x.md:1"],
    ["yaml", ["a: 1", "a: 2"], "posts/x.md:11 this is not yaml: Map keys must be unique"],
  ])("is a problem on its line: %s %j", async (language, lines, start) => {
    const [problem = "", ...others] = await check(language, ...lines);
    expect(problem.slice(0, start.length)).toBe(start);
    expect(problem).toMatch(/fragment\)$/);
    expect(others).toEqual([]);
  });
});
