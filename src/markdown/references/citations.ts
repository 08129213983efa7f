/**
 * Citations, and the works that they cite at the text's end, or where `::bibliography` stands. Each citation leads to its work,
 * and each work back. In a style of notes, a citation in the running text is a footnote.
 */
import type { Env, MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import { absoluteUrl } from "../../content/address.ts";
import type { Citation, Cite, CslItem } from "../../content/citation.ts";
import { escapeMarkup } from "../../content/text/escape.ts";
import { type Extension, envOf, noteAdvice, noteProblem, type RenderEnv, speakIn } from "../extension.ts";
import { arrowIn, asNote, noteNumberOf } from "../footnotes.ts";
import { tokenKey } from "../token-key.ts";
import { IN_TEXT, readCites, splitLocator } from "./read-citation.ts";

/** As it was written, and by the style. */
interface Placed {
  citation: Citation;
  /** Counted from 1 in the text; each is an id. */
  number: number;
  html: string;
  isBeforeStop?: boolean;
}

interface Work {
  key: string;
  html: string;
  /** Of the citations that cite it. */
  numbers: number[];
}

const placedKey = tokenKey<Placed>("citation");
const worksKey = tokenKey<Work[]>("works");
/** True for a bibliography whose place its author chose, with a heading of the author's own. */
const placeKey = tokenKey<boolean>("isPlaced");

export const citations: Extension = {
  parse: (md: MarkdownIt) => {
    md.inline.ruler.before("link", "citation", readBracketed);
    md.inline.ruler.before("link", "citation_in_text", readInText);
    md.block.ruler.before("directive", "bibliography", readPlace, { alt: ["paragraph"] });
    md.core.ruler.before("footnote_order", "citation_notes", makeNotes);
    md.core.ruler.push("citations", formatAll);
  },
  page: {
    citation: (tokens, index, _options, env) => citationHtml(tokens[index], "", env),
    bibliography: (tokens, index, _options, env) => {
      const label = speakIn(env)("references");
      const list = listOf(tokens[index], "", env);
      return (
        list &&
        `<section class="references" role="doc-bibliography" aria-label="${label}">\n${headOf(tokens[index], env)}${list}</section>\n`
      );
    },
  },
  feed: {
    citation: (tokens, index, _options, env) => citationHtml(tokens[index], pageUrl(env), env),
    bibliography: (tokens, index, _options, env) => {
      const list = listOf(tokens[index], pageUrl(env), env);
      return list && headOf(tokens[index], env) + list;
    },
  },
  text: {
    citation: (token) => plain(placedKey.get(token)?.html || token.content),
    bibliography: (token) => (worksKey.get(token) ?? []).map(({ html }) => plain(html)).join("\n"),
  },
};

/** `[@a, p. 3; see @b]`. */
function readBracketed(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== "[" || !envOf(state.env).context.reference || /[!\]\\]/.test(src[pos - 1] ?? "")) return false;
  const end = closingBracket(src, pos, posMax);
  // Of links and footnotes.
  if (end === -1 || /[([{:]/.test(src[end + 1] ?? "") || src[pos + 1] === "^") return false;
  const cites = readCites(src.slice(pos + 1, end));
  if (!cites) return false;
  if (!silent) push(state, { cites, form: "whole" }, src.slice(pos, end + 1));
  state.pos = end + 1;
  return true;
}

/** `@a`, and `@a [p. 3]`. What is no key of the site is a name like any other. */
function readInText(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const { reference } = envOf(state.env).context;
  if (src[pos] !== "@" || !reference || state.linkLevel > 0 || /[\p{L}\p{N}_.\\/@-]/u.test(src[pos - 1] ?? ""))
    return false;
  IN_TEXT.lastIndex = pos;
  const { 0: written = "", groups = {} } = IN_TEXT.exec(src) ?? {};
  const key = groups["braced"] ?? groups["key"];
  let end = pos + written.length;
  if (key === undefined || end > posMax || !reference(key)) return false;
  const cite: Cite = { key, prefix: "", suffix: "", withoutAuthor: false };
  const opening = src.startsWith(" [", end) ? end + 1 : -1;
  const close = opening === -1 ? -1 : closingBracket(src, opening, posMax);
  const { locator, suffix } = close === -1 ? {} : splitLocator(src.slice(opening + 1, close));
  const isPlace = locator !== undefined && !/[([]/.test(src[close + 1] ?? "");
  if (isPlace) end = close + 1;
  if (!silent)
    push(
      state,
      { cites: [isPlace ? { ...cite, locator, suffix: suffix ?? "" } : cite], form: "sentence" },
      src.slice(pos, end),
    );
  state.pos = end;
  return true;
}

function push(state: StateInline, citation: Citation, written: string): void {
  const token = state.push("citation", "", 0);
  token.content = written;
  placedKey.set(token, { citation, number: 0, html: "" });
}

/** In the same paragraph; brackets in it are none. */
function closingBracket(src: string, open: number, max: number): number {
  for (let at = open + 1; at < max && at - open < 1000; at++) {
    if (src[at] === "]") return at;
    if (src[at] === "[" || src[at] === "`") return -1;
  }
  return -1;
}

const PLACE = /^::bibliography[ \t]*$/;

function readPlace(
  state: Parameters<Parameters<MarkdownIt["block"]["ruler"]["push"]>[1]>[0],
  line: number,
  _end: number,
  silent: boolean,
): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4 || !PLACE.test(state.src.slice(start, state.eMarks[line])))
    return false;
  if (!envOf(state.env).context.reference) return false;
  if (silent) return true;
  const token = state.push("bibliography", "", 0);
  token.block = true;
  token.map = [line, line + 1];
  placeKey.set(token, true);
  state.line = line + 1;
  return true;
}

/** In a style of notes, a citation outside of notes becomes one; in a sentence, its author stays there. */
function makeNotes(state: StateCore): void {
  const { citationStyle } = envOf(state.env).context;
  if (!citationStyle?.isNote) return;
  let isInNote = false;
  for (const { type, children } of state.tokens) {
    if (type === "footnote_reference_open") isInNote = true;
    if (type === "footnote_reference_close") isInNote = false;
    if (isInNote || !children?.some((token) => token.type === "citation")) continue;
    const kept = children.flatMap((token) => {
      const placed = placedKey.get(token);
      if (token.type !== "citation" || !placed || !placed.citation.cites.every((cite) => isKnown(cite, state.env)))
        return [token];
      const { citation } = placed;
      if (citation.form !== "sentence") return [asNote(token, state)];
      const name = new state.Token("citation", "", 0);
      name.content = token.content;
      placedKey.set(name, { ...placed, citation: { ...citation, form: "author" } });
      const cites = citation.cites.map((cite) => ({ ...cite, withoutAuthor: true }));
      placedKey.set(token, { ...placed, citation: { cites, form: "whole" } });
      return [name, asNote(token, state)];
    });
    children.splice(0, children.length, ...kept);
  }
}

function isKnown({ key }: Cite, env: Env): boolean {
  return envOf(env).context.reference?.(key) !== undefined;
}

/** All at once: a style numbers works, and tells two of one author and year apart. */
function formatAll(state: StateCore): void {
  const env = envOf(state.env);
  const { context, notes } = env;
  if (!context.reference || !context.citationStyle) return;
  const placed: Placed[] = [];
  const items = new Map<string, CslItem>();
  let line: number | undefined;
  let end: number | undefined;
  let note: number | undefined;
  const written: { token: Token; start: number; end: number; placed: Placed }[] = [];
  for (const block of state.tokens) {
    [line, end] = block.map ?? [line, end];
    note = noteNumberOf(block) ?? (block.type === "footnote_block_open" ? undefined : note);
    for (const [index, token] of (block.children ?? []).entries()) {
      if (token.type === "text") adviseNearKeys(token.content, line, env);
      const one = token.type === "citation" ? placedKey.get(token) : undefined;
      if (!one) continue;
      const found = one.citation.cites.map((cite) => workOf(cite, token.content, line, env));
      const known = found.filter((item) => item !== undefined);
      if (known.length < found.length) continue;
      for (const item of known) items.set(item.id, item);
      one.citation = { ...one.citation, ...(context.citationStyle.isNote && note !== undefined && { note }) };
      one.number = placed.length + 1;
      one.isBeforeStop = /^[.,;:!?]/.test(block.children?.[index + 1]?.content ?? "");
      placed.push(one);
      if (line !== undefined && end !== undefined) written.push({ token, start: line, end, placed: one });
    }
  }
  const place = state.tokens.find(({ type }) => type === "bibliography");
  if (placed.length === 0) {
    if (place)
      noteProblem(
        env,
        "citation",
        place.map?.[0],
        "::bibliography has nothing to list",
        "cite something: [@key]",
        "::bibliography",
      );
    return;
  }
  const formatted = context.citationStyle.format(
    placed.map(({ citation }) => citation),
    [...items.values()],
    context.lang,
  );
  if (!formatted.ok) {
    notes.problems.push(...formatted.problems.map((problem) => ({ ...problem, rule: "citation" as const })));
    return;
  }
  placed.forEach((one, index) => {
    const html = formatted.value.citations[index] ?? "";
    // A note's style ends with a full stop, and the sentence may have its own.
    one.html = one.isBeforeStop ? html.replace(/\.$/, "") : html;
  });
  const works = formatted.value.entries.map(({ key, html }) => ({
    ...{ key, html },
    numbers: placed
      .filter(({ citation }) => citation.cites.some((cite) => cite.key === key))
      .map(({ number }) => number),
  }));
  const listed = place ?? new state.Token("bibliography", "", 0);
  listed.block = true;
  worksKey.set(listed, works);
  if (!place) state.tokens.push(listed);
  notes.anchors.push(...works.map(({ key }) => workId(key)));
  for (const { token, start, end: last, placed: one } of written)
    notes.rewritten.push({ start, end: last, from: token.content, to: markdownOf(one.html) });
  notes.works.push(...works.map(({ html }) => markdownOf(html)));
  notes.citations = works.map(({ html }) => plain(html));
}

/** The work of a citation, or undefined where the problem is noted. */
function workOf({ key }: Cite, written: string, line: number | undefined, env: RenderEnv): CslItem | undefined {
  const { reference, nearestReference } = env.context;
  const found = reference?.(key);
  if (!found) {
    const hint = nearestReference?.(key) ?? "add it to _data/references.bib, or write \\[ to show it";
    noteProblem(env, "citation", line, `there is no reference "${key}"`, hint, written);
    return undefined;
  }
  const { item, place } = found;
  if (item["title"] === undefined && item["author"] === undefined && item["editor"] === undefined) {
    const message = `${key} has no title and no author, and is cited`;
    const problem = { ...place, rule: "citation" as const, message, hint: "write title = {…}" };
    if (!env.notes.problems.some((one) => one.message === message)) env.notes.problems.push(problem);
  }
  return item;
}

const NAME = /(?<![\p{L}\p{N}_.\\/@-])@([\p{L}\p{N}_][\p{L}\p{N}_:.-]{2,}[\p{L}\p{N}_])/gu;

/** A name that is nearly a key may be meant as one. */
function adviseNearKeys(text: string, line: number | undefined, env: RenderEnv): void {
  if (!text.includes("@")) return;
  for (const [written, key = ""] of text.matchAll(NAME)) {
    const hint = env.context.nearestReference?.(key);
    if (hint) noteAdvice(env, "citation", line, `"${written}" is no reference`, hint, written);
  }
}

function workId(key: string): string {
  return `ref-${key}`;
}

function citationHtml(token: Token | undefined, page: string, env: Env | undefined): string {
  const placed = placedKey.get(token);
  if (!placed?.html) return escapeMarkup(token?.content ?? "");
  const { citation, number, html } = placed;
  const [first] = citation.cites;
  const id = page
    ? ""
    : ` id="cite-${number}" role="doc-biblioref"${envOf(env).context.previews ? " data-preview" : ""}`;
  const parts = partsOf(html, citation.cites.length);
  const linked = citation.cites.map(({ key }, index) => linkTo(key, parts?.[index] ?? "", page, index === 0 ? id : ""));
  // What links to several works, in a style that sorts or joins them, leads to the first.
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

function headOf(token: Token | undefined, env: Env | undefined): string {
  return placeKey.get(token) ? "" : `<p><strong>${speakIn(env)("references")}</strong></p>\n`;
}

function listOf(token: Token | undefined, page: string, env: Env | undefined): string {
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

function pageUrl(env: Env | undefined): string {
  const { siteUrl, path } = envOf(env).context;
  return absoluteUrl({ url: siteUrl }, path);
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/** For a page's Markdown. */
function markdownOf(html: string): string {
  const marked = html
    .replace(/<\/?i>/g, "*")
    .replace(/<\/?b>/g, "**")
    .replace(/<a href="([^"]*)">\1<\/a>/g, "\uFDD1$1\uFDD2")
    .replace(/<[^>]*>/g, "");
  return marked
    .replace(/\uFDD1/g, "<")
    .replace(/\uFDD2/g, ">")
    .replace(/&quot;/g, '"');
}
