/** Pages as Markdown, and llms.txt. */
import { describe, expect, it } from "vitest";
import { llmsTxt, markdownOf, markdownPath } from "../../src/feeds/plain-text.ts";
import { tinyContent } from "../support/tiny-content.ts";

const content = tinyContent({
  posts: [{ slug: "a", title: "On <locks>", description: "What they are.", markdown: '## Kinds\n\nA "row" lock.\n' }],
  projects: [{ slug: "p", title: "Project P", summary: "What it does." }],
});
const [post] = content.posts;

describe("a page as Markdown", () => {
  it("has title and description, and the text as it was written", () => {
    expect(post && markdownOf(post)).toBe('# On <locks>\n\n> What they are.\n\n## Kinds\n\nA "row" lock.\n');
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
});
