/**
 * Explains terms at their first use in a text: those of the site's glossary, and the text's own abbreviations,
 * `*[HTML]: HyperText Markup Language`. Each links to its meaning at the text's end, which JavaScript also shows beside the term; in
 * feeds, an abbreviation's meaning follows it in parentheses. `::glossary` lists all terms of the site.
 */

import type { Env, MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import type { Term } from "../../content/glossary.ts";
import { escapeMarkup } from "../../content/text/escape.ts";
import { escapeRegExp } from "../../content/text/escape-reg-exp.ts";
import { type Extension, envOf, noteAdvice, type RenderEnv, speakIn } from "../extension.ts";
import { arrowIn } from "../footnotes.ts";
import { tokenKey } from "../token-key.ts";
import { SILENT } from "../words-of-tokens.ts";
import { TERMS_PLACE } from "./works-in-markdown.ts";

/** The name of the rule that reads abbreviations. */
export const ABBREVIATIONS = "abbreviations";

interface Explained {
  name: string;
  means: string;
  isAbbreviation: boolean;
  /** Counted from 1 in the text: its ids. */
  number: number;
}

/** On both ends of a term's first use. */
const explainedKey = tokenKey<Explained>("explained");
/** On a list of terms. */
const listedKey = tokenKey<readonly Explained[]>("terms");

export const terms: Extension = {
  parse: (md: MarkdownIt) => {
    md.block.ruler.before("reference", ABBREVIATIONS, readAbbreviation);
    md.block.ruler.before("directive", "glossary", readPlace, { alt: ["paragraph"] });
    md.core.ruler.push("terms", explain);
  },
  page: {
    term_open: (tokens, index) => {
      const { isAbbreviation, number } = explainedKey.need(tokens[index]);
      return `<a href="#term-${number}" id="use-${number}" data-preview><${isAbbreviation ? "abbr" : "dfn"}>`;
    },
    term_close: (tokens, index) => (explainedKey.need(tokens[index]).isAbbreviation ? "</abbr></a>" : "</dfn></a>"),
    terms: (tokens, index, _options, env) => {
      const label = speakIn(env)("terms");
      const list = listOf(listedKey.need(tokens[index]), true, env);
      return `<section class="references" role="doc-glossary" aria-label="${label}">\n<p><strong>${label}</strong></p>\n${list}</section>\n`;
    },
    glossary: (tokens, index, _options, env) => listOf(listedKey.get(tokens[index]) ?? [], false, env),
  },
  feed: {
    term_open: () => "",
    term_close: (tokens, index) => {
      const { isAbbreviation, means } = explainedKey.need(tokens[index]);
      return isAbbreviation ? ` (${escapeMarkup(means)})` : "";
    },
    terms: (tokens, index, _options, env) => {
      const left = listedKey.need(tokens[index]).filter(({ isAbbreviation }) => !isAbbreviation);
      return left.length > 0 ? `<p><strong>${speakIn(env)("terms")}</strong></p>\n${listOf(left, false, env)}` : "";
    },
  },
  text: {
    ...{ term_open: SILENT, term_close: SILENT },
    terms: (token) => wordsOf(listedKey.need(token)),
    glossary: (token) => wordsOf(listedKey.get(token) ?? []),
  },
};

function listOf(explained: readonly Explained[], isLinked: boolean, env: Env | undefined): string {
  const items = explained.map(({ name, means, number }) => {
    const id = isLinked ? ` id="term-${number}"` : "";
    const label = isLinked ? speakIn(env)("backToText") : "";
    const back = isLinked
      ? ` <a href="#use-${number}" role="doc-backlink" aria-label="${label}">${arrowIn(env)}</a>`
      : "";
    return `<dt${id}>${escapeMarkup(name)}</dt>\n<dd>${escapeMarkup(means)}${back}</dd>\n`;
  });
  return items.length > 0 ? `<dl>\n${items.join("")}</dl>\n` : "";
}

function wordsOf(explained: readonly Explained[]): string {
  return explained.map(({ name, means }) => `${name}: ${means}`).join("\n");
}

const ABBREVIATION = /^\*\[([^[\]\n]+)\]:[ \t]+(\S.*)$/;

function readAbbreviation(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const [, name = "", means = ""] = ABBREVIATION.exec(lineAt(state, line)) ?? [];
  if (!means.trim()) return false;
  if (silent) return true;
  envOf(state.env).notes.abbreviations.push({ name: name.trim(), means: means.trim(), line });
  state.line = line + 1;
  return true;
}

const PLACE = /^::glossary[ \t]*$/;

function readPlace(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4 || !PLACE.test(lineAt(state, line))) return false;
  if (!envOf(state.env).context.termNames) return false;
  if (silent) return true;
  const token = state.push("glossary", "", 0);
  token.block = true;
  token.map = [line, line + 1];
  state.line = line + 1;
  return true;
}

function lineAt({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]);
}

/** What has its own words, or leads somewhere: no term is explained there. */
const CLOSED: ReadonlySet<string> = new Set(["heading_open", "directive_label_open"]);

