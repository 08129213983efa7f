/** Links between posts, as they are written, become addresses of pages. */
import { describe, expect, it } from "vitest";
import { elementsIn, parsePiece } from "../support/html.ts";
import { renderPost } from "../support/render-post.ts";

/** What the first link, image or source leads to, on the page and in a feed. */
function addressesOf(markdown: string): (string | undefined)[] {
  const { html, feedHtml } = renderPost(markdown).body;
  return [html, feedHtml].map((piece) => {
    const addresses = elementsIn(parsePiece(piece)).flatMap(({ attrs }) => attrs);
    return addresses.find(({ name }) => ["href", "src", "cite"].includes(name))?.value;
  });
}

describe("an address", () => {
  it.each([
    ["[x](headings.md)", "/blog/posts/headings/"],
    ["[x](./headings.md#c)", "/blog/posts/headings/#c"],
    ["[x](/tags/日本/)", "/blog/tags/%E6%97%A5%E6%9C%AC/"],
    ["![x](two-sessions.svg)", "/blog/posts/post/two-sessions.svg"],
    ['<a href="headings.md">x</a>', "/blog/posts/headings/"],
    ['<q cite="headings.md">x</q>', "/blog/posts/headings/"],
    ['<img src="two-sessions.svg" alt="x">', "/blog/posts/post/two-sessions.svg"],
  ])("of this site has its base path, and its origin in a feed: %s", (markdown, address) => {
    expect(addressesOf(markdown)).toEqual([address, `https://example.org${address}`]);
  });

  it("on the same page is an anchor there, and whole in a feed", () => {
    expect(addressesOf("[x](#here)")).toEqual(["#here", "https://example.org/blog/posts/post/#here"]);
  });

  it("elsewhere is as it was written", () => {
    expect(addressesOf("[x](https://example.com/?a=1&b=%20)")).toEqual(Array(2).fill("https://example.com/?a=1&b=%20"));
  });

  it("without a scheme is whole in a feed, whose reader has no page to complete it from", () => {
    expect(addressesOf("[x](//example.com/)")[1]).toBe("https://example.com/");
  });
});

describe("a link to what is not there", () => {
  it.each([
    ["missing.md", "links to missing.md, which does not exist"],
    ["headngs.md", 'links to headngs.md, which does not exist (did you mean "headings.md"?)'],
    [
      "half-written.md",
      "links to half-written.md, which is a draft (publish that first, or leave the link out until then)",
    ],
    ["missing.svg", "names missing.svg, which does not exist"],
    ["../../../etc/passwd", '"../../../etc/passwd" lies outside the site'],
    [".", "names ., which is not a plain file"],
  ])("is a problem: %s", (target, problem) => {
    expect(renderPost(`[x](${target})`).problems).toEqual([`post.md:1 ${problem}`]);
  });
});

describe("a picture of a page", () => {
  it.each([
    ["![x](headings.md)", "/posts/headings/ is a page, not a picture (a link to it is [text](headings.md))"],
    ["![x](/tags/)", "/tags/ is a page, not a picture (a link to it is [text](/tags/))"],
    ["![x](/2016/about.html)", "/2016/about.html is a page, not a picture (a link to it is [text](/2016/about.html))"],
    ["![x](#here)", "/posts/post/ is a page, not a picture (a link to it is [text](#here))"],
    [
      '<img src="headings.md" alt="x">',
      "/posts/headings/ is a page, not a picture (a link to it is [text](headings.md))",
    ],
  ])("is a problem, and its words are shown: %s", (markdown, problem) => {
    const { body, problems } = renderPost(markdown);
    expect(problems).toEqual([`post.md:1 ${problem}`]);
    expect(body.html).not.toContain("src=");
  });

  it("is none of a file that the engine publishes", () => {
    expect(renderPost("![x](/apple-touch-icon.png)").problems).toEqual([]);
  });
});
