/** Every address that a built site names: in pages, styles, scripts, feeds, Markdown, the sitemap and robots.txt. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "./built-site.ts";
import { feedReaders, type ReadFeed } from "./feeds.ts";
import {
  attributeOf,
  type Element,
  elementsIn,
  elementsWith,
  type Node,
  parsePage,
  parsePiece,
  textOf,
} from "./html.ts";

export interface Named {
  /** The file that names the address. */
  from: string;
  address: URL;
}

/** `siteUrl` is where the site lives, with a slash at its end. */
export function addressesIn(folder: string, siteUrl: string): Named[] {
  return filesOf(folder)
    .filter((file) => !file.startsWith("pagefind/"))
    .flatMap((file) => {
      const base = new URL(file.replace(/(^|\/)index\.html$/, "$1"), siteUrl);
      return [...new Set(textsIn(folder, file))].map((text) => ({ from: file, address: new URL(text, base) }));
    });
}

function textsIn(folder: string, file: string): string[] {
  const readFeed = feedReaders[`/${file}`];
  if (readFeed) return inFeed(readFeed(folder));
  const text = readFileSync(join(folder, file), "utf8");
  if (file.endsWith(".html")) return inHtml(parsePage(text));
  if (file.endsWith(".js")) return inScript(text);
  if (file === "sitemap.xml") return inSitemap(text);
  if (file.endsWith(".md") || file === "llms.txt") return inMarkdown(text);
  if (file === "robots.txt") return [...text.matchAll(/^Sitemap: (.+)$/gm)].map(([, url = ""]) => url);
  return [];
}

const ADDRESS_ATTRIBUTES = new Set(["href", "src", "poster", "cite", "action", "data"]);

/** Of a feed entry's content, whose fragments lead to its own footnotes. */
function inEntry(root: Node): string[] {
  const own = new Set(elementsIn(root).map((element) => `#${attributeOf(element, "id")}`));
  return inHtml(root).filter((address) => !own.has(address));
}

/** Of a page, or of a feed entry's content. */
export function inHtml(root: Node): string[] {
  const styles = elementsIn(root, "style").flatMap((style) => inStyle(textOf(style)));
  const linkedData = elementsWith(root, "script", "type", "application/ld+json").map((script) =>
    JSON.parse(textOf(script)),
  );
  return [...elementsIn(root).flatMap(inAttributes), ...styles, ...linkedData.flatMap(inJson)];
}

function inAttributes(element: Element): string[] {
  const plain = element.attrs.filter(({ name }) => ADDRESS_ATTRIBUTES.has(name)).map(({ value }) => value);
  const set = attributeOf(element, "srcset")?.split(",") ?? [];
  const content = attributeOf(element, "content") ?? "";
  const isAddress = /^og:(url|image)$/.test(attributeOf(element, "property") ?? "");
  const refresh = attributeOf(element, "http-equiv") === "refresh" ? [content.replace(/^.*url=/, "")] : [];
  return [...plain, ...set.map((one) => one.trim().split(" ")[0] ?? ""), ...(isAddress ? [content] : []), ...refresh];
}

function inStyle(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)/g)]
    .map(([, url = ""]) => url)
    .filter((url) => !url.startsWith("data:"));
}

function inScript(script: string): string[] {
  return [...script.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)].map(([, path = ""]) => path);
}

const ADDRESS_KEYS = new Set(["url", "@id", "mainEntityOfPage", "image", "item", "target", "sameAs"]);

function inJson(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(inJson);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== "string") return inJson(inner);
    return ADDRESS_KEYS.has(key) ? [inner] : [];
  });
}

function inFeed({ home, self, entries }: ReadFeed): string[] {
  const own = [home, self, ...entries.map(({ url }) => url)].filter((url) => url !== undefined);
  return [...own, ...entries.flatMap(({ html = "" }) => inEntry(parsePiece(html)))];
}

function inSitemap(xml: string): string[] {
  return [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = ""]) => url.replaceAll("&amp;", "&"));
}

/** Links and images in the text; code blocks are left out. */
function inMarkdown(markdown: string): string[] {
  const text = markdown.replace(/^(```+|~~~+)[\s\S]*?^\1$/gm, "").replace(/`[^`\n]+`/g, "");
  return [...text.matchAll(/\]\(\s*<?([^\s)>]+)/g)].map(([, target = ""]) => target);
}
