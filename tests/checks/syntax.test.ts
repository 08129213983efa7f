/** Samples that can be read are read: what is wrong with one is said with its line. */
import { describe, expect, it } from "vitest";
import { syntaxProblem } from "../../src/checks/syntax.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { renderPost } from "../support/render-post.ts";

async function check(language: string, ...lines: string[]): Promise<string[]> {
  const problem = await syntaxProblem({ file: "posts/x.md", line: 10, language, code: `${lines.join("\n")}\n` });
  return problem ? [formatProblem(problem)] : [];
}

it("a sample that its reader can't stand is a problem of that sample", async () => {
  const [problem = ""] = await check("sql", `SELECT ${"1 + ".repeat(20_000)} 1;`);
  expect(problem).toMatch(/^posts\/x\.md:10 this is not PostgreSQL's SQL: /);
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
    ["sql", ["SELECT 'é';", "SELEC 1;"], `posts/x.md:11 this is not PostgreSQL's SQL: syntax error at or near "SELEC"`],
    ["sql", ["SELECT 1", "FROM"], "posts/x.md:12 this is not PostgreSQL's SQL: syntax error at end of input"],
    ["sql", ["SELECT 'open"], "posts/x.md:10 this is not PostgreSQL's SQL: unterminated quoted string"],
    ["sql", ["\\gset"], "posts/x.md:10 this is not PostgreSQL's SQL: syntax error"],
    ["ts", ["const a = 1;", "const b: = 2;"], 'posts/x.md:11 this is not TypeScript: Unexpected "="'],
    ["js", ["const a: number = 1;"], "posts/x.md:10 this is not JavaScript: "],
    ["json", ["{", '  "a": 1,', "}"], "posts/x.md:12 this is not JSON: "],
    ["json", [""], "posts/x.md:1"],
    ["yaml", ["a: 1", "a: 2"], "posts/x.md:11 this is not YAML: Map keys must be unique"],
  ])("is a problem on its line: %s %j", async (language, lines, start) => {
    const [problem = "", ...others] = await check(language, ...lines);
    expect(problem.slice(0, start.length)).toBe(start);
    expect(problem).toMatch(/fragment\)$|\(write ```/);
    expect(others).toEqual([]);
  });
});

describe("code that is something else than it says", () => {
  it.each([
    ["js", "const page = <h1>Hello</h1>;", "jsx"],
    ["javascript", "export const A = ({ a }) => <><B {...a} /></>;", "jsx"],
    ["js", "const a: number = 1;", "ts"],
    ["mjs", "interface A { b: string }", "ts"],
    ["js", "const a = <A b={1 as number} />;", "tsx"],
    ["jsx", "const a = <A b={1 as number} />;", "tsx"],
    ["ts", "const a = <h1>Hello</h1>;", "tsx"],
    ["tsx", "const a = <T>b;", "ts"],
    ["json", '{ "a": 1, // one\n}', "jsonc"],
    ["json", '{ "a": "// no", /* b */ "c": [1, 2,] }', "jsonc"],
    ["json", '{ "a": 1 }\n{ "a": 2 }', "jsonl"],
    ["sql", "SELECT `name` FROM `users` LIMIT 5, 10;", "mysql"],
    ["sql", "SELECT name FROM users LIMIT 5, 10", "mysql"],
    ["postgres", "INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE a = 2;", "mysql"],
    ["sql", "CREATE TABLE t (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB;", "mysql"],
    ["sql", "SHOW TABLES LIKE 'a%';\nDESCRIBE t;", "mysql"],
    ["sql", "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);", "sqlite"],
    ["sql", "PRAGMA journal_mode = WAL;", "sqlite"],
    ["sql", "INSERT OR REPLACE INTO t VALUES (1);", "sqlite"],
    ["sql", "SELECT TOP 10 * FROM t;", "tsql"],
    ["sql", "SELECT [name] FROM [dbo].[users];", "tsql"],
    ["sql", "DECLARE @a INT = 1;\nGO", "tsql"],
    ["sql", "CREATE TABLE t (a VARCHAR2(10), b NUMBER(5, 2));\n/", "plsql"],
    ["sql", "SELECT * FROM a, b WHERE a.id = b.id(+) AND ROWNUM < 5", "plsql"],
  ])("is told its name: %s %s", async (language, code, rather) => {
    expect(await check(language, code)).toEqual([expect.stringMatching(new RegExp(`\\(write \`\`\`${rather}\\)$`))]);
  });

  it.each([
    ["sql", "SELECT '`', \"AUTO_INCREMENT\" FROM -- LIMIT 5, 10"],
    ["sql", "SELEC a[1] FROM t;"],
    ["sql", "CREATE TABLE t (a int,);"],
    ["js", "const a = ;"],
    ["json", '{ "a": }'],
  ])("is not guessed at where it is only wrong: %s %s", async (language, code) => {
    expect(await check(language, code)).toEqual([expect.stringContaining(`\`\`\`${language} fragment)`)]);
  });

  it.each(["mysql", "sqlite", "tsql", "plsql", "jsonc", "jsonl"])(
    "is not read by PostgreSQL or as JSON under the name %s",
    async (language) => {
      expect(await check(language, "SELECT `a` FROM")).toEqual([]);
    },
  );
});

describe("code that shows what was removed", () => {
  async function checkText(...lines: string[]): Promise<string[]> {
    const problems = await Promise.all(renderPost(lines.join("\n")).fences.map(syntaxProblem));
    return problems.flatMap((problem) => (problem ? [formatProblem(problem)] : []));
  }

  it.each([
    ["ts del=1 add=2", "const most = 10;", "const most = 20;"],
    ["json del=2 add=3-4", "{", '  "a": 1', '  "a": 1,', '  "b": 2', "}"],
    ["sql del=2 add=3", "SELECT *", "FROM job;", "FROM job WHERE state = 'ready';"],
    ["json del=1-3", "{", '  "a": 1', "}"],
  ])("is right without it, or with it: %s", async (info, ...lines) => {
    expect(await checkText(`\`\`\`${info}`, ...lines, "```")).toEqual([]);
  });

  it("is wrong on the line where it is wrong without it", async () => {
    const problems = await checkText("```ts del=1 add=2", "const a = 1;", "const a = 2;", "const b = ;", "```");
    expect(problems).toEqual([expect.stringMatching(/:4 this is not TypeScript: Unexpected ";"/)]);
  });
});