function explain(state: StateCore): void {
  const env = envOf(state.env);
  const { context, notes } = env;
  const own = new Map(notes.abbreviations.map(({ name, means }) => [name, { name, means, isAbbreviation: true }]));
  const places = state.tokens.filter(({ type }) => type === "glossary");
  const names = [...own.keys(), ...(context.termNames?.() ?? [])];
  for (const place of places) listAll(place, env);
  // The glossary explains itself.
  if (names.length === 0 || places.length > 0) return;
  const pattern = patternOf(names);
  const used: Explained[] = [];
  const find = (written: string): Explained | undefined => {
    const found = own.get(written) ?? termNamed(written, context);
    if (!found || used.some(({ name }) => name === found.name)) return undefined;
    const explained = { isAbbreviation: false, ...found, number: used.length + 1 };
    used.push(explained);
    return explained;
  };
  for (const [index, block] of state.tokens.entries()) {
    if (!block.children || CLOSED.has(state.tokens[index - 1]?.type ?? "")) continue;
    block.children = withTerms(block.children, pattern, find, state);
  }
  for (const { name, line } of notes.abbreviations)
    if (!used.some((one) => one.name === name))
      noteAdvice(
        env,
        "definition",
        line,
        `the text does not use the abbreviation *[${name}]`,
        "leave it out",
        `*[${name}]`,
      );
  if (used.length === 0) return;
  const list = new state.Token("terms", "", 0);
  list.block = true;
  listedKey.set(list, used);
  state.tokens.push(list);
  notes.meanings.push(
    ...used.filter(({ isAbbreviation }) => !isAbbreviation).map(({ name, means }) => `${name}: ${means}`),
  );
  notes.anchors.push(...used.map(({ number }) => `term-${number}`));
}

function listAll(place: Token, env: RenderEnv): void {
  const all = allTerms(env);
  listedKey.set(place, all);
  env.notes.terms = all.map(({ name, means }) => `${name}: ${means}`);
  const [start, end] = place.map ?? [0, 0];
  env.notes.rewritten.push({ start, end, from: "::glossary", to: TERMS_PLACE });
}

function allTerms({ context }: RenderEnv): Explained[] {
  const all = new Map(
    (context.termNames?.() ?? []).flatMap((name) => {
      const term = context.term?.(name);
      return term ? [[term.name, term] as const] : [];
    }),
  );
  return [...all.values()]
    .sort((a, b) => a.name.localeCompare(b.name, context.lang))
    .map(({ name, means }, index) => ({ name, means, isAbbreviation: false, number: index + 1 }));
}

function termNamed(
  written: string,
  { term, termNames }: RenderEnv["context"],
): Pick<Term, "name" | "means"> | undefined {
  const lower = written.toLowerCase();
  return term?.(termNames?.().find((name) => name === written || (isLower(name) && name === lower)) ?? "");
}

/** A word in small letters may begin a sentence. */
function isLower(name: string): boolean {
  return name === name.toLowerCase();
}

const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u;

/** The longer ones first; whole words, in scripts that have blanks between them. */
function patternOf(names: readonly string[]): RegExp {
  const written = [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      const [first = "", last = ""] = [name[0], name.at(-1)];
      const escaped = escapeRegExp(name);
      const either =
        isLower(name) && /\p{Ll}/u.test(first)
          ? `[${first}${first.toUpperCase().charAt(0)}]${escaped.slice(first.length)}`
          : escaped;
      const before = UNSPACED.test(first) ? "" : "(?<![\\p{L}\\p{N}_])";
      return `${before}${either}${UNSPACED.test(last) ? "" : "(?![\\p{L}\\p{N}_])"}`;
    });
  return new RegExp(written.join("|"), "gu");
}

function withTerms(
  children: readonly Token[],
  pattern: RegExp,
  find: (written: string) => Explained | undefined,
  { Token: Make }: StateCore,
): Token[] {
  let depth = 0;
  return children.flatMap((token) => {
    const isLink = /^(link|inline_directive|term)_/.test(token.type);
    if (isLink) depth += token.nesting;
    // Raw HTML may be a link, too.
    if (token.type === "html_inline")
      depth += /^<a[\s>]/i.test(token.content) ? 1 : /^<\/a>/i.test(token.content) ? -1 : 0;
    if (token.type !== "text" || depth > 0) return [token];
    const parts: Token[] = [];
    let from = 0;
    const push = (content: string) => {
      if (!content) return;
      const text = new Make("text", "", 0);
      text.content = content;
      parts.push(text);
    };
    for (const { 0: written, index } of token.content.matchAll(pattern)) {
      const explained = find(written);
      if (!explained) continue;
      push(token.content.slice(from, index));
      const [open, close] = [new Make("term_open", "", 1), new Make("term_close", "", -1)];
      for (const end of [open, close]) explainedKey.set(end, explained);
      parts.push(open);
      push(written);
      parts.push(close);
      from = index + written.length;
    }
    if (parts.length === 0) return [token];
    push(token.content.slice(from));
    return parts;
  });
}
