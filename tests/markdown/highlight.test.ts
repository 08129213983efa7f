/** Highlighting changes how code looks, never what it says. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { highlight, highlightLines } from "../../src/markdown/highlight.ts";
import { runsIn } from "../../src/markdown/languages/language.ts";
import { parsePiece, textOf } from "../support/html.ts";
import { faultOf } from "../support/well-formed.ts";

const LANGUAGES =
  "typescript ts tsx jsx javascript js java kotlin bash sh console sql postgresql pgsql json jsonc yaml toml ini http diff graphql docker python go golang rust c cpp csharp ruby html css text postgres mysql sqlite tsql plsql php rs c++ c# swift powershell lua nginx hcl elixir markdown fish haskell scala scss makefile proto graphql zig ex kt hs prisma just caddyfile gleam nu typst jsonnet kdl bib ron lean".split(
    " ",
  );
const language = fc.oneof(
  fc.constantFrom(...LANGUAGES),
  fc.constantFrom("constructor", "__proto__", "extend", "DFS", ""),
);
/** A browser's parser makes one line end of CR and CRLF, and U+FFFD of NUL. */
const code = fc
  .oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."<>&\"'`/*-#{$}()[]=:\n a1") }),
  )
  .map((text) => text.replace(/[\r\0]/g, ""));

describe("highlighted code", () => {
  it("says what the author wrote, whatever of it is marked", () => {
    const marks = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 4 });
    fc.assert(
      fc.property(code, language, marks, (text, name, places) => {
        let end = 0;
        const ranges = places.map(([gap, length]) => {
          const from = end + gap;
          end = from + length + 1;
          return [from, end] as const;
        });
        const inside = ranges.filter(([, to]) => to <= text.length);
        const html = highlight(runsIn(text, name), inside);
        expect(textOf(parsePiece(html))).toBe(text);
        expect(faultOf(html)).toBeUndefined();
        const marked = [...html.matchAll(/<mark class="hit">(.*?)<\/mark>/gs)].map(([, part]) =>
          textOf(parsePiece(part ?? "")),
        );
        expect(marked.join("")).toBe(inside.map(([from, to]) => text.slice(from, to)).join(""));
      }),
    );
  });

  it("says what the author wrote, in every language", () => {
    fc.assert(
      fc.property(code, language, (text, name) => {
        const html = highlight(runsIn(text, name));
        expect(textOf(parsePiece(html))).toBe(text);
        expect(faultOf(html)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it("says so line by line too, with no element that reaches over a line's end", () => {
    fc.assert(
      fc.property(code, language, (text, name) => {
        const lines = highlightLines(runsIn(`${text}\n`, name));
        expect(lines.map((line) => textOf(parsePiece(line)))).toEqual(text.split("\n"));
        expect(lines.map(faultOf).filter(Boolean)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["sql", "SELECT", "k"],
    ["postgresql", "skip", "k"],
    ["SQL", "LOCKED", "k"],
    ["ts", "const", "k"],
    ["kotlin", "fun", "k"],
    ["java", "class", "k"],
    ["sql", "'text'", "s"],
    ["ts", "42", "n"],
    ["sh", "# note", "c"],
    ["json", '"key": 1', "p"],
    ["diff", "+ added", "i"],
    ["diff", "- removed", "d"],
    ["console", "$ ls", "q"],
  ])("tells apart what it is: %s %s", (name, text, role) => {
    expect(highlight(runsIn(text, name))).toMatch(new RegExp(`^<span class="${role}">`));
  });

  it.each([
    ["a #> 'b'", `a #&gt; <span class="s">'b'</span>`],
    ["a // 'b'", `a // <span class="s">'b'</span>`],
  ])("does not take an operator of PostgreSQL's for a comment: %s", (text, expected) => {
    expect(highlight(runsIn(text, "sql"))).toBe(expected);
  });

  it.each(["text", "", "klingon", "constructor", "__proto__", "extend", "dfs"])(
    "is escaped as it is in a language that is not known: %j",
    (name) => {
      expect(highlight(runsIn('if (a < "b" && c > d)', name))).toBe('if (a &lt; "b" &amp;&amp; c &gt; d)');
    },
  );
});
