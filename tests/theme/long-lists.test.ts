/** Sites with much in them: no page grows with the site. */
import { describe, expect, it } from "vitest";
import { attributeOf, elementsIn, parsePage, textOf } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { htmlPagesOf } from "../support/tiny-pages.ts";

const DAY = 86_400_000;
/** The newest first: 240 days of essays, of which the first 40 are of one year, and every other one has a tag. */
const posts = Array.from({ length: 240 }, (_, index) => ({
  slug: `essay-${index}`,
  title: `Essay ${index}`,
  date: new Date(Date.UTC(2026, 1, 9) - index * DAY).toISOString().slice(0, 10),
  tags: index % 2 === 0 ? ["SQL"] : ["Locks"],
  series: "Days",
  markdown: index > 0 ? "As [the newest](/posts/essay-0/) says." : "I say so.",
}));
const content = tinyContent({ posts });
const pages = htmlPagesOf(content);
const at = (path: string) => pages.get(path) ?? "";

/** The hrefs of links in a list's entries, or in another element of this name. */
function linksOf(path: string, ...names: string[]): string[] {
  return elementsIn(parsePage(at(path)), "main", ...names)
    .flatMap((element) => elementsIn(element, "a"))
    .map((link) => attributeOf(link, "href") ?? "");
}

describe.each(["/posts/", "/tags/sql/"])("a long list: %s", (path) => {
  const years = [`${path}years/2026/`, `${path}years/2025/`];

  it("has its hundred newest essays on its page, and leads to the years", () => {
    expect(linksOf(path, "ol")).toHaveLength(100);
    expect(linksOf(path, "ol")[0]).toBe("/posts/essay-0/");
    expect(linksOf(path, "nav")).toEqual(years);
  });

  it("has each essay in its year, newest first", () => {
    const listed = years.flatMap((year) => linksOf(year, "ol"));
    const wanted = content.entries.filter(({ tags }) => path === "/posts/" || tags.includes("SQL"));
    expect(listed).toEqual(wanted.map((post) => post.path));
    expect(linksOf(`${path}years/2026/`, "ol")).toHaveLength(path === "/posts/" ? 40 : 20);
  });

  it("tells a year's page from others, and leads back", () => {
    const page = parsePage(at(`${path}years/2025/`));
    expect(elementsIn(page, "main", "h1").map(textOf)).toEqual([path === "/posts/" ? "Essays, 2025" : "SQL, 2025"]);
    expect(linksOf(`${path}years/2025/`, "header")).toContain(path);
    const current = elementsIn(page, "main", "nav", "a").filter((link) => attributeOf(link, "aria-current"));
    expect(current.map(textOf)).toEqual(["2025"]);
    const steps = [...at(`${path}years/2025/`).matchAll(/"position":\d+,"name":"([^"]+)"/g)];
    expect(steps.map(([, name]) => name)).toEqual(
      path === "/posts/" ? ["Tiny", "Essays", "Essays, 2025"] : ["Tiny", "Tags", "SQL", "SQL, 2025"],
    );
  });

  it("is valid HTML", async () => {
    for (const each of [path, ...years]) expect(await complaintsAbout(at(each))).toEqual([]);
  });
});

describe("a list of a hundred", () => {
  it("stands on one page", () => {
    const few = [...htmlPagesOf(tinyContent({ posts: posts.slice(0, 100) }))].map(([path]) => path);
    expect(few.filter((path) => path.includes("years"))).toEqual([]);
  });
});

describe("a post", () => {
  it("names the newest of those that refer to it, and says how many more there are", () => {
    const page = parsePage(at("/posts/essay-0/"));
    const [referring] = elementsIn(page, "dd").filter((entry) => textOf(entry).includes("others"));
    expect(
      elementsIn(referring ?? page, "a")
        .map(textOf)
        .slice(0, 2),
    ).toEqual(["Essay 1", "Essay 2"]);
    expect(textOf(referring ?? page)).toMatch(/Essay 20 and 219 others$/);
  });

  it.each([
    ["first", "essay-239", 1, 2],
    ["in the middle", "essay-120", 120, 115],
    ["last", "essay-0", 240, 230],
  ])("names the parts around it of a long series, and the first and the last: %s", (_, slug, part, from) => {
    const page = parsePage(at(`/posts/${slug}/`));
    const [series] = elementsIn(page, "aside");
    expect(textOf(series ?? page)).toContain(`Part ${part} of 240`);
    const around = Array.from({ length: 10 }, (_, at) => `Essay ${240 - from - at}`);
    expect(elementsIn(series ?? page, "li").map(textOf)).toEqual(["Essay 239", ...around, "Essay 0"]);
    expect(elementsIn(series ?? page, "b")).toHaveLength(1);
  });
});

it("no page of a large site is heavier than a few screens of text", () => {
  const sizes = [...pages].map(([path, html]) => [path, html.length] as const);
  expect(sizes.filter(([, size]) => size > 80_000)).toEqual([]);
});
