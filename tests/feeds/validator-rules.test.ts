/** The rules, warnings included, that the W3C's feed validator (feedvalidator's item.py, channel.py, link.py and validators.py) has for each element that our feeds use. */
import { XmlDocument, type XmlElement } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { documentsOf, FEED_SITE, readSite } from "../support/feed-documents.ts";

const content = await readSite(FEED_SITE);
const documents = [...documentsOf(content)];
const NAMESPACES = {
  a: "http://www.w3.org/2005/Atom",
  content: "http://purl.org/rss/1.0/modules/content/",
  dc: "http://purl.org/dc/elements/1.1/",
};

const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d \+0000$/;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const FULL_URI = /^[a-zA-Z][0-9a-zA-Z+\-.]*:(\/\/)?[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]+$/;
const TAG_URI = /^tag:[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*$/;
const HTTP = /^https?:\/\/([A-Z0-9-]+\.)+[A-Z0-9][-A-Z0-9]*(\/|$)/i;
const MEDIA_TYPE = /^[^\s()<>,;:\\"/[\]?=]+\/[^\s()<>,;:\\"/[\]?=]+$/;
const LANGUAGE = /^[a-z]{2,3}(-|$)/;
/** What it looks for to find relative addresses in HTML. */
const RELATIVE = /<a\s+href="(?!\w+:)[^"]*"[\s>]|<img\s+[^>]*src="(?!\w+:)[^"]*"/i;
/** Elements and attributes that our HTML has and the validator takes for safe. */
const SAFE_ELEMENTS = new Set(
  "a abbr bdi blockquote br code dd del details dl dt em figcaption figure h2 h3 h4 h5 h6 hr img ins kbd li mark ol p pre strong sub summary sup table tbody td th thead tr u ul".split(
    " ",
  ),
);
const SAFE_ATTRIBUTES = new Set("alt height href id loading src start title width".split(" "));

type Rule = [path: string, what: string, holds: (text: string) => boolean];
const once = (parent: string, names: string[], least = 1): [string, string, number][] =>
  names.map((name) => [parent, name, least]);

const ONCE = {
  rss: [
    ...once("//channel", ["title", "link", "description", "language", "docs", 'a:link[@rel="self"]']),
    ...once("//channel", ["lastBuildDate", 'a:link[@rel="hub"]', 'a:link[@rel="prev-archive"]'], 0),
    ...once("//item", ["title", "link", "guid", "pubDate", "a:updated", "dc:creator", "description"]),
    ...once("//item", ["content:encoded", "enclosure", "author", "dc:date", "a:published"], 0),
  ],
  atom: [
    ...once("/a:feed", [
      "a:title",
      "a:subtitle",
      "a:id",
      "a:updated",
      "a:author/a:name",
      'a:link[@rel="self"]',
      'a:link[@rel="alternate"]',
    ]),
    ...once("//a:entry", ["a:title", "a:id", "a:published", "a:updated", 'a:link[@rel="alternate"]']),
    ...once("//a:entry", ["a:summary", "a:content", 'a:link[@rel="enclosure"]'], 0),
  ],
};

const RULES: { rss: Rule[]; atom: Rule[] } = {
  rss: [
    [
      "//pubDate | //lastBuildDate",
      "is an RFC 822 date with its true weekday",
      (text) => RFC_822.test(text) && new Date(text).toUTCString().slice(0, 3) === text.slice(0, 3),
    ],
    ["//item/a:updated", "is an RFC 3339 date", (text) => RFC_3339.test(text)],
    ["//link | //a:link/@href", "is a whole URI", (text) => FULL_URI.test(text)],
    [
      "//guid",
      "is a whole URI, a tag URI where it says so",
      (text) => (text.startsWith("tag:") ? TAG_URI : FULL_URI).test(text),
    ],
    ["//guid/@isPermaLink", "is false for what is no address", (text) => text === "false"],
    ["//language | //item/@xml:lang", "is a language", (text) => LANGUAGE.test(text)],
    ["//enclosure/@url", "is an http address", (text) => HTTP.test(text) && FULL_URI.test(text)],
    ["//enclosure/@length", "is a number above 0", (text) => Number(text) > 0],
    ["//enclosure/@type", "is a media type", (text) => MEDIA_TYPE.test(text)],
    ["//category | //title | //channel/description", "is not blank", (text) => text.trim() !== ""],
    ['//a:link[@rel="self"]/@type', "is RSS's", (text) => text === "application/rss+xml"],
    ["//content:encoded | //item/description", "has no relative address", (text) => !RELATIVE.test(text)],
  ],
  atom: [
    ["//a:updated | //a:published", "is an RFC 3339 date", (text) => RFC_3339.test(text)],
    [
      "//a:id",
      "is a whole URI, a tag URI where it says so",
      (text) => (text.startsWith("tag:") ? TAG_URI : FULL_URI).test(text),
    ],
    ["//a:link/@href | //a:uri", "is a whole URI", (text) => FULL_URI.test(text)],
    [
      "//a:link/@rel",
      "is registered",
      (text) => ["alternate", "self", "hub", "enclosure", "current", "prev-archive"].includes(text),
    ],
    ["//a:link/@type", "is a media type", (text) => MEDIA_TYPE.test(text)],
    ["//@xml:lang", "is a language", (text) => LANGUAGE.test(text)],
    [
      "//a:title | //a:subtitle | //a:summary | //a:name | //a:category/@term",
      "is not blank",
      (text) => text.trim() !== "",
    ],
    ["//a:content/@type", "is html", (text) => text === "html"],
    ["//a:content", "has no relative address", (text) => !RELATIVE.test(text)],
  ],
};

const kindOf = (path: string) => (path.endsWith("atom.xml") ? "atom" : "rss");
const xmlDocuments = documents.filter(([path]) => path.endsWith(".xml"));

describe.each(xmlDocuments)("%s", (path, text) => {
  const document = XmlDocument.fromString(text);
  const find = (query: string) => document.find(query, NAMESPACES);

  it("has each element as often as it may", () => {
    const wrong = ONCE[kindOf(path)].flatMap(([parent, name, least]) =>
      find(parent)
        .filter((node) => {
          const count = (node as XmlElement).find(name, NAMESPACES).length;
          return count > 1 || count < least;
        })
        .map(() => `${name} in ${parent}`),
    );
    const isEmpty = find("//item | //a:entry").length === 0;
    expect(wrong.filter((one) => !(isEmpty && one.startsWith("lastBuildDate")))).toEqual([]);
  });

  it("keeps the rules of each element", () => {
    const broken = RULES[kindOf(path)].flatMap(([query, what, holds]) =>
      find(query)
        .filter(({ content }) => !holds(content))
        .map(({ content }) => `${query} ${what}: ${content}`),
    );
    expect(broken).toEqual([]);
  });

  it("has no id twice, and nothing between its items that belongs before them", () => {
    const ids = find("//guid | //a:entry/a:id").map(({ content }) => content);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      find("//item/following-sibling::*[not(self::item)] | //a:entry/following-sibling::*[not(self::a:entry)]"),
    ).toEqual([]);
  });

  it("has a description before each text, and no HTML but what is safe", () => {
    expect(find("//content:encoded[not(preceding-sibling::description)]")).toEqual([]);
    const tags = find("//content:encoded | //a:content").flatMap(({ content }) => [
      ...content.matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g),
    ]);
    const elements = tags.map(([, name = ""]) => name).filter((name) => !SAFE_ELEMENTS.has(name));
    const attributes = tags.flatMap(([, , rest = ""]) =>
      [...rest.matchAll(/\s([a-z-]+)=/g)].map(([, name = ""]) => name),
    );
    expect([...elements, ...attributes.filter((name) => !SAFE_ATTRIBUTES.has(name))]).toEqual([]);
  });
});

/** The one thing that it would warn of: it does not know `source:markdown`'s namespace. */
it("knows every namespace but one", () => {
  const known = [
    "http://www.w3.org/2005/Atom",
    "http://purl.org/rss/1.0/modules/content/",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/syndication/history/1.0",
  ];
  const used = new Set(
    xmlDocuments.flatMap(([, text]) => [...text.matchAll(/ xmlns(?::\w+)?="([^"]+)"/g)].map(([, uri = ""]) => uri)),
  );
  expect([...used].filter((uri) => !known.includes(uri))).toEqual(["http://source.scripting.com/"]);
});
