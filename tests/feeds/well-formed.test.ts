/** libxml2 accepts every document, whatever titles, texts and tags are made of, and parsers give back what was put in. */
import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import type { DatedEntry } from "../../src/content/entry.ts";
import { feedsOf } from "../../src/feeds/feeds.ts";
import { opml } from "../../src/feeds/opml.ts";
import { sitemap } from "../../src/feeds/sitemap.ts";
import { postsOf } from "../support/entries.ts";
import { documentsOf, FEED_SITE, readSite, withPosts } from "../support/feed-documents.ts";
import { withFeedsmith } from "../support/feed-parsers.ts";

const content = await readSite(FEED_SITE);
const documents = documentsOf(content);
const [model] = postsOf(content);

/** Throws where libxml2 does; JSON where JSON.parse does. */
function mustParse(path: string, text: string): void {
  if (path.endsWith(".json")) JSON.parse(text);
  else XmlDocument.fromString(text).dispose();
}

describe("libxml2 and JSON.parse accept", () => {
  it.each([...documents])("%s", (path, text) => {
    expect(() => mustParse(path, text)).not.toThrow();
  });

  it("the file of all feeds and the sitemap", () => {
    mustParse("/feeds.opml", opml(content.site, feedsOf(content)));
    mustParse("/sitemap.xml", sitemap(content, ["/posts/日本語/", "/?a=1&b=<2>/"]));
  });
});

const PIECES = [
  "]]>",
  "<![CDATA[",
  "&amp;amp;",
  "&#0;",
  "<script>",
  "--",
  "?>",
  "'\"",
  "\u0000",
  "\u0008",
  "\u000B",
  "\uD800",
  "\uDC00",
  "\uFFFE",
  "\uFFFF",
  "\u2028",
  "👩‍👩‍👧",
  "שלום",
  "日本語",
  "\u202E",
  "{{ x }}",
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 8 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join(""));

/** XML has no such characters: each is replaced. JSON keeps all but lone surrogates. */
const inXml = (text: string) => text.toWellFormed().replace(/[^\t\n\r\u0020-\uFFFD]/g, "\uFFFD");
/** What an XML parser makes of line ends, and a feed parser of the space around a text. */
const settled = (text: string) => text.replace(/\r\n?/g, "\n").trim();

function siteWith(title: string, body: string, tag: string) {
  const post: DatedEntry = {
    ...(model as DatedEntry),
    title,
    summary: title,
    tags: [tag],
    keywords: [tag],
    body: { ...(model as DatedEntry).body, feedHtml: () => `<p>${body}`, markdown: () => body },
  };
  return withPosts(content, [post]);
}

describe("hostile titles, texts and tags", () => {
  it("leave every document well-formed", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, body, tag) => {
        for (const [path, text] of documentsOf(siteWith(title, body, tag))) mustParse(path, text);
      }),
      { numRuns: 300 },
    );
  });

  it("arrive in XML as they were written, but for characters that XML forbids", () => {
    fc.assert(
      fc.property(hostile, hostile, (title, body) => {
        const site = documentsOf(siteWith(title, body, "tag"));
        const atom = XmlDocument.fromString(site.get("/atom.xml") ?? "");
        const find = (name: string) =>
          settled(atom.get(`//a:entry/a:${name}`, { a: "http://www.w3.org/2005/Atom" })?.content ?? "");
        expect(find("title")).toBe(settled(inXml(title)));
        expect(find("content")).toBe(settled(inXml(`<p>${body}`)));
        atom.dispose();
      }),
      { numRuns: 300 },
    );
  });

  it("arrive in JSON as they were written, but for lone surrogates", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, body, tag) => {
        const { items } = JSON.parse(documentsOf(siteWith(title, body, tag)).get("/feed.json") ?? "");
        const [{ title: read, content_html, tags }] = items;
        expect([read, content_html, tags]).toEqual([
          title.toWellFormed(),
          `<p>${body}`.toWellFormed(),
          [tag.toWellFormed()],
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(PIECES)("such as %j arrive in each format through a feed parser", (piece) => {
    const site = documentsOf(siteWith(`a${piece}b`, `a${piece}b`, "tag"));
    for (const path of ["/atom.xml", "/feed.json"]) {
      const expected = path.endsWith(".json") ? piece.toWellFormed() : inXml(piece);
      expect(withFeedsmith(path, site.get(path) ?? "")[0]?.html, path).toBe(`<p>a${expected}b`);
    }
  });
});
