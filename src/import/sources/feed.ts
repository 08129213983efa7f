/** Any feed: RSS, Atom, RDF or JSON Feed. It holds the newest entries of a site, as they are in it. */

import { parsedUrl } from "../../content/parsed-url.ts";
import { UsageError } from "../../content/problems/usage-error.ts";
import { escapeText } from "../../content/text/escape.ts";
import { exportFiles } from "../exports/export-files.ts";
import { isObject, type JsonObject, objectsIn, textIn } from "../exports/json.ts";
import { momentIn } from "../exports/moments.ts";
import { pathOfAddress } from "../exports/old-address.ts";
import { oneLine, plainTextOf, shortTextOf } from "../exports/plain-text.ts";
import type { Left, SourceEntry, SourceSite } from "../source-site.ts";
import type { SourceKind } from "./source.ts";

export const feed: SourceKind = {
  name: "feed",
  title: "a feed",
  detect: ({ start, isFolder }) => {
    const text = isFolder ? "" : start("");
    return /<(rss|feed|rdf:RDF)\b/.test(text) || /"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(text)
      ? "a feed"
      : undefined;
  },
  async read(path, { progress }) {
    const { parseFeed } = await import("feedsmith");
    const files = (await exportFiles(path)).filter((file) => /\.(xml|rss|atom|rdf|json)$|^[^.]+$/i.test(file.path));
    const sites: SourceSite[] = [];
    const faults: string[] = [];
    for (const file of files) {
      try {
        const parsed: unknown = parseFeed(await file.text());
        if (isObject(parsed) && isObject(parsed["feed"])) sites.push(siteOf(parsed["feed"], file.path));
      } catch (error) {
        faults.push(`${file.path}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    const [first, ...others] = sites;
    if (!first)
      throw new UsageError(`${path} is no feed that can be read${faults.length > 0 ? `: ${faults.join("; ")}` : ""}`);
    const entries = withoutDoubles([first, ...others].flatMap((site) => site.entries));
    progress?.(entries.length, entries.length);
    return { ...first, entries, left: [first, ...others].flatMap((site) => site.left ?? []) };
  },
};

/** Several documents of one feed have entries in common. */
function withoutDoubles(entries: readonly SourceEntry[]): SourceEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ id, address }) => {
    const key = id ?? address;
    if (key === undefined) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function siteOf(data: JsonObject, file: string): SourceSite {
  const items = objectsIn(data["items"] ?? data["entries"]);
  const base = isObject(data["xml"]) ? textIn(data["xml"], "base") : "";
  const home = absolute(linkIn(data) || textIn(data, "home_page_url"), base);
  const entries = items.map((item) => entryOf(item, file, base || home));
  const dates = entries.flatMap(({ date }) => date ?? []).sort((one, other) => Date.parse(one) - Date.parse(other));
  const left: Left[] = [];
  const oldest = dates[0]?.slice(0, 10);
  left.push({
    file,
    construct: "a feed holds the newest entries alone",
    outcome: "noted",
    was: `${entries.length} entries${oldest ? `, the oldest of ${oldest}` : ""}`,
    now: "what is older is not in it",
  });
  const names = [...new Set(entries.flatMap(({ authors }) => authors))];
  const own = parsedUrl(textIn(data, "feed_url") || selfIn(data))?.pathname;
  return {
    title: oneLine(titleOf(data["title"])) || undefined,
    description: plainTextOf(titleOf(data["description"] ?? data["subtitle"])) || undefined,
    url: /^https?:/.test(home) ? home : undefined,
    language: textIn(data, "language") || (isObject(data["xml"]) ? textIn(data["xml"], "lang") : "") || undefined,
    authors: names.map((name) => ({ key: name, name })),
    ...{ entries, left, redirects: [], files: [] },
    feeds: own ? [own] : [],
  };
}

function entryOf(item: JsonObject, file: string, base: string): SourceEntry {
  const left: Left[] = [];
  const note = (construct: string, was: string, now: string, outcome: Left["outcome"] = "noted") =>
    left.push({ file, construct, outcome, was, now });
  const guid = item["guid"];
  const id =
    textIn(item, "id") || (isObject(guid) ? textIn(guid, "value") : typeof guid === "string" ? guid.trim() : "");
  const isLink = isObject(guid) ? guid["isPermaLink"] !== false : true;
  const link = absolute(
    linkIn(item) ||
      textIn(item, "url") ||
      (isLink && /^https?:/.test(id) ? id : "") ||
      (isObject(item["rdf"]) ? textIn(item["rdf"], "about") : ""),
    base,
  );
  const { html, isWhole } = contentOf(item);
  if (!isWhole) note("text that may be an excerpt", plainTextOf(html), "what the feed has of it");
  const dc = isObject(item["dc"]) ? item["dc"] : {};
  const dates = [
    item["pubDate"],
    item["published"],
    item["date_published"],
    firstText(dc["dates"] ?? dc["date"]),
    item["updated"],
  ];
  const written = dates.find((date) => typeof date === "string" && date.trim() !== "");
  const day = typeof written === "string" && /^\d{4}-\d{2}-\d{2}$/.test(written.trim()) ? written.trim() : undefined;
  const date = dates.map(momentIn).find(Boolean) ?? day;
  if (day && date === day) note("date without a zone", day, "midnight of the site's zone");
  if (written && !date) note("date that can't be read", String(written), "nothing", "left");
  const updated = momentIn(item["updated"]) ?? momentIn(item["date_modified"]);
  for (const enclosure of [...objectsIn(item["enclosures"]), ...objectsIn(item["attachments"])])
    note("enclosure", textIn(enclosure, "url"), "nothing", "left");
  const title = titleOf(item["title"]);
  return {
    ...{ file, left },
    kind: "post",
    title:
      (isObject(item["title"]) && /html/.test(textIn(item["title"], "type"))
        ? plainTextOf(title)
        : oneLine(title.includes("<") ? title : plainTextOf(title))) || undefined,
    address: link ? pathOfAddress(link) : undefined,
    aliases: [],
    ...(id && { id }),
    date,
    ...(updated && updated !== date && { updated }),
    tags: tagsOf(item),
    authors: authorsOf(item),
    description:
      isWhole && typeof (item["description"] ?? item["summary"]) !== "undefined"
        ? shortTextOf(titleOf(item["description"] ?? item["summary"]))
        : undefined,
    language: textIn(item, "language") || undefined,
    comments: [],
    body: { format: "html", text: withBase(html, link || base), line: 1 },
  };
}

/** A text that is cut ends so. */
const CUT = /\[(…|\.\.\.|&hellip;|&#8230;)\]|(…|\.\.\.)\s*(<\/p>)?\s*$|Continue reading|Read more/i;

function contentOf(item: JsonObject): { html: string; isWhole: boolean } {
  const content = item["content"];
  const encoded = isObject(content) ? textIn(content, "encoded") : "";
  if (encoded) return { html: encoded, isWhole: true };
  if (isObject(content) && textIn(content, "value")) {
    const type = textIn(content, "type") || "text";
    const value = textIn(content, "value");
    return {
      html: /^text(\/plain)?$/.test(type) && !/<\w+[\s>]/.test(value) ? paragraphsOf(value) : value,
      isWhole: true,
    };
  }
  if (typeof content === "string" && content.trim()) return { html: content, isWhole: true };
  const html = textIn(item, "content_html");
  if (html) return { html, isWhole: true };
  const text = textIn(item, "content_text");
  if (text) return { html: paragraphsOf(text), isWhole: true };
  const about = titleOf(item["description"] ?? item["summary"]);
  return {
    html: /<\w+[\s>]/.test(about) ? about : paragraphsOf(about),
    isWhole: about.length > 500 && !CUT.test(about),
  };
}

function paragraphsOf(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part) => `<p>${escapeText(part.trim()).replace(/\n/g, "<br>\n")}</p>`)
    .join("\n");
}

function titleOf(value: unknown): string {
  return isObject(value) ? textIn(value, "value") : typeof value === "string" ? value : "";
}

function linkIn(object: JsonObject): string {
  const own = textIn(object, "link");
  if (own) return own;
  const links = objectsIn(object["links"]);
  const alternate = links.find((link) => (textIn(link, "rel") || "alternate") === "alternate");
  return alternate ? textIn(alternate, "href") : "";
}

function selfIn(data: JsonObject): string {
  const atom = isObject(data["atom"]) ? data["atom"] : data;
  const self = objectsIn(atom["links"]).find((link) => textIn(link, "rel") === "self");
  return self ? textIn(self, "href") : "";
}

function firstText(value: unknown): string {
  const [first]: unknown[] = Array.isArray(value) ? value : [value];
  return typeof first === "string" ? first : "";
}

function tagsOf(item: JsonObject): string[] {
  const categories = objectsIn(item["categories"]).map((one) => textIn(one, "name", "label", "term"));
  const tags = Array.isArray(item["tags"]) ? item["tags"].map(String) : [];
  return [
    ...new Set(
      [...categories, ...tags]
        .map((name) => plainTextOf(name))
        .filter((name) => name !== "" && name !== "Uncategorized"),
    ),
  ];
}

function authorsOf(item: JsonObject): string[] {
  const dc = isObject(item["dc"]) ? item["dc"] : {};
  const named = objectsIn(item["authors"]).map((author) => textIn(author, "name"));
  const plain = Array.isArray(item["authors"]) ? item["authors"].filter((one: unknown) => typeof one === "string") : [];
  const creators = [firstText(dc["creators"] ?? dc["creator"])];
  const all = [...named, ...plain.map(nameIn), ...creators].map(oneLine).filter(Boolean);
  return [...new Set(all)];
}

/** RSS has a mail address and the name behind it: `a@example.org (Ada)`; the address is not taken over. */
function nameIn(author: string): string {
  return /\(([^)]+)\)/.exec(author)?.[1] ?? (author.includes("@") ? "" : author);
}

/** Relative addresses count from the entry's page. */
function withBase(html: string, base: string): string {
  if (!/^https?:/.test(base)) return html;
  return html.replace(
    /(\s(?:href|src|poster)\s*=\s*)(["'])(?!#|[a-z][\w+.-]*:|\/)([^"']*)\2/gi,
    (whole, start: string, quote: string, address: string) => {
      const url = parsedUrl(address, base);
      return url && address ? `${start}${quote}${url.href}${quote}` : whole;
    },
  );
}

function absolute(address: string, base: string): string {
  if (!address) return "";
  return parsedUrl(address, /^https?:/.test(base) ? base : undefined)?.href ?? address;
}
