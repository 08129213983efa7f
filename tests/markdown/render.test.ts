/** One Markdown, two renderings, and nothing that one page leaves behind for the next. */
import { describe, expect, it } from "vitest";
import { renderPost } from "../support/render-post.ts";

describe("quotation marks", () => {
  it.each([
    ["en", "“a ‘b’”"],
    ["en-GB", "“a ‘b’”"],
    ["de", "„a ‚b‘“"],
    ["de-CH", "„a ‚b‘“"],
    ["fr", "«\u202Fa “b”\u202F»"],
    ["es", "«a “b”»"],
    ["it", "«a “b”»"],
    ["pl", "„a «b»”"],
    ["ru", "«a „b“»"],
    ["sv", "”a ’b’”"],
    ["nl", "‘a “b”’"],
    ["ja", "“a ‘b’”"],
  ])("are those of %s", (lang, text) => {
    expect(renderPost("\"a 'b'\"", { lang }).body.html).toBe(`<p>${text}</p>\n`);
  });

  it("are a page's own, in whatever order pages and feeds are rendered", () => {
    const german = renderPost('"a"', { lang: "de" }).body;
    const english = renderPost('"a"').body;
    expect([german.feedHtml(), english.feedHtml(), english.html, german.html]).toEqual(
      ["„a“", "“a”", "“a”", "„a“"].map((text) => `<p>${text}</p>\n`),
    );
  });

  it("stand in captions too", () => {
    expect(renderPost(`![x](two-sessions.svg "It's \\"here\\"")`).body.html).toContain(
      "<figcaption>It’s “here”</figcaption>",
    );
  });
});

describe("footnotes and ids", () => {
  it("begin anew on each page", () => {
    const markdown = "## A\n\na[^1]\n\n[^1]: b";
    expect(renderPost(markdown).body).toMatchObject({ html: renderPost(markdown).body.html, anchors: ["a"] });
  });

  it("are rendered the same however often a feed asks", () => {
    const { body } = renderPost("a[^1] [x](headings.md)\n\n[^1]: b");
    expect(body.feedHtml()).toBe(body.feedHtml());
  });
});
