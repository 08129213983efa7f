/** Checks of the content as a whole: nothing may take the place of a file that a build writes beside the pages. */
import { expect, it } from "vitest";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { check } from "../../src/site/check.ts";
import { tinySite } from "../support/tiny-content.ts";

function problemsOf(redirects: Record<string, string>): string[] {
  return check(tinySite({ posts: [{ slug: "a" }], redirects })).problems.map(formatProblem);
}

it("an address beside what is written has no problem", () => {
  expect(problemsOf({ "/asset/x/": "/posts/", "/posts/a/x/": "/posts/", "/cv.pdf": "gone" })).toEqual([]);
});

it.each([
  "/assets/",
  "/assets/share/x.png",
  "/pagefind/pagefind.js",
  "/pagefind/x/",
  "/feed.css/",
  "/feed.css",
  "/_headers",
  "/sitemap.xml/x/",
  "/posts/a/index.md",
  "/posts/a/index.md/x/",
])("%s is kept for the engine", (from) => {
  expect(problemsOf({ [from]: "/posts/" })).toEqual([
    expect.stringMatching(
      /^_data\/redirects\.ts (\S+: )?wants the address \S+, which (the engine itself has|is below \S+ of the engine itself) /,
    ),
  ]);
});

it.each([
  ["/projects/", ["posts"]],
  ["/subscribe/", ["posts"]],
  ["/notes/", []],
])("the address %s of a collection is no other page's", (path, names) => {
  const { problems } = check(tinySite({ site: { collections: { posts: { path } } }, posts: [{ slug: "a" }] }));
  expect(problems.map(formatProblem)).toEqual(
    names.map((name) => `_data/site.ts collections.${name}.path: is ${path}, where another page is (write another)`),
  );
});
