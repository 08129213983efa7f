/** Reads feeds with other people's parsers, and brings the results to one shape. */
import { spawnSync } from "node:child_process";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import RssParser from "rss-parser";

export interface ReadItem {
  id: string | undefined;
  url: string | undefined;
  title: string | undefined;
  summary: string | undefined;
  html: string | undefined;
  tags: string[];
  /** RFC 3339, in UTC. */
  published: string | undefined;
  updated: string | undefined;
  /** URL, media type and bytes of the picture. */
  image: [string, string, number] | undefined;
}

const utc = (date: string | Date | null | undefined) =>
  date ? new Date(date).toISOString().replace(".000", "") : undefined;

/** In RSS, a description that is the whole text is no summary. */
const isMarkup = (text: string | undefined) => text?.startsWith("<") ?? false;

export function withFeedsmith(path: string, text: string): ReadItem[] {
  if (path.endsWith(".json")) return ofJson(text);
  return path.endsWith("atom.xml") ? ofAtom(text) : ofRss(text);
}

function ofRss(text: string): ReadItem[] {
  return (parseRssFeed(text).items ?? []).map((item) => ({
    id: item.guid?.value,
    url: item.link,
    title: item.title,
    summary: isMarkup(item.description) ? undefined : item.description,
    html: item.content?.encoded ?? (isMarkup(item.description) ? item.description : undefined),
    tags: (item.categories ?? []).map(({ name }) => String(name)),
    published: utc(item.pubDate),
    updated: utc(item.atom?.updated),
    image: item.enclosures?.map(({ url, type, length }) => [url, type, length] as [string, string, number])[0],
  }));
}

function ofAtom(text: string): ReadItem[] {
  return (parseAtomFeed(text).entries ?? []).map((entry) => {
    const image = entry.links?.find(({ rel }) => rel === "enclosure");
    return {
      id: entry.id,
      url: entry.links?.find(({ rel }) => rel === "alternate")?.href,
      title: entry.title?.value,
      summary: entry.summary?.value,
      html: entry.content?.value,
      tags: (entry.categories ?? []).map(({ term }) => String(term)),
      published: utc(entry.published),
      updated: utc(entry.updated),
      image: image && [String(image.href), String(image.type), Number(image.length)],
    };
  });
}

function ofJson(text: string): ReadItem[] {
  return (parseJsonFeed(text).items ?? []).map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    html: item.content_html,
    tags: item.tags ?? [],
    published: utc(item.date_published),
    updated: utc(item.date_modified),
    image: item.attachments?.map(
      ({ url, mime_type, size_in_bytes }) => [url, mime_type, size_in_bytes] as [string, string, number],
    )[0],
  }));
}

type Attributes = { $: Record<string, string> };

const rssParser = new RssParser<object, Record<string, unknown>>({
  customFields: {
    item: [
      "updated",
      "atom:updated",
      ["link", "links", { keepArray: true }],
      ["category", "terms", { keepArray: true }],
    ],
  },
});

/** rss-parser, which builds on xml2js and sax; it reads no JSON, and of Atom's links and categories the attributes. */
export async function withRssParser(text: string): Promise<ReadItem[]> {
  const { items } = await rssParser.parseString(text);
  return items.map((item) => {
    const links = (item["links"] ?? []) as Attributes[];
    const enclosed = item.enclosure ?? links.find(({ $ }) => $?.["rel"] === "enclosure")?.$;
    const short = (item.summary ?? (isMarkup(item.content) ? undefined : item.content)) as string | undefined;
    const whole = (item["content:encoded"] ?? (isMarkup(item.content) ? item.content : undefined)) as
      | string
      | undefined;
    const { url, href, type, length } = (enclosed ?? {}) as Record<string, string>;
    return {
      id: item.guid ?? (item["id"] as string | undefined),
      url: item.link,
      title: item.title,
      summary: short,
      html: whole,
      tags: ((item["terms"] ?? []) as (string | Attributes)[]).map((term) =>
        String(typeof term === "string" ? term : term.$["term"]),
      ),
      published: utc(item.isoDate),
      updated: utc((item["updated"] ?? item["atom:updated"]) as string | undefined),
      image: enclosed && [String(url ?? href), String(type), Number(length)],
    };
  });
}

export interface PythonReading {
  bozo: boolean;
  version: string;
  items: ReadItem[];
}

/** Python's feedparser; undefined on a machine that does not have it. */
export function withPythonFeedparser(text: string): PythonReading | undefined {
  if (!python) return undefined;
  const { stdout, stderr, status } = spawnSync(python, ["tests/feeds/read_feed.py"], { input: text, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const { bozo, version, entries } = JSON.parse(stdout) as {
    bozo: boolean;
    version: string;
    entries: (Record<"id" | "url" | "title" | "summary" | "html" | "published" | "updated", string | null> & {
      tags: string[];
      enclosures: [string, string, string][];
    })[];
  };
  const items = entries.map((entry) => {
    const [image] = entry.enclosures;
    return {
      id: entry.id ?? undefined,
      url: entry.url ?? undefined,
      title: entry.title ?? undefined,
      summary: isMarkup(entry.summary ?? undefined) ? undefined : (entry.summary ?? undefined),
      html: entry.html ?? (isMarkup(entry.summary ?? undefined) ? (entry.summary ?? undefined) : undefined),
      tags: entry.tags,
      published: entry.published ?? undefined,
      updated: entry.updated ?? undefined,
      image: image && ([image[0], image[1], Number(image[2])] as [string, string, number]),
    };
  });
  return { bozo, version, items };
}

const python = ["/usr/bin/python3", "python3"].find(
  (command) => spawnSync(command, ["-c", "import feedparser"]).status === 0,
);
/** Why a test with Python's feedparser is not run; undefined where it is. */
export const withoutPython = python ? undefined : "NOT RUN: this machine has no Python with feedparser";
