/** Rendered Markdown is well-formed HTML wherever no problem is reported. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderPost } from "../support/render-post.ts";
import { faultOf } from "../support/well-formed.ts";

it.each([
  ["an element that is opened in a quotation and closed after it", "> <div>\n\n</div>"],
  ["an element that is opened in one paragraph and closed in the next", "a <b>b\n\nc</b> d"],
  ["an element across emphasis", "*a <b>b* c</b>"],
  ["an attribute that stands twice", '<p id="a" id="b">x</p>'],
  ["an id that is used twice", '<p id="a">x</p>\n\n<p id="a">y</p>'],
  ["an id that a heading has", '## Plan\n\n<p id="plan">x</p>'],
  ["an id that a footnote has", 'a[^1]\n\n[^1]: b\n\n<p id="fn-1">x</p>'],
  ["a heading whose id a footnote has", "## fn-1\n\na[^1]\n\n[^1]: b"],
  ["a footnote in a heading", "## A[^1]\n\n[^1]: b"],
  ["a footnote in a link", "[a[^1]](headings.md)\n\n[^1]: b"],
  ["a footnote that is an image", "a[^1]\n\n[^1]: ![b](two-sessions.svg)"],
  ["a footnote in its own text", "a[^1]\n\n[^1]: b[^1]"],
  ["a footnote with an id in it", 'a[^1]\n\n[^1]: <span id="x">b</span>'],
  ["a link as HTML in a heading", '## <a href="headings.md">a</a>'],
  ["a link as HTML in a link", '[a <a href="headings.md">b</a>](headings.md)'],
  ["an address in a link", '<a href="headings.md">https://example.com/</a>'],
  ["an image in a heading in a list", "- ## ![a](two-sessions.svg)"],
  ["a table in a callout in a list", "- > [!NOTE]\n  > | a |\n  > | - |\n  > | b |"],
])("%s is put right, or said to be wrong", (_what, markdown) => {
  expectWellFormed(markdown);
});

describe("whole pieces of markup, one in another", () => {
  const { block } = fc.letrec<{ inline: string; block: string }>((tie) => ({
    inline: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom("a", "b c", "`x`", "[^1]", "https://example.com/", "![a](two-sessions.svg)"),
      around(tie("inline"), (text) => `**${text}**`),
      around(tie("inline"), (text) => `*${text}*`),
      around(tie("inline"), (text) => `<b>${text}</b>`),
      around(tie("inline"), (text) => `[${text}](headings.md)`),
      fc.tuple(tie("inline"), tie("inline")).map((texts) => texts.join(" ")),
    ),
    block: fc.oneof(
      { maxDepth: 4 },
      tie("inline"),
      around(tie("inline"), (text) => `## ${text}`),
      around(tie("inline"), (text) => `| a |\n| - |\n| ${text} |`),
      around(tie("block"), (text) => `> ${text.replaceAll("\n", "\n> ")}`),
      around(tie("block"), (text) => `> [!NOTE]\n> ${text.replaceAll("\n", "\n> ")}`),
      around(tie("block"), (text) => `- [ ] ${text.replaceAll("\n", "\n  ")}`),
      around(tie("block"), (text) => `<details>\n\n${text}\n\n</details>`),
      fc.tuple(tie("block"), tie("block")).map((texts) => texts.join("\n\n")),
    ),
  }));

  it("stay whole", () => {
    fc.assert(
      fc.property(block, (text) => expectWellFormed(`${text}\n\n[^1]: b`)),
      { numRuns: 500 },
    );
  });
});

function around(inner: fc.Arbitrary<string>, wrap: (text: string) => string): fc.Arbitrary<string> {
  return inner.map(wrap);
}

function expectWellFormed(markdown: string): void {
  const { body, problems } = renderPost(markdown);
  if (problems.length > 0) return;
  expect([faultOf(body.html), faultOf(body.feedHtml)], markdown).toEqual([undefined, undefined]);
}
