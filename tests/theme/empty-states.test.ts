/** A site that is only beginning: each list says that there is nothing yet, and shows no empty frame. */
import { describe, expect, it } from "vitest";
import { elementsIn, parsePage, textOf } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { htmlPagesOf, renderAt } from "../support/tiny-pages.ts";

const empty = tinyContent({ site: { tagline: "hardly begun" } });
const pages = [...htmlPagesOf(empty)];

function mainText(html: string): string {
  return textOf(elementsIn(parsePage(html), "main")[0])
    .replace(/\s+/g, " ")
    .trim();
}

describe("a site without content", () => {
  it("has every page that does not depend on content", () => {
    expect(pages.map(([path]) => path).sort()).toEqual([
      "/",
      "/404.html",
      "/posts/",
      "/projects/",
      "/search/",
      "/search/terms/",
      "/subscribe/",
      "/tags/",
    ]);
  });

  it.each([
    ["/posts/", "There is nothing here yet."],
    ["/tags/", "Nothing has a tag yet."],
    ["/projects/", "There is nothing here yet."],
  ])("says so at %s", (path, text) => {
    expect(mainText(renderAt(empty, path))).toContain(text);
  });

  it("has a home page with its name and nothing that is empty", () => {
    expect(mainText(renderAt(empty, "/"))).toMatch(/^Tiny ?hardly begun$/);
  });

  it.each(pages)("shows no empty list and no empty section: %s", (_, html) => {
    const page = parsePage(html);
    const frames = [...["ol", "ul", "dl"].flatMap((name) => elementsIn(page, name)), ...elementsIn(page, "section")];
    expect(frames.filter((frame) => textOf(frame).trim() === "").map(({ tagName }) => tagName)).toEqual([]);
  });

  it.each(pages)("is valid HTML: %s", async (_, html) => {
    expect(await complaintsAbout(html)).toEqual([]);
  });
});

describe("a collection in which there is nothing yet", () => {
  const posts = [{ slug: "a", tags: ["One"] }];
  const led = (projects: { slug: string }[]) => {
    const content = tinyContent({ posts, projects });
    const files = ["/sitemap.xml", "/feeds.opml"].map((path) => [path, renderAt(content, path)] as const);
    const leading = [...htmlPagesOf(content), ...files].filter(([, text]) =>
      /["/>](?:https:\/\/tiny\.example)?\/projects\/(?:feed\.xml)?["<]/.test(text),
    );
    return leading.map(([path]) => path).filter((path) => !path.startsWith("/projects/"));
  };

  it("has a page, to which no other one leads before there is something on it", () => {
    expect(renderAt(tinyContent({ posts }), "/projects/")).toContain("There is nothing here yet.");
    expect(led([])).toEqual([]);
    expect(led([{ slug: "p" }]).sort()).toEqual(
      ["/", "/404.html", "/feeds.opml", "/search/", "/sitemap.xml", "/subscribe/"].filter((path) => path !== "/"),
    );
  });
});

describe("a post with as little as it may have", () => {
  const content = tinyContent({ posts: [{ slug: "a" }] });
  const page = renderAt(content, "/posts/a/");

  it("shows no contents, no neighbours, no tags and no series", () => {
    const names = elementsIn(parsePage(page), "main", "nav").concat(elementsIn(parsePage(page), "aside"));
    expect(names).toEqual([]);
    expect(mainText(page)).not.toMatch(/Filed under|Updated|Belongs to|Referred to by|undefined|null|false/);
  });

  it("is described by the site's own description", () => {
    expect(page).toContain('<meta name="description" content="A small site."');
  });
});
