/** Every address that a built site names, in pages, styles, scripts, feeds and the sitemap, and which of them lead nowhere. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { HtmlElement } from "html-validate";
import { fileAt, filesOf } from "./built-site.ts";
import { attributeOf, parseHtml, textOf } from "./html.ts";

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
      const texts = textsIn(file, readFileSync(join(folder, file), "utf8"));
      return [...new Set(texts)].map((text) => ({ from: file, address: new URL(text, base) }));
    });
}

/** One line for each address of the site itself that has no file, or no element with the id that it names. */
export function deadEnds(folder: string, siteUrl: string): string[] {
  const ids = new Map<string, Set<string>>();
  return addressesIn(folder, siteUrl)
    .filter(({ address }) => address.origin === new URL(siteUrl).origin)
    .filter(({ address }) => !leadsSomewhere(address, folder, siteUrl, ids))
    .map(({ from, address }) => `${from} → ${address.href}`);
}

function leadsSomewhere(address: URL, folder: string, siteUrl: string, ids: Map<string, Set<string>>): boolean {
  if (!address.href.startsWith(siteUrl)) return false;
  const file = join(folder, fileAt(`/${address.pathname.slice(new URL(siteUrl).pathname.length)}`));
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  if (!address.hash) return true;
  const known = ids.get(file) ?? idsIn(readFileSync(file, "utf8"));
  ids.set(file, known);
  return known.has(decodeURIComponent(address.hash.slice(1)));
}

function idsIn(html: string): Set<string> {
  return new Set(
    parseHtml(html)
      .querySelectorAll("[id]")
      .map((element) => attributeOf(element, "id") ?? ""),
  );
}

function textsIn(file: string, text: string): string[] {
  if (file.endsWith(".html")) return inHtml(text);
  if (file.endsWith(".js")) return inScript(text);
  if (file.endsWith(".json")) return inJson(JSON.parse(text));
  if (file.endsWith(".xml")) return inXml(text);
  if (file.endsWith(".txt")) return [...text.matchAll(/^Sitemap: (.+)$/gm)].map(([, url = ""]) => url);
  return [];
}

const ADDRESS_ATTRIBUTES = ["href", "src", "poster", "cite", "action", "data"];

/** Of a whole page, or of a feed entry's content. */
export function inHtml(html: string): string[] {
  const dom = parseHtml(html);
  const plain = ADDRESS_ATTRIBUTES.flatMap((name) => valuesOf(dom, `[${name}]`, name));
  const sets = valuesOf(dom, "[srcset]", "srcset").flatMap((set) =>
    set.split(",").map((one) => one.trim().split(" ")[0] ?? ""),
  );
  const refreshes = valuesOf(dom, "meta[http-equiv=refresh]", "content").map((content) =>
    content.replace(/^.*url=/, ""),
  );
  const graph = ["og:url", "og:image"].flatMap((name) => valuesOf(dom, `meta[property="${name}"]`, "content"));
  const styles = dom.querySelectorAll("style").flatMap((style) => inStyle(style.textContent));
  const linked = dom
    .querySelectorAll('script[type="application/ld+json"]')
    .flatMap((script) => inJson(JSON.parse(script.textContent)));
  return [...plain, ...sets, ...refreshes, ...graph, ...styles, ...linked];
}

function valuesOf(dom: HtmlElement, selector: string, attribute: string): string[] {
  return dom.querySelectorAll(selector).map((element) => attributeOf(element, attribute) ?? "");
}

function inStyle(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)/g)]
    .map(([, url = ""]) => url)
    .filter((url) => !url.startsWith("data:"));
}

function inScript(script: string): string[] {
  return [...script.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)].map(([, path = ""]) => path);
}

const ADDRESS_KEYS = new Set(["url", "@id", "mainEntityOfPage", "home_page_url", "feed_url", "external_url", "image"]);

function inJson(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(inJson);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== "string") return inJson(inner);
    if (key === "content_html") return inHtml(inner);
    return ADDRESS_KEYS.has(key) ? [inner] : [];
  });
}

/** RSS, Atom and sitemaps: elements and attributes that hold addresses, and HTML that is escaped within. */
function inXml(xml: string): string[] {
  const dom = parseHtml(xml.replace(/^<\?xml.*?\?>/, ""));
  const elements = ["loc", "link", "uri"].flatMap((name) => dom.querySelectorAll(name).map(textOf));
  const content = ["content", "content\\:encoded"].flatMap((name) => dom.querySelectorAll(name).map(textOf));
  return [...elements.filter(Boolean), ...valuesOf(dom, "[href]", "href"), ...content.flatMap(inHtml)];
}
