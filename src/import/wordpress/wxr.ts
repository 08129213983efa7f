/** WordPress' export, WXR: an RSS feed with elements of its own (https://wordpress.org/documentation/article/tools-export-screen/). */
import {
  childOf,
  childrenOf,
  readXml,
  textOf,
  withDividedSections,
  type XmlElement,
  type XmlFault,
} from "../exports/xml.ts";

export interface WxrItem {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly creator: string;
  readonly type: string;
  readonly status: string;
  readonly name: string;
  readonly parent: string;
  readonly password: string;
  /** As the blog's clocks show it, and in UTC: `2016-03-01 22:00:00`, or zeros. */
  readonly date: string;
  readonly dateGmt: string;
  readonly modifiedGmt: string;
  readonly pubDate: string;
  readonly content: string;
  /** The line of the file on which the content begins. */
  readonly contentLine: number;
  readonly excerpt: string;
  readonly attachmentUrl: string;
  readonly order: number;
  readonly isSticky: boolean;
  readonly terms: readonly WxrTerm[];
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly comments: readonly WxrComment[];
}

export interface WxrTerm {
  /** `category`, `post_tag`, `post_format`, or a taxonomy of the site's own. */
  readonly taxonomy: string;
  readonly slug: string;
  readonly name: string;
}

export interface WxrComment {
  readonly id: string;
  readonly parent: string;
  readonly author: string;
  readonly url: string;
  readonly dateGmt: string;
  readonly content: string;
  readonly approved: string;
  readonly type: string;
}

export interface Wxr {
  title: string;
  description: string;
  url: string;
  language: string;
  authors: { login: string; name: string }[];
  /** Its categories and tags, with the slugs of those above them. */
  terms: (WxrTerm & { readonly parent: string })[];
  items: WxrItem[];
  faults: { file: string; fault: XmlFault }[];
}

/** True for the beginning of a file that is one. */
export function isWxr(start: string): boolean {
  return /<rss\b/.test(start) && /xmlns:wp=|wordpress\.org\/export|<wp:/.test(start);
}

const IN_CHANNEL = [
  "title",
  "link",
  "description",
  "language",
  "wp:base_site_url",
  "wp:base_blog_url",
  "wp:author",
  "wp:category",
  "wp:tag",
];
const TEXTS = ["content:encoded", "excerpt:encoded", "wp:comment_content", "wp:meta_value"];

/** Adds what a file holds; a large blog's export is several. */
export function readWxr(source: string, file: string, wxr: Wxr): void {
  const channel: Partial<Record<string, string>> = {};
  const clean = withDividedSections(source, TEXTS);
  const faults = readXml(clean, new Set(["item", ...IN_CHANNEL]), (element, path) => {
    if (path.at(-1) !== "channel") return;
    if (element.name === "item") wxr.items.push(itemOf(element, file));
    else if (element.name === "wp:author") {
      const login = textOf(element, "wp:author_login");
      const name = textOf(element, "wp:author_display_name") || login;
      if (login && !wxr.authors.some((one) => one.login === login)) wxr.authors.push({ login, name });
    } else if (element.name === "wp:category" || element.name === "wp:tag") wxr.terms.push(termIn(element));
    else channel[element.name] ??= element.text.trim();
  });
  wxr.title ||= channel["title"] ?? "";
  wxr.description ||= channel["description"] ?? "";
  wxr.language ||= channel["language"] ?? "";
  wxr.url ||= channel["link"] || channel["wp:base_blog_url"] || channel["wp:base_site_url"] || "";
  wxr.faults.push(...faults.map((fault) => ({ file, fault })));
}

function itemOf(item: XmlElement, file: string): WxrItem {
  const text = (name: string) => textOf(item, name);
  const content = childOf(item, "content:encoded");
  const meta = new Map<string, string[]>();
  for (const one of childrenOf(item, "wp:postmeta")) {
    const key = textOf(one, "wp:meta_key");
    meta.set(key, [...(meta.get(key) ?? []), childOf(one, "wp:meta_value")?.text ?? ""]);
  }
  return {
    ...{ file, line: item.line, meta },
    id: text("wp:post_id"),
    title: text("title"),
    link: text("link"),
    guid: text("guid"),
    creator: text("dc:creator"),
    // Exports of 2005 and what others make in its form may lack them.
    type: text("wp:post_type") || "post",
    status: text("wp:status") || "publish",
    name: text("wp:post_name"),
    parent: text("wp:post_parent"),
    password: text("wp:post_password"),
    date: text("wp:post_date"),
    dateGmt: text("wp:post_date_gmt"),
    modifiedGmt: text("wp:post_modified_gmt"),
    pubDate: text("pubDate"),
    content: content?.text ?? "",
    contentLine: content?.textLine ?? item.line,
    excerpt: text("excerpt:encoded"),
    attachmentUrl: text("wp:attachment_url"),
    order: Number(text("wp:menu_order")) || 0,
    isSticky: text("wp:is_sticky") === "1",
    terms: termsOf(item),
    comments: childrenOf(item, "wp:comment").map(commentOf),
  };
}

function termIn(element: XmlElement): Wxr["terms"][number] {
  const isCategory = element.name === "wp:category";
  return {
    taxonomy: isCategory ? "category" : "post_tag",
    slug: textOf(element, isCategory ? "wp:category_nicename" : "wp:tag_slug"),
    name: textOf(element, isCategory ? "wp:cat_name" : "wp:tag_name"),
    parent: textOf(element, "wp:category_parent"),
  };
}

/** Exports of version 1.0 have each term twice, once without its slug. */
function termsOf(item: XmlElement): WxrTerm[] {
  const terms = childrenOf(item, "category").map(({ attributes, text }) => ({
    taxonomy: attributes["domain"] === "tag" ? "post_tag" : (attributes["domain"] ?? "category"),
    slug: attributes["nicename"] ?? "",
    name: text.trim(),
  }));
  return terms.filter(({ name, taxonomy }, index) => {
    return name !== "" && terms.findIndex((other) => other.name === name && other.taxonomy === taxonomy) === index;
  });
}

function commentOf(comment: XmlElement): WxrComment {
  const text = (name: string) => textOf(comment, `wp:comment_${name}`);
  return {
    id: text("id"),
    parent: text("parent"),
    author: text("author"),
    url: text("author_url"),
    dateGmt: text("date_gmt"),
    content: text("content"),
    approved: text("approved"),
    type: text("type"),
  };
}
