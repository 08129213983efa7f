/**
 * Footnotes: `[^name]` in the text, `[^name]: …` anywhere below, or `^[…]` in place. A note is written once, at the foot;
 * the styles show it beside its first reference where there is room and nothing in the way (see `footnotes.css`).
 */
import type { Env, StateCore, StateInline, Token } from "markdown-it";
import footnotePlugin from "markdown-it-footnote";
import { absoluteUrl } from "../content/address.ts";
import { directionOf } from "../content/text/direction.ts";
import { type Extension, envOf, noteProblem, placeAt, speakIn } from "./extension.ts";
import { type HtmlPiece, readHtml } from "./html/html-reader.ts";
import { tokenKey } from "./token-key.ts";
import { closingIndex, inlineTokens } from "./tokens.ts";
import { SILENT } from "./words-of-tokens.ts";

/** The plugin's own keys. `id` counts notes from 0, in the order of their first reference. */
const idKey = tokenKey<number>("id");
/** Counts the references to one note from 0. */
const subIdKey = tokenKey<number>("subId");
/** Missing for a note in place. */
const labelKey = tokenKey<string>("label");
/** True for a note that may stand beside the text. */
const besideKey = tokenKey<boolean>("isBeside");

/** What the plugin keeps in the environment while it reads a page; `list` has the notes by their `id`. */
interface Footnotes {
  refs?: Record<string, number>;
  list?: ListedNote[];
}

interface ListedNote {
  /** How many references there are. */
  count?: number;
  label?: string;
  /** The text of a note in place, as it was written and as it was read. */
  content?: string;
  tokens?: Token[];
}

export const footnotes: Extension = {
  parse: (md) => {
    md.use(footnotePlugin);
    md.inline.ruler.at("footnote_inline", readNoteInPlace);
    md.core.ruler.before("footnote_tail", "footnote_order", orderNotes);
    md.core.ruler.after("footnote_order", "footnote_references", noteDangling);
    md.core.ruler.after("footnote_tail", "footnote_lines", restoreLines);
    md.core.ruler.after("footnote_lines", "footnote_places", placeNotes);
  },
  page: {
    footnote_ref: (tokens, index, _options, env) => {
      const { number, reference } = numbersOf(tokens[index]);
      const label = speakIn(env)("footnote", { number: String(number) });
      return `<sup><a href="#fn-${number}" id="fnref-${reference}" role="doc-noteref" aria-label="${label}">${number}</a></sup>`;
    },
    footnote_block_open: (_tokens, _index, _options, env) =>
      `<section class="endnotes" role="doc-endnotes" aria-label="${speakIn(env)("footnotes")}">\n<ol>\n`,
    footnote_block_close: () => "</ol>\n</section>\n",
    footnote_open: (tokens, index) => {
      const place = besideKey.get(tokens[index]) ? "" : ' class="below"';
      return `<li id="fn-${numbersOf(tokens[index]).number}"${place}>\n`;
    },
    footnote_close: () => "</li>\n",
    footnote_anchor: (tokens, index, _options, env) => {
      const { reference } = numbersOf(tokens[index]);
      const subId = subIdKey.get(tokens[index]) ?? 0;
      const label = `${speakIn(env)("backToText")}${subId > 0 ? ` (${subId + 1})` : ""}`;
      return ` <a href="#fnref-${reference}" role="doc-backlink" aria-label="${label}">${arrowIn(env)}</a>`;
    },
  },
  // Readers that show notes in place look for a link in `sup` whose fragment begins with "fn" (NetNewsWire's newsfoot.js).
  // The address is whole, since Tiny Tiny RSS ignores xml:base and would lead a fragment alone to the home page.
  feed: {
    footnote_ref: (tokens, index, _options, env) => {
      const { number, reference } = numbersOf(tokens[index]);
      return `<sup><a id="fnref-${reference}" href="${pageUrl(env)}#fn-${number}">${number}</a></sup>`;
    },
    footnote_block_open: () => "<hr>\n<ol>\n",
    footnote_block_close: () => "</ol>\n",
    footnote_open: (tokens, index) => `<li id="fn-${numbersOf(tokens[index]).number}">\n`,
    footnote_anchor: (tokens, index, _options, env) => {
      const { reference } = numbersOf(tokens[index]);
      return ` <a title="${speakIn(env)("backToText")}" href="${pageUrl(env)}#fnref-${reference}">${arrowIn(env)}</a>`;
    },
  },
  text: {
    footnote_ref: SILENT,
    footnote_block_open: SILENT,
    footnote_block_close: SILENT,
    footnote_open: SILENT,
    footnote_close: SILENT,
    footnote_anchor: SILENT,
  },
};

