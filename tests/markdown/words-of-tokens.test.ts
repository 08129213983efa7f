/** Every token that a page can have reads as words, or says that it has none. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extensions, wordRules } from "../../src/markdown/renderer.ts";
import { readExamples } from "../support/commonmark.ts";
import { renderPost } from "../support/render-post.ts";

const hasWords = (type: string) => wordRules.text.has(type) || wordRules.code.has(type);

describe("token types", () => {
  it("that an extension renders have a text or code", () => {
    const rendered = extensions.flatMap(({ page, feed }) => Object.keys({ ...page, ...feed }));
    expect(rendered.filter((type) => !hasWords(type))).toEqual([]);
  });

  it.each([
    ["the fixtures", globSync("tests/fixtures/{markdown,proof}/*.md").map((file) => readFileSync(file, "utf8"))],
    ["CommonMark's examples", readExamples().map(({ markdown }) => markdown)],
  ])("of %s have a text or code: none stops the rendering", (_, sources) => {
    for (const source of sources) expect(() => renderPost(source)).not.toThrow(/have no text/);
    expect(sources.length).toBeGreaterThan(20);
  });
});

describe("a section has the words of", () => {
  it.each([
    ["a formula by itself", "$$y^3$$", "y^3"],
    ["a formula within a line", "$x^2$", "x^2"],
    ["a code block's title", '```sql title="claim.sql"\nSELECT 1;\n```', "claim.sql\n\nSELECT 1;"],
    [
      "a diagram and its title",
      '```mermaid title="The lock"\nflowchart LR\n  a[Claim] --> b[Done]\n```',
      "The lock\n\nflowchart LR\n  a[Claim] --> b[Done]",
    ],
    [
      "a chart, its title and the numbers of its file",
      '```plot title="Buffers" file="buffers.csv"\nmark: line\nx: day\ny: buffers\n```',
      "Buffers\n\nmark: line\nx: day\ny: buffers\n2024-01-01 6\n2024-02-01 -2.5",
    ],
    ["raw HTML, which may cut a word", "<p>a <b>bo</b>ld word<br>below</p>", "a bold word below"],
    ["raw HTML's lists", "<ul><li>one</li><li>two</li></ul>", "one two"],
    ["raw HTML's pictures", '<p>a <img src="two-sessions.svg" alt="lock"> b</p>', "a lock b"],
    ["pictures as HTML within a line", 'a <img src="two-sessions.svg" alt="lock"> b', /^a\s+lock\s+b$/],
    ["references to characters", "<p>caf&eacute; &amp; bar</p>", "café & bar"],
  ])("%s", (_, markdown, text) => {
    const { sections } = renderPost(`## Heading\n\n${markdown}`).body;
    const said = typeof text === "string" ? text : expect.stringMatching(text);
    expect(sections).toEqual([expect.objectContaining({ text: said })]);
  });
});
