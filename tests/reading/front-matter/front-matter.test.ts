/** Content files must begin with front matter; problems with it are reported. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatProblem } from "../../../src/content/problems/problem.ts";
import { readFrontMatter } from "../../../src/reading/front-matter/front-matter.ts";

function problemsOf(text: string): string[] {
  const matter = readFrontMatter("posts/x.md", text);
  return matter.ok ? [] : matter.problems.map(formatProblem);
}

describe("a file", () => {
  it("is its data, its Markdown, and the line on which that begins", () => {
    const matter = readFrontMatter("posts/x.md", "---\ntitle: T\ntags: [a, b]\n---\n\n# Text\n---\n");
    expect(matter).toMatchObject({
      ok: true,
      value: { data: { title: "T", tags: ["a", "b"] }, body: "\n# Text\n---\n", bodyLine: 5 },
    });
  });

  it.each([
    ["a byte order mark", "\uFEFF---\ntitle: T\n---\nText.\n"],
    ["CRLF", "---\r\ntitle: T\r\n---\r\nText.\r\n"],
    ["CR", "---\rtitle: T\r---\rText.\r"],
    ["spaces and tabs after the dashes", "---  \ntitle: T\n---\t\nText.\n"],
  ])("is the same with %s", (_what, text) => {
    const value = { data: { title: "T" }, body: "Text.\n", bodyLine: 4 };
    expect(readFrontMatter("posts/x.md", text)).toMatchObject({ ok: true, value });
  });

  it("needs no line end after its front matter, nor a text", () => {
    expect(readFrontMatter("posts/x.md", "---\ntitle: T\n---")).toMatchObject({ ok: true, value: { body: "" } });
  });
});

describe("front matter", () => {
  it.each(["", "Text.", "\n---\ntitle: T\n---\n", " ---\ntitle: T\n---\n", "----\ntitle: T\n----\n"])(
    "must be there: %j",
    (text) => {
      expect(problemsOf(text)).toEqual([
        "posts/x.md:1 does not begin with front matter (front matter is YAML between two lines of ---)",
      ]);
    },
  );

  it.each([
    ["+++\ntitle = 'T'\n+++\n", "+++"],
    ["---js\n({})\n---\n", "---js"],
    ["--- toml\ntitle = 'T'\n---\n", "--- toml"],
    ["---JSON\n{}\n---\n", "---JSON"],
    [";;;\n{}\n;;;\n", ";;;"],
    ['{\n"title": "T"\n}\n', "{"],
  ])("is not in another format: %j", (text, opening) => {
    expect(problemsOf(text)).toEqual([
      `posts/x.md:1 front matter opened with "${opening}" is not read (front matter is YAML between two lines of ---)`,
    ]);
  });

  it.each(["---\ntitle: T\n", "---", "---\ntitle: T\n ---\n"])("must end: %j", (text) => {
    expect(problemsOf(text)).toEqual([
      "posts/x.md:1 the front matter never ends (front matter is YAML between two lines of ---)",
    ]);
  });

  it.each(["---\n---\n", "---\n# a comment\n---\n", "---\n- a\n---\n", "---\njust text\n---\n"])(
    "has keys: %j",
    (text) => {
      expect(problemsOf(text)).toEqual(["posts/x.md:2 the front matter has no keys"]);
    },
  );
});

describe("broken YAML", () => {
  it.each([
    ["a key twice", "title: T\ndate: 2026-11-22\ntitle: U", "posts/x.md:4:1 YAML: Map keys must be unique"],
    ["a tab for spaces", "tags:\n\t- a", "posts/x.md:3:1 YAML: Tabs are not allowed as indentation"],
    ["a colon in a title", "a: 1\ntitle: One: two", "posts/x.md:3:8 YAML: Nested mappings are not allowed"],
    ["a quotation that never ends", 'a: 1\ntitle: "T', "posts/x.md:3:10 YAML: Missing closing"],
    ["a list that never ends", "a: 1\ntags: [a, b", "posts/x.md:3:"],
    ["a tag of YAML's", "a: 1\ntitle: !!js/function T", "posts/x.md:3:8 YAML: Unresolved tag"],
    ["an alias of nothing", "a: 1\ndescription: *emphasis", "posts/x.md:3:14 YAML: "],
    ["a second document", "a: 1\n...\nb: 2", "posts/x.md:4:1 YAML: "],
  ])("is a problem with its line: %s", (_what, yaml, problem) => {
    expect(problemsOf(`---\n${yaml}\n---\nText.`)).toEqual([expect.stringContaining(problem)]);
  });

  it("is a problem where aliases grow without end", () => {
    const letters = [..."abcdefgh"];
    const lines = letters.map((letter, index) => {
      const inner = index === 0 ? "x" : `*${letters[index - 1]}`;
      return `${letter}: &${letter} [${Array(10).fill(inner).join(", ")}]`;
    });
    expect(problemsOf(`---\n${lines.join("\n")}\n---\n`)).not.toEqual([]);
  });

  it("is all said at once", () => {
    expect(problemsOf("---\na: 1\na: 2\nb: 1\nb: 2\n---\n")).toHaveLength(2);
  });
});

it("never throws, whatever a file holds", () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom("---", "a: &a [*a]", "b: *c", "<<: *a", "? [x]", "- |", "\t", "a: !t x"),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      expect(() => readFrontMatter("x.md", ["---", ...lines, "---"].join("\n"))).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