/** `^[…]`. The plugin's own rule gives a note's number to the first note in it, too, whose words are lost. */
function readNoteInPlace(state: StateInline, silent: boolean): boolean {
  const { env, md, pos, src } = state;
  if (!src.startsWith("^[", pos)) return false;
  const end = md.helpers.parseLinkLabel(state, pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const note = { content: src.slice(pos + "^[".length, end), tokens: [] };
    idKey.set(state.push("footnote_ref", "", 0), listNote(note, env));
    md.inline.parse(note.content, md, env, note.tokens);
  }
  state.pos = end + 1;
  return true;
}

/** Returns the note's `id`. */
function listNote(note: ListedNote, env: Env): number {
  const known: Footnotes = env["footnotes"] ?? {};
  const list = known.list ?? [];
  env["footnotes"] = { ...known, list };
  return list.push(note) - 1;
}

/** A footnote in the place of something within a line, which becomes its text; before notes are ordered. */
export function asNote(inner: Token, { env, Token: Make }: StateCore): Token {
  const reference = new Make("footnote_ref", "", 0);
  idKey.set(reference, listNote({ content: inner.content, tokens: [inner] }, env));
  return reference;
}

/** The number of the note that a token opens. */
export function noteNumberOf(token: Token): number | undefined {
  return token.type === "footnote_open" ? idKey.need(token) + 1 : undefined;
}

/** Back to where the lines begin, and as text: phones would show an emoji. */
export function arrowIn(env: Env | undefined): string {
  return `${directionOf(envOf(env).context.lang) === "rtl" ? "↪" : "↩"}\uFE0E`;
}

/**
 * In feeds a note's link is the page's whole address, with the id that the note has there: a reader that knows no base address, or
 * that shows many entries on one page, leads to the right note all the same.
 */
function pageUrl(env: Env | undefined): string {
  const { siteUrl, path } = envOf(env).context;
  return absoluteUrl({ url: siteUrl }, path);
}

function numbersOf(token: Token | undefined): { number: number; reference: string } {
  const subId = subIdKey.get(token);
  const number = idKey.need(token) + 1;
  return { number, reference: subId ? `${number}-${subId + 1}` : `${number}` };
}

/**
 * Numbers notes as a reader meets them: those of the text first, then those that notes refer to. The plugin numbers them in
 * the order of the file, in which a note may stand before the text that it belongs to.
 */
function orderNotes({ tokens, env }: StateCore): void {
  // What the plugin makes for the first reference, or the first note.
  if (!env["footnotes"]) return;
  const known: Footnotes = env["footnotes"] ?? {};
  const { text, definitions } = splitDefinitions(tokens);
  const list = known.list ?? [];
  const order: number[] = [];
  const counts: number[] = [];
  const visit = (blocks: WithChildren[]) => {
    for (const token of referencesIn(blocks)) {
      const before = idKey.need(token);
      if (!order.includes(before)) order.push(before);
      const id = order.indexOf(before);
      const subId = counts[id] ?? 0;
      counts[id] = subId + 1;
      idKey.set(token, id);
      subIdKey.set(token, subId);
    }
  };
  visit(text);
  // Grows while it is walked, by the notes of notes.
  for (const before of order) {
    const { label, tokens: inPlace } = list[before] ?? {};
    visit(inPlace ? [{ children: inPlace }] : (definitions.get(label ?? "")?.tokens ?? []));
  }
  if (known.list) known.list = order.map((before, id) => ({ ...list[before], count: counts[id] ?? 1 }));
  const referred = new Set(order.map((before) => list[before]?.label));
  for (const [label, { line }] of definitions) {
    if (!referred.has(label)) {
      const written = `[^${label}]`;
      noteProblem(env, "footnote", line, `nothing refers to the footnote ${written}`, undefined, written);
    }
  }
  noteMisplaced(tokens, env);
}

interface Definition {
  /** Counted from 0 in the Markdown. */
  line: number | undefined;
  tokens: Token[];
}

/** The blocks of the text, and of each note that stands by itself. */
function splitDefinitions(tokens: Token[]): { text: Token[]; definitions: Map<string, Definition> } {
  const text: Token[] = [];
  const definitions = new Map<string, Definition>();
  let current: Definition | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "footnote_reference_open") {
      current = { line: tokens[index + 1]?.map?.[0], tokens: [] };
      definitions.set(labelKey.need(token), current);
    } else if (token.type === "footnote_reference_close") current = undefined;
    else (current?.tokens ?? text).push(token);
  }
  return { text, definitions };
}

