/** A problem's line, wherever in a page's structure it stands. */
import { expect, it } from "vitest";
import { renderPost } from "../support/render-post.ts";

const BAD = "[x](missing.md)";
const said = (line: number) => [`post.md:${line} links to missing.md, which does not exist`];

it.each([
  ["a paragraph", `Text.\n\n${BAD}`, 3],
  ["a heading", `Text.\n\n## ${BAD}`, 3],
  ["a list", `- one\n- two\n  - ${BAD}`, 3],
  ["a quotation", `> one\n>\n> ${BAD}`, 3],
  ["a callout", `> [!NOTE]\n>\n> ${BAD}`, 3],
  ["a footnote", `Text.[^a]\n\n[^a]: ${BAD}`, 3],
  ["a footnote in place", `Text.\n\nText.^[${BAD}]`, 3],
  ["a footnote in a footnote in place", `Text.\n\nText.^[See^[${BAD}]]`, 3],
  ["a table's head", `Text.\n\n| ${BAD} |\n| - |\n| b |`, 3],
  ["a table's row", `| a |\n| - |\n| ${BAD} |`, 3],
  ["Markdown between HTML", `<div>\n\n${BAD}\n\n</div>`, 3],
  ["an HTML block", 'Text.\n\n<p><a href="missing.md">x</a></p>', 3],
  ["HTML in a line", 'Text.\n\nText <a href="missing.md">x</a>', 3],
])("is the line of %s", (_where, markdown, line) => {
  expect(renderPost(markdown).problems).toEqual(said(line));
});

it("counts from where the Markdown begins in its file", () => {
  expect(renderPost(BAD, { firstLine: 9 }).problems).toEqual(said(9));
});

it("is noted for links that lead to this site too", () => {
  const { links } = renderPost("Text.\n\n[x](headings.md#c)\n\n| a |\n| - |\n| [y](/about/) |", { firstLine: 5 }).body;
  expect(links).toEqual([
    { path: "/posts/headings/", anchor: "c", line: 7 },
    { path: "/about/", line: 11 },
  ]);
});
