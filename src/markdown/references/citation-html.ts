/** Citations that link to their works, and the list of works, which link back. */
import type { Env, Token } from "markdown-it";
import { absoluteUrl } from "../../content/address.ts";
import { escapeMarkup } from "../../content/text/escape.ts";
import { envOf, speakIn } from "../extension.ts";
import { arrowIn } from "../footnotes.ts";
import { placedKey, placeKey, workId, worksKey } from "./citation-tokens.ts";

export function citationHtml(token: Token | undefined, page: string, env: Env | undefined): string {
  const placed = placedKey.get(token);
  if (!placed?.html) return escapeMarkup(token?.content ?? "");
  const { citation, number, html } = placed;
  const [first] = citation.cites;
  const id = page
    ? ""
    : ` id="cite-${number}" role="doc-biblioref"${envOf(env).context.previews ? " data-preview" : ""}`;
  const parts = partsOf(html, citation.cites.length);
  const linked = citation.cites.map(({ key }, index) => linkTo(key, parts?.[index] ?? "", page, index === 0 ? id : ""));
  // Words for several works that a style has sorted or joined link to the first.
  const words = parts ? joined(html, parts, linked) : linkTo(first?.key ?? "", withoutLinks(html), page, id);
  return citation.form === "author" ? withoutLinks(html) : words;
}

function linkTo(key: string, words: string, page: string, attributes: string): string {
  return `<a href="${page}#${escapeMarkup(encodeURIComponent(workId(key)))}"${attributes}>${withoutLinks(words)}</a>`;
}

function withoutLinks(html: string): string {
  return html.replace(/<\/?a\b[^>]*>/g, "");
}

/** The words of each cite between semicolons; undefined where they can't be told apart. */
function partsOf(html: string, count: number): string[] | undefined {
  if (count === 1) return undefined;
  const parts = html.split(/;\s+/);
  return parts.length === count ? parts : undefined;
}

function joined(html: string, parts: readonly string[], linked: readonly string[]): string {
  let [text, from] = ["", 0];
  parts.forEach((part, index) => {
    const at = html.indexOf(part, from);
    text += html.slice(from, at) + (linked[index] ?? "");
    from = at + part.length;
  });
  return text + html.slice(from);
}

export function headOf(token: Token | undefined, env: Env | undefined): string {
  return placeKey.get(token) ? "" : `<p><strong>${speakIn(env)("references")}</strong></p>\n`;
}

export function listOf(token: Token | undefined, page: string, env: Env | undefined): string {
  const works = worksKey.get(token) ?? [];
  const items = works.map(({ key, html, numbers }) => {
    const id = page ? "" : ` id="${escapeMarkup(workId(key))}"`;
    return `<li${id}>${page ? html : bareLinks(html) + backLinks(numbers, env)}</li>\n`;
  });
  return items.length > 0 ? `<ul>\n${items.join("")}</ul>\n` : "";
}

/** Print shows addresses behind links, and not where the text is the address. */
function bareLinks(html: string): string {
  return html.replace(/<a href="([^"]*)">(?=\1<\/a>)/g, '<a href="$1" class="bare">');
}

function backLinks(numbers: readonly number[], env: Env | undefined): string {
  const label = speakIn(env)("backToText");
  const links = numbers.map((number, index) => {
    const which = index > 0 ? ` (${index + 1})` : "";
    return ` <a href="#cite-${number}" role="doc-backlink" aria-label="${label}${which}">${arrowIn(env)}</a>`;
  });
  return links.join("");
}

export function pageUrl(env: Env | undefined): string {
  const { siteUrl, path } = envOf(env).context;
  return absoluteUrl({ url: siteUrl }, path);
}
