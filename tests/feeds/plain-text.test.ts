/** Pages as Markdown, and llms.txt. */
import { describe, expect, it } from "vitest";
import { llmsTxt, markdownPath, markdownWriter } from "../../src/feeds/plain-text.ts";
import { tinyContent } from "../support/tiny-content.ts";

const content = tinyContent({
  posts: [{ slug: "a", title: "On <locks>", description: "What they are.", markdown: '## Kinds\n\nA "row" lock.\n' }],
  projects: [{ slug: "p", title: "Project P", summary: "What it does." }],
});
const [post] = content.entries;

describe("a page as Markdown", () => {
  it("has title and description, and the text as it was written", () => {
    expect(post && markdownWriter(content)(post)).toBe(
      '# On <locks>\n\n> What they are.\n\n## Kinds\n\nA "row" lock.\n',
    );
  });

  it("links to pages, since the files are not there", () => {
    const linked = tinyContent({
      posts: [{ slug: "a", markdown: "[b](b.md#x), [p](../projects/p.md)" }, { slug: "b" }],
      projects: [{ slug: "p" }],
    });
    const [first] = linked.entries;
    expect(first && markdownWriter(linked)(first)).toContain(
      "[b](https://tiny.example/posts/b/#x), [p](https://tiny.example/projects/p/)",
    );
  });

  it("stands beside the page", () => {
    expect(post && markdownPath(post)).toBe("/posts/a/index.md");
  });
});

describe("llms.txt", () => {
  it("lists every page's Markdown with what it is about", () => {
    expect(llmsTxt(content)).toBe(
      "# Tiny\n\n> A small site.\n\n" +
        "## Essays\n\n- [On <locks>](https://tiny.example/posts/a/index.md): What they are.\n\n" +
        "## Projects\n\n- [Project P](https://tiny.example/projects/p/index.md): What it does.\n",
    );
  });

  it("leaves out what there is none of", () => {
    expect(llmsTxt(tinyContent())).toBe("# Tiny\n\n> A small site.\n");
  });

  it("names the newest essays of a large site, and says where the others are", () => {
    const posts = Array.from({ length: 101 }, (_, index) => ({ slug: `p${index}`, date: `${1900 + index}-01-01` }));
    const text = llmsTxt(tinyContent({ posts }));
    expect(text.match(/^- .*\/posts\/p\d+\/index\.md/gm)).toHaveLength(100);
    expect(text).not.toContain("/posts/p0/");
    expect(text).toMatch(/\n\n## Optional\n\n- \[All essays\]\(https:\/\/tiny\.example\/posts\/\)\n$/);
  });
});
