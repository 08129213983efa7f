/** Problems in a page's Markdown are reported with their lines. */
import { describe, expect, it } from "vitest";
import { renderPost } from "../support/render-post.ts";

/** The Markdown begins on line 5 of its file, as after front matter, and what is wrong stands on its third line. */
function problemsOf(markdown: string): string[] {
  return renderPost(`First.\n\n${markdown}\n\nLast.`, { firstLine: 5 }).problems;
}

describe("an image", () => {
  it("needs alternative text", () => {
    expect(problemsOf("![](two-sessions.svg)")).toEqual([
      "post.md:7 an image has no alternative text (say what it shows; ![ ](…) marks decoration)",
    ]);
  });

  it("is decoration where that is blank", () => {
    expect(problemsOf("![ ](two-sessions.svg)")).toEqual([]);
  });

  it("needs alternative text as raw HTML too", () => {
    expect(problemsOf('<img src="two-sessions.svg">')).toEqual([expect.stringContaining("post.md:7 an image has no")]);
  });

  it("may be decoration as raw HTML too", () => {
    expect(problemsOf('<img src="two-sessions.svg" alt="">')).toEqual([]);
  });

  it("must be there", () => {
    expect(problemsOf("![A](missing.svg)")).toEqual(["post.md:7 names missing.svg, which does not exist"]);
  });
});

describe("a callout", () => {
  it("of another kind is named, with the nearest one", () => {
    expect(problemsOf("> [!NOTES]\n> x")).toEqual(['post.md:7 "[!NOTES]" is not a callout (did you mean "NOTE"?)']);
  });

  it.each(["constructor", "toString", "hasOwnProperty"])("is not what every object has: [!%s]", (name) => {
    expect(problemsOf(`> [!${name}]\n> x`)).toEqual([`post.md:7 "[!${name}]" is not a callout`]);
  });
});

describe("a footnote", () => {
  it("that nothing refers to is named", () => {
    expect(problemsOf("[^lost]: Nobody reads this.")).toEqual(["post.md:7 nothing refers to the footnote [^lost]"]);
  });

  it("that is written twice is named, since one of them would vanish", () => {
    const problems = problemsOf("[^a]: One.\n\nText.[^a]\n\n[^a]: Two.");
    expect(problems).toEqual([expect.stringMatching(/^post\.md:(7|11) .*\[\^a\]/)]);
  });
});

describe("a link", () => {
  it("that has a footnote in it is none, and is told how it would be", () => {
    expect(problemsOf("[two [^a] words](https://example.org/)\n\n[^a]: One.")).toEqual([
      'post.md:7 "[two … words](…)" is shown literally (a link can hold no footnote: write it behind the link; to show it, write \\[)',
    ]);
  });
});

describe("a code block", () => {
  it("that is proven has code", () => {
    expect(problemsOf("```js proof del=1\na();\nb();\n```")).toEqual([
      "post.md:7 a sample runs all its lines, those that it shows as removed, too (leave out del=, or proof)",
    ]);
    expect(problemsOf("```js proof\n\n```")).toEqual(["post.md:7 a sample has no code"]);
  });

  it("with a word that means nothing is named, with the nearest that does", () => {
    expect(problemsOf('```sql tilte="x.sql"\n```')).toEqual([
      'post.md:7 "tilte" means nothing after a code block\'s language (did you mean "title"?)',
    ]);
  });
});

describe("a problem", () => {
  it("is one line, whatever of the author's it quotes", () => {
    expect(problemsOf('<a href="one\ntwo.md">x</a>').join().split("\n")).toHaveLength(1);
  });
});

describe("several problems", () => {
  it("are all noted in one go", () => {
    expect(problemsOf("![](two-sessions.svg)\n\n> [!X]\n\n<script>")).toHaveLength(3);
  });
});
