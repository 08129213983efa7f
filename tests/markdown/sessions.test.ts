/** What was typed into an interpreter is told from what it answered: copying takes the first. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockRuns } from "../../src/markdown/block-runs.ts";
import { isSession } from "../../src/markdown/sessions.ts";
import { renderPost } from "../support/render-post.ts";

function typed(language: string, code: string): string {
  const runs = blockRuns(code, language);
  expect(runs.map(({ text }) => text).join("")).toBe(code);
  return runs
    .filter(({ role }) => role !== "q" && role !== "o")
    .map(({ text }) => text)
    .join("");
}

describe("a session of", () => {
  it.each([
    ["python", ">>> for x in y:\n...     print(x)\n... \n1\n>>> z\n", "for x in y:\n    print(x)\n\nz\n"],
    ["pycon", ">>> 'a'\n'a'\n", "'a'\n"],
    ["py", "In [1]: 1 + 1\nOut[1]: 2\n\nIn [2]: def f():\n   ...:     pass\n", "1 + 1\ndef f():\n    pass\n"],
    ["js", "> 1\n1\n> f(\n... 2)\n", "1\nf(\n2)\n"],
    ["ts", "deno> x\nundefined\n", "x\n"],
    ["ruby", "irb(main):001:0> [1,\nirb(main):002:1* 2]\n=> [1, 2]\n", "[1,\n2]\n"],
    ["rb", "irb(main):001> x\n=> 1\n", "x\n"],
    ["irb", ">> x\n=> 1\n", "x\n"],
    ["rb", "[1] pry(main)> x\n=> 1\n", "x\n"],
    ["sql", "postgres=# SELECT 1,\npostgres-# 2;\n ?column?\n(1 row)\n", "SELECT 1,\n2;\n"],
    ["psql", "shop=> SELECT (\nshop(> 1);\n 1\n", "SELECT (\n1);\n"],
    ["mysql", "mysql> SELECT 1\n    -> ;\n| 1 |\n", "SELECT 1\n;\n"],
    ["mysql", "MariaDB [shop]> SELECT 1;\n| 1 |\n", "SELECT 1;\n"],
    ["sqlite", "sqlite> SELECT\n   ...> 1;\n1\n", "SELECT\n1;\n"],
    ["plsql", "SQL> SELECT 1\n  2  FROM dual;\n", "SELECT 1\nFROM dual;\n"],
    ["tsql", "1> SELECT 1\n2> GO\n1\n", "SELECT 1\nGO\n"],
    ["elixir", "iex(1)> x =\n...(1)> 1\n1\n", "x =\n1\n"],
    ["erlang", "1> X = 1.\n1\n(a@b)2> Y.\n", "X = 1.\nY.\n"],
    ["haskell", "ghci> 1\n1\nPrelude Data.List> 2\n", "1\n2\n"],
    ["julia", "julia> 1\n1\n", "1\n"],
    ["scala", "scala> 1\nval res0: Int = 1\n", "1\n"],
    ["java", "jshell> int x =\n   ...> 1\nx ==> 1\n", "int x =\n1\n"],
    ["clojure", "user=> (+ 1 2)\n3\n", "(+ 1 2)\n"],
    ["php", "php > echo 1;\n1\n", "echo 1;\n"],
    ["r", "> x <- c(1,\n+ 2)\n> x\n[1] 1 2\n", "x <- c(1,\n2)\nx\n"],
    ["redis", "127.0.0.1:6379> GET a\n(nil)\n", "GET a\n"],
    ["mongodb", "test> db.a.find()\n[]\n", "db.a.find()\n"],
    ["gdb", "(gdb) bt\n#0  main ()\n", "bt\n"],
  ])("%s: %j", (language, code, expected) => expect(typed(language, code)).toBe(expected));

  it("is not read as a program", () => {
    const { fences } = renderPost("```js\n> 1 +\n... 2\n3\n```\n\n```sql\nshop=> SELECT 1;\n```\n\n```js\n1\n```");
    expect(fences.map(({ code }) => code)).toEqual(["1\n"]);
  });
});

it.each([
  ["python", "x = 1\n>>> y\n"],
  ["js", "x\n> y\n"],
  ["sql", "SELECT 1;\n"],
  ["text", ">>> x\n"],
  ["constructor", "> x\n"],
  ["", "> x\n"],
  ["md", "> a quotation\n"],
  ["java", "> x\n"],
])("a block of %s is none: %j", (language, code) => expect(isSession(code, language)).toBe(false));

it("any block says what it says", () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(">>> x", "... y", "> a", "db=# b", "db-# c", "$ d", "PS> e", "irb> f", "", "    "),
  );
  const language = fc.constantFrom("python", "js", "ruby", "sql", "bash", "powershell", "fish", "redis", "r", "cmd");
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), language, (lines, name) => {
      const code = `${lines.join("\n").replace(/\r/g, "")}\n`;
      expect(
        blockRuns(code, name)
          .map(({ text }) => text)
          .join(""),
      ).toBe(code);
    }),
    { numRuns: 1000 },
  );
});
