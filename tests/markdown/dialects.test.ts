/** Marks of other Markdowns: that each is named, and shown where it is escaped or code, stands in the fixtures. */
import { describe, expect, it } from "vitest";
import { SYNTAXES } from "../../src/markdown/dialects/syntaxes.ts";
import { fixture, renderPost } from "../support/render-post.ts";

const rows = SYNTAXES.map((syntax) => [syntax.pattern.source, syntax] as const);

describe("each row of the table", () => {
  const source = fixture("dialects.md");

  it.each(rows)("has an example: %s", (_, syntax) => {
    const { problems, advice } = renderPost(source);
    const said = syntax.isGuess ? advice : problems;
    expect(said.filter((line) => line.includes(syntax.instead))).not.toEqual([]);
  });

  it.each(rows)("ends soon, whatever is repeated: %s", (_, { pattern, mark }) => {
    // One that took the square of this length would not end before the test's time is over.
    const torn = [mark, `${mark}a`, `${mark} a=`, `a${mark}\n`, "[a", "(a", "{a", "\\(=", "\\[^", "| -", "a b=", ": "];
    for (const piece of torn) {
      for (const start of ["", mark, `\n${mark} `]) {
        expect([...(start + piece.repeat(100_000 / piece.length)).matchAll(pattern)].length).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

it("a problem names the line on which it stands, and what stands there", () => {
  const { problems } = renderPost("One\ntwo ==three==\n\n- four\n- five\n  ::: six\n\n<div>\n\n[x](y z)\n\n</div>");
  expect(problems.map((line) => line.split(" is shown")[0])).toEqual([
    'post.md:2 "==three=="',
    'post.md:6 "::: six"',
    'post.md:10 "[x](y z)"',
  ]);
});

it("what stands in a footnote, a table and a heading is found, too", () => {
  const { problems } = renderPost("# A ==b==\n\n| ==c== |\n| - |\n| ==d== |\n\n[^1]\n\n[^1]: ==e==");
  expect(problems.map((line) => /^post\.md:\d+ "==.==/.exec(line)?.[0])).toEqual([
    'post.md:1 "==b==',
    'post.md:3 "==c==',
    'post.md:5 "==d==',
    'post.md:9 "==e==',
  ]);
});

it("a mark in a block of HTML is shown by the reference that the message names", () => {
  const written = "<div>`a` **b** [c](d)</div>";
  const shown = "<div>&#96;a` &#42;*b** &#91;c](d)</div>";
  expect(renderPost(written).problems).toHaveLength(3);
  expect(renderPost(shown).problems).toEqual([]);
});
