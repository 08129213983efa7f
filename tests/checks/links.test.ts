/** A link within the site leads to a page, and to an anchor, that are there. */
import { describe, expect, it } from "vitest";
import { checkLinks } from "../../src/checks/links.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { publishedPaths } from "../../src/site/check.ts";
import { type TinySite, tinySite } from "../support/tiny-content.ts";

/** As a build prints them, for a site of which everything is published. */
function problemsOf(site: TinySite): string[] {
  const derived = tinySite(site);
  return checkLinks(derived.content, publishedPaths(derived)).map(formatProblem);
}

const target = { slug: "target", markdown: "## One part\n\n## 二\n\nA note[^1].\n\n[^1]: The note." };

describe("links within the site", () => {
  it.each([
    ["a post by its file", "[x](target.md)"],
    ["a post by its address", "[x](/posts/target/)"],
    ["a heading", "[x](target.md#one-part)"],
    [
      "a heading in another script, as it is and as addresses are written",
      "[x](target.md#二) [x](/posts/target/#%E4%BA%8C)",
    ],
    ["its own page", "## Here\n\n[x](#here)"],
    ["the top of a page, which needs no id", "[x](#top) [x](target.md#Top)"],
    ["words of a page", "[x](target.md#:~:text=The%20note) [x](target.md#one-part:~:text=note)"],
    ["a list", "[x](/posts/) [x](/projects/) [x](/tags/) [x](/)"],
    ["a feed", "[x](/feed.xml)"],
    ["another site", "[x](https://other.example/nowhere/#nothing)"],
  ])("may lead to %s", (_, markdown) => {
    expect(problemsOf({ posts: [target, { slug: "from", markdown }] })).toEqual([]);
  });

  it.each([
    [
      "a page that is not there",
      "[x](/posts/tarqet/)",
      'links to /posts/tarqet/, which this site does not have (did you mean "/posts/target/"?)',
    ],
    [
      "a page without its slash",
      "[x](/posts/target)",
      "links to /posts/target, which this site does not have (write /posts/target/)",
    ],
    [
      "an address in another case",
      "[x](/Posts/Target/)",
      "links to /Posts/Target/, which this site does not have (write /posts/target/)",
    ],
    [
      "a heading that is not there",
      "[x](target.md#one-pard)",
      'links to #one-pard, which /posts/target/ does not have (did you mean "one-part"?)',
    ],
    [
      "words below a heading that is not there",
      "[x](target.md#nothing:~:text=note)",
      "links to #nothing:~:text=note, which /posts/target/ does not have",
    ],
    ["a heading of its own that is not there", "[x](#nothing)", "links to #nothing, which /posts/from/ does not have"],
  ])("may not lead to %s", (_, markdown, message) => {
    const posts = [target, { slug: "from", markdown: `Text.\n\n${markdown}` }];
    expect(problemsOf({ posts })).toEqual([`posts/from.md:3 ${message}`]);
  });

  it("are checked in projects and on plain pages, the home page among them, too", () => {
    const markdown = "[x](/nowhere/at-all/)";
    const problems = problemsOf({
      projects: [{ slug: "p", markdown }],
      pages: ["index", "a/b"].map((slug) => ({ slug, markdown })),
    });
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      "projects/p.md:1",
      "pages/index.md:1",
      "pages/a/b.md:1",
    ]);
  });

  it("each give a problem of their own, all in one run", () => {
    const markdown = "[a](/a-page/) and [b](/b-page/)\n\n[c](#c)";
    expect(problemsOf({ posts: [{ slug: "from", markdown }] })).toHaveLength(3);
  });

  it("may ask the search page for something", () => {
    expect(problemsOf({ posts: [{ slug: "from", markdown: "[x](/search/?q=queues)" }] })).toEqual([]);
  });

  it("to an address that a page has left are told the new one", () => {
    const moved = { slug: "moved", aliases: ["/posts/old/"] };
    const [problem, ...more] = problemsOf({ posts: [moved, { slug: "from", markdown: "[x](/posts/old/)" }] });
    expect(more).toEqual([]);
    expect(problem).toMatch(/^posts\/from\.md:1 .*\/posts\/old\/.*\/posts\/moved\//);
  });
});
