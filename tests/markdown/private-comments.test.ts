/** An author's comments are published nowhere; code that shows a comment is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownWriter } from "../../src/feeds/plain-text.ts";
import { documentsOf } from "../support/feed-documents.ts";
import { renderPost } from "../support/render-post.ts";
import { tinyContent } from "../support/tiny-content.ts";

const SECRET = "SECRET";

const PLACES: [place: string, markdown: string, left: string][] = [
  ["a line of its own", "a\n\n<!-- SECRET -->\n\nb", "a\n\nb"],
  ["several lines", "a\n\n<!--\nSECRET\n\nSECRET\n-->\n\nb", "a\n\nb"],
  ["a sentence", "one <!-- SECRET --> two", "one  two"],
  ["two lines of a paragraph", "one <!-- SECRET\nSECRET --> two", "one\n two"],
  ["the end of a line", "one\ntwo <!-- SECRET -->\nthree", "one\ntwo\nthree"],
  ["a heading", "## One <!-- SECRET -->", "## One"],
  ["a list", "- one <!-- SECRET -->\n- <!-- SECRET -->\n- two", "- one\n-\n- two"],
  ["a quotation", "> one <!-- SECRET\n> SECRET --> two\n>\n> <!-- SECRET -->\n>\n> three", "> one\n>  two\n>\n> three"],
  ["a table's cell", "| a |\n| - |\n| b <!-- SECRET --> |", "| a |\n| - |\n| b  |"],
  ["a footnote", "a[^1]\n\n[^1]: b <!-- SECRET -->", "a[^1]\n\n[^1]: b"],
  ["a footnote within a line", "a\nb^[c <!-- SECRET --> d]", "a\nb^[c  d]"],
  ["a block of HTML", "<div>\none <!-- SECRET --> two\n<!-- SECRET --></div>", "<div>\none  two\n</div>"],
  ["a picture's description", "![a <!-- SECRET --> b](two-sessions.svg)", "![a  b](two-sessions.svg)"],
  ["a link's text", "[a <!-- SECRET --> b](links.md)", "[a  b](links.md)"],
  ["a definition that is none", "a\n\n[//]: # (SECRET)\n\nb", "a\n\nb"],
  ["a definition that is none, over lines", 'a\n\n[comment]: <>\n"SECRET\nSECRET"\n\nb', "a\n\nb"],
  ["a page that says the same as code", "`<!-- c -->` <!-- c --> <!-- SECRET -->", "`<!-- c -->`"],
  ["a definition at the end", "a\n\n[//]: # (SECRET)", "a"],
  ["a definition in a quotation", "> a\n>\n> [//]: # (SECRET)\n>\n> b", "> a\n>\n> b"],
  ["the last line, without an end of it", "a\n<!-- SECRET -->", "a"],
];

describe("a comment in", () => {
  it.each(PLACES)("%s is in no page, feed, search or copy", (_, markdown, left) => {
    const { body, problems } = renderPost(markdown);
    expect(problems).toEqual([]);
    expect(body.markdown.trim()).toBe(left);
    expect(JSON.stringify(body)).not.toContain(SECRET);
  });

  it("a post is neither in index.md nor in any feed", () => {
    const markdown = PLACES.filter(([, text]) => !/two-sessions|links\.md|\[\^1\]|^## /.test(text))
      .map(([, text]) => text)
      .join("\n\n");
    const content = tinyContent({ posts: [{ slug: "a", markdown }], pages: [{ slug: "index", markdown }] });
    const [post] = content.entries;
    if (!post) throw new Error("there is no post");
    expect(markdownWriter(content)(post)).not.toContain(SECRET);
    const documents = [...documentsOf(content)];
    expect(documents.length).toBeGreaterThan(3);
    expect(documents.filter(([, text]) => text.includes(SECRET))).toEqual([]);
  });
});

describe("code that shows a comment keeps it:", () => {
  it.each([
    "`<!-- shown -->`",
    "a <!-- x --> b `<!-- shown -->`",
    "```html\n<!-- shown -->\n```",
    "- a\n\n  ```html\n  <!-- shown -->\n  ```",
    "a\n\n    <!-- shown -->",
    "\\<!-- shown -->",
  ])("%j", (markdown) => {
    const { body } = renderPost(markdown);
    expect(body.markdown).toContain("<!-- shown -->");
    expect(body.html).toContain("shown");
  });
});

it("however texts and comments are put together, none of a comment is left", () => {
  const pieces = fc.constantFrom(
    ...["<!-- SECRET -->", "<!--\nSECRET\n-->", "<!-- SECRET", "SECRET -->", "`", "```\n", "\n", "\n\n", "> ", "- "],
    ...["text", "**", "[", "](x)", "<b>", "</b>", "<div>", "</div>", "    ", "| a |\n| - |\n", "\\", "&lt;"],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const { body, problems } = renderPost(parts.join(""));
      // What the page shows is no secret: half a comment, or one that is code.
      const shown = body.html.split(SECRET).length;
      if (problems.length === 0) expect(body.markdown.split(SECRET).length).toBe(shown);
    }),
    { numRuns: 2000 },
  );
});
