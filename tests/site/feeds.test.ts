/** The notebook's feeds, read back by a feed parser, say what front matter and pages say. */
import { describe, expect, inject, it } from "vitest";
import settings from "../fixtures/sites/notebook/_data/site.ts";
import { inHtml } from "../support/addresses.ts";
import { readAt } from "../support/built-site.ts";
import { posts } from "../support/content-files.ts";
import { feedReaders } from "../support/feeds.ts";
import { attributeOf, elementsIn, elementsWith, type Node, parsePage, parsePiece, textOf } from "../support/html.ts";

const site = inject("notebook");
const newest = posts.slice(0, 20);
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const RFC_822 = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000$/;

describe.each(Object.entries(feedReaders))("%s", (path, read) => {
  const { title, home, self, entries: all } = read(site);
  const entries = all.filter(({ url }) => url?.startsWith(`${settings.url}/posts/`));
  const contents = entries.map(({ html = "" }) => parsePiece(html));

  it("names the site, its home page and its own address", () => {
    const expected = { title: settings.title, home: `${settings.url}/`, self: settings.url + path };
    expect({ title, home, self }).toEqual(expected);
  });

  it("has the newest essays in order, as their front matter describes them", () => {
    expect(entries.map(({ url, title, summary, tags }) => ({ url, title, summary, tags }))).toEqual(
      newest.map((post) => ({
        url: settings.url + post.path,
        title: post.title,
        summary: post.description,
        tags: post.tags,
      })),
    );
  });

  it("dates them in UTC, at the moment that front matter means", () => {
    const format = path === "/feed.xml" ? RFC_822 : RFC_3339;
    const dates = entries.flatMap(({ published, updated }) => [published, updated ?? published]);
    expect(dates.filter((date) => !format.test(date ?? ""))).toEqual([]);
    const moments = entries.map(({ published }) => Date.parse(published ?? ""));
    expect(moments).toEqual(newest.map(({ date }) => Date.parse(date ?? "")));
  });

  it("identifies them by a tag URI, which no change of address alters", () => {
    const host = new URL(settings.url).hostname;
    const expected = newest.map(({ slug, date }) => `tag:${host},${date?.slice(0, 4)}:posts/${slug}`);
    expect(entries.map(({ id }) => id)).toEqual(expected);
  });

  it("has their whole text: each heading, paragraph, item, cell and line of code of the page", () => {
    for (const [index, { path }] of newest.entries()) {
      const [prose] = elementsWith(parsePage(readAt(site, path)), "div", "class", "prose");
      const [page, feed] = [blocksOf(prose), blocksOf(contents[index])];
      expect(page.length, path).toBeGreaterThan(20);
      const whole = feed.join("\n");
      expect(page.filter((text) => !feed.includes(text) && !whole.includes(text))).toEqual([]);
    }
  });

  it("has only addresses that are whole, but for footnotes in the same entry", () => {
    const addresses = contents.flatMap(inHtml).filter((address) => !/^#fn(ref)?-/.test(address));
    expect(addresses.filter((address) => !/^(https:\/\/|mailto:)/.test(address))).toEqual([]);
    expect(addresses.some((address) => address.startsWith(`${settings.url}/`))).toBe(true);
  });

  it("has no ids but those of notes, and none of the page's classes, styles and scripts", () => {
    const found = contents.flatMap((content) => elementsIn(content).flatMap(({ attrs }) => attrs));
    const attributes = found.filter(({ name, value }) => name !== "id" || !/^fn(ref)?-\d+(-\d+)?$/.test(value));
    expect(attributes.filter(({ name }) => /^(id|class|style|tabindex|on.*)$/.test(name))).toEqual([]);
    expect(contents.flatMap((content) => [...elementsIn(content, "script"), ...elementsIn(content, "style")])).toEqual(
      [],
    );
  });
});

/** The texts of a page's blocks, without footnotes' marks and their copies in the margin, which a feed has otherwise. */
function blocksOf(root: Node | undefined): string[] {
  const names = ["h2", "h3", "h4", "p", "li", "pre", "td", "th", "figcaption"];
  const blocks = root ? names.flatMap((name) => elementsIn(root, name)) : [];
  // The step of a timeline has its session's name in another place; what is in it is compared by itself.
  const steps = root
    ? elementsWith(root, "figure", "class", "timeline").flatMap((figure) => elementsIn(figure, "li"))
    : [];
  const hidden = blocks.filter((block) => attributeOf(block, "aria-hidden"));
  return blocks
    .filter((block) => ![...steps, ...hidden].includes(block))
    .map((block) => textOf(withoutMarks(block)).trim());
}

function withoutMarks(block: Node): Node {
  const marginNotes = elementsWith(block, "small", "class", "sidenote");
  const marks = [
    ...elementsIn(block, "sup"),
    ...marginNotes,
    ...elementsIn(block, "a").filter((link) => attributeOf(link, "href")?.startsWith("#fnref-")),
  ];
  for (const mark of marks) mark.childNodes = [];
  return block;
}
