/** Redirects lead somewhere, in one step, and become what hosts and browsers understand. */
import { describe, expect, it } from "vitest";
import { checkRedirects } from "../../src/checks/redirects.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { renderAll, renderAt } from "../support/tiny-pages.ts";

const posts = [{ slug: "a", aliases: ["/old-a/"], tags: ["queues"] }];
const problemsOf = (redirects: Record<string, string>) => {
  const content = tinyContent({ posts, redirects });
  return checkRedirects(content, new Set(renderAll(content).keys())).map(formatProblem);
};

describe("a redirect", () => {
  it.each(["/posts/a/", "/posts/a/#part", "/tags/?x=1", "https://elsewhere.example/", "gone"])(
    "may lead to %s",
    (to) => {
      expect(problemsOf({ "/x/": to })).toEqual([]);
    },
  );

  it.each([
    ["/posts/b/", 'leads to /posts/b/, which this site does not have (did you mean "/posts/a/"?)'],
    ["/y/", 'leads to /y/, which leads to /posts/a/ (write "/posts/a/")'],
    ["/x/", 'leads to /x/, which leads to /x/ (write "/x/")'],
  ])("may not lead to %s", (to, message) => {
    expect(problemsOf({ "/x/": to, "/y/": "/posts/a/" })).toEqual([`_data/redirects.ts /x/: ${message}`]);
  });
});

describe("the redirects of a site", () => {
  const site = { url: "https://tiny.example/blog/" };
  const redirects = {
    "/x/": "/posts/a/",
    "/elsewhere/": "https://e.example/?a=1&b=2",
    "/tags/old/": "/tags/queues/",
    "/cv.pdf": "/posts/a/",
    "/no/": "gone",
  };
  const content = tinyContent({ site, posts, redirects });

  it("are a file for hosts, with what lies below a page", () => {
    expect(renderAt(content, "/_redirects").split("\n")).toEqual([
      "/blog/tags/old/feed.xml /blog/tags/queues/feed.xml 301",
      "/blog/tags/old/atom.xml /blog/tags/queues/atom.xml 301",
      "/blog/tags/old/feed.json /blog/tags/queues/feed.json 301",
      "/blog/old-a/ /blog/posts/a/ 301",
      "/blog/x/ /blog/posts/a/ 301",
      "/blog/elsewhere/ https://e.example/?a=1&b=2 301",
      "/blog/tags/old/ /blog/tags/queues/ 301",
      "/blog/cv.pdf /blog/posts/a/ 301",
      "",
    ]);
  });

  it("are pages where there can be one", () => {
    expect(renderAt(content, "/x/")).toContain('content="0; url=/blog/posts/a/"');
    expect(renderAt(content, "/elsewhere/")).toContain('content="0; url=https://e.example/?a=1&amp;b=2"');
    expect(renderAt(content, "/cv.pdf/")).toContain('content="0; url=/blog/posts/a/"');
    expect([...renderAll(content).keys()].filter((path) => ["/cv.pdf", "/no/"].includes(path))).toEqual([]);
  });

  it("are no file where there is none", () => {
    expect([...renderAll(tinyContent()).keys()]).not.toContain("/_redirects");
  });
});
