/** What others said of a post elsewhere: in its page and nowhere else, each as hostile as any text. */
import { describe, expect, it } from "vitest";
import { PostFrontMatter } from "../../src/content/post.ts";
import type { Mention } from "../../src/content/reactions.ts";
import { attributeOf, elementsIn, elementsWith, parsePage, textOf } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { renderAll, renderAt } from "../support/tiny-pages.ts";

const TOOT = "https://social.example/@ada/112233445566778899";
const OTHER = "https://news.example/item?id=1";
const ENDPOINT = "https://webmention.io/tiny.example/webmention";
const posts = [{ slug: "talked-about", syndication: [TOOT, OTHER] }, { slug: "quiet" }];
const plain = tinyContent({ posts });
const mentions: Mention[] = [
  {
    kind: "reply",
    author: "Bob <b>",
    url: 'https://bob.example/?"onmouseover=alert(1)',
    date: "2026-01-05",
    text: "<script>alert(1)</script> well said",
  },
  { kind: "like", url: "https://eve.example/like" },
  { kind: "mention", author: "Mallory" },
];
const content = {
  ...plain,
  mentions: new Map([["/posts/talked-about/", mentions]]),
  copyCounts: new Map([[TOOT, { likes: 3, reposts: 0, replies: 1 }]]),
};
const PAGE = "/posts/talked-about/";

describe("mentions", () => {
  it("are listed below their post as text, each with a link to where it is", async () => {
    const html = renderAt(content, PAGE);
    const [section] = elementsWith(parsePage(html), "section", "class", "comments");
    if (!section) throw new Error("no mentions");
    expect(textOf(elementsIn(section, "h2")[0])).toBe("3 mentions elsewhere");
    expect(elementsIn(section, "li").map((one) => textOf(one))).toEqual([
      "Bob <b> replied, January 5, 2026<script>alert(1)</script> well said",
      "eve.example liked it",
      "Mallory mentioned it",
    ]);
    expect(elementsIn(section, "a").map((link) => attributeOf(link, "href"))).toEqual([
      'https://bob.example/?"onmouseover=alert(1)',
      "https://eve.example/like",
    ]);
    expect(elementsIn(section, "script")).toEqual([]);
    expect(await complaintsAbout(html)).toEqual([]);
  });

  it("leave every other page, and every feed, as it was", () => {
    const pages = renderAll(content);
    const changed = [...renderAll(plain)].filter(([path, text]) => pages.get(path) !== text).map(([path]) => path);
    expect(changed).toEqual([PAGE]);
  });
});

describe("copies", () => {
  it("are links in the colophon, with what they were answered and nothing that did not happen", () => {
    const links = elementsWith(parsePage(renderAt(content, PAGE)), "a", "class", "u-syndication");
    expect(links.map((link) => [attributeOf(link, "href"), textOf(link)])).toEqual([
      [TOOT, "Mastodon"],
      [OTHER, "news.example"],
    ]);
    expect(renderAt(content, PAGE)).toMatch(/>Mastodon<\/a>: 3 likes, 1 reply; </);
  });

  it("are links without a count where nobody has asked", () => {
    expect(renderAt(plain, PAGE)).toMatch(/>Mastodon<\/a>; <a/);
    expect(renderAt(plain, "/posts/quiet/")).not.toContain("u-syndication");
  });

  it.each(["javascript:alert(1)", "http://social.example/@ada/1", "social.example"])("%s is refused", (address) => {
    const matter = { title: "A", date: "2026-01-01", syndication: [address] };
    expect(PostFrontMatter.safeParse(matter).success).toBe(false);
  });
});

describe("the endpoint", () => {
  it("is in the head of articles alone, and nowhere without the setting", () => {
    const services = { webmentions: { endpoint: ENDPOINT } };
    const pages = renderAll(tinyContent({ posts, site: { services } }));
    const having = [...pages].filter(([, text]) => text.includes('rel="webmention"')).map(([path]) => path);
    expect(having.sort()).toEqual(["/posts/quiet/", PAGE]);
    expect(pages.get(PAGE)).toContain(`<link rel="webmention" href="${ENDPOINT}"`);
    expect([...renderAll(plain).values()].join("")).not.toContain("webmention");
  });
});