type WithChildren = Pick<Token, "children">;

function referencesIn(blocks: WithChildren[]): Token[] {
  return blocks.flatMap(({ children }) => children?.filter(({ type }) => type === "footnote_ref") ?? []);
}

/** Notes of one name, notes in notes and references in pictures: all but one, all but the inner and all would vanish. */
function noteMisplaced(tokens: Token[], env: Env): void {
  const seen = new Set<string>();
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (!token.type.startsWith("footnote_reference_")) continue;
    depth += token.nesting;
    if (token.nesting < 0) continue;
    const label = labelKey.need(token);
    const line = tokens[index + 1]?.map?.[0];
    if (seen.has(label)) noteProblem(env, "footnote", line, `the footnote [^${label}] is there twice`);
    if (depth > 1)
      noteProblem(
        env,
        "footnote",
        line,
        `the footnote [^${label}] stands in another one`,
        "begin its line at the margin",
      );
    seen.add(label);
  }
  for (const { token, line } of inlineTokens(tokens)) {
    if (token.type === "image" && referencesIn([token]).length > 0)
      noteProblem(env, "footnote", line, "a footnote is in a picture's description, where it can't be followed");
  }
}

/** A reference to a footnote that is not there would stand in the text as it was written; `\\[^x]` means it so. */
function noteDangling({ env, src, tokens }: StateCore): void {
  if (!src.includes("[^")) return;
  for (const { token, line } of inlineTokens(tokens)) {
    const reference = token.type === "text" ? /\[\^[^\]\s]+\]/.exec(token.content)?.[0] : undefined;
    if (!reference) continue;
    const message = `there is no footnote ${reference}`;
    const hint = "write \\[^…] where it is meant as it stands";
    envOf(env).notes.problems.push({
      ...placeAt(env, line),
      ...{ rule: "syntax", message, hint, written: reference, shownBy: "\\[" },
    });
  }
}

/** A note in the place of its reference, `^[…]`, is moved to the foot without its line; it gets it back. */
function restoreLines({ env, tokens }: StateCore): void {
  if (!env["footnotes"]) return;
  const lines = new Map<number, number | undefined>();
  let line: number | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "footnote_open") {
      const text = tokens[index + 2];
      const written = lines.get(idKey.need(token));
      if (text?.type === "inline" && !text.map && written !== undefined) text.map = [written, written + 1];
    }
    line = token.map?.[0] ?? line;
    // A note comes before those that are referred to in it alone.
    for (const reference of referencesIn([token]))
      if (!lines.has(idKey.need(reference))) lines.set(idKey.need(reference), line);
  }
}

/** What fits into a narrow column. */
const FLOWING = new Set(["paragraph", "bullet_list", "ordered_list", "list_item", "blockquote", "inline", "footnote"]);
/** What scrolls, reaches into the margin or folds away: beside it no note has a place of its own. */
const ENCLOSING = new Set(["table", "details"]);

/** Decides which notes may stand beside the text: `isBeside`. The others stay at the foot on every screen. */
function placeNotes({ tokens }: StateCore): void {
  const end = tokens.findIndex(({ type }) => type === "footnote_block_open");
  if (end === -1) return;
  const inText = notesOfRunningText(tokens.slice(0, end));
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "footnote_open") continue;
    const isFlowing = tokens.slice(index + 1, closingIndex(tokens, index)).every(flows);
    besideKey.set(token, isFlowing && inText.has(idKey.need(token)));
  }
}

function flows({ type, children }: Token): boolean {
  const kind = type.replace(/_(open|close|anchor)$/, "");
  return FLOWING.has(kind) && !children?.some((child) => child.type === "image");
}

/** The notes whose first reference stands in nothing that encloses it. */
function notesOfRunningText(blocks: Token[]): Set<number> {
  const found = new Set<number>();
  let depth = 0;
  for (const block of blocks) {
    for (const token of [block, ...(block.children ?? [])]) {
      depth += depthChangeOf(token);
      if (token.type === "footnote_ref" && !subIdKey.get(token) && depth === 0) found.add(idKey.need(token));
    }
  }
  return found;
}

function depthChangeOf({ type, nesting, content }: Token): number {
  if (type === "table_open" || type === "table_close") return nesting;
  if (type !== "html_block" && type !== "html_inline") return 0;
  const changeOf = (piece: HtmlPiece) =>
    typeof piece === "string" || !ENCLOSING.has(piece.name) ? 0 : piece.closing ? -1 : 1;
  return readHtml(content).reduce((sum, piece) => sum + changeOf(piece), 0);
}
