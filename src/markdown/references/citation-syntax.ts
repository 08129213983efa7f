/** Reads citations and the place of the list of works: rules for markdown-it. */
import type { MarkdownIt, StateInline } from "markdown-it";
import type { Citation, Cite } from "../../content/citation.ts";
import { envOf } from "../extension.ts";
import { placedKey, placeKey } from "./citation-tokens.ts";
import { IN_TEXT, readCites, splitLocator } from "./read-citation.ts";

/** `[@a, p. 3; see @b]`. */
export function readBracketed(state: StateInline, silent: boolean): boolean {
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
export function readInText(state: StateInline, silent: boolean): boolean {
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

/** -1 if there is none in the same paragraph, or another bracket comes first. */
function closingBracket(src: string, open: number, max: number): number {
  for (let at = open + 1; at < max && at - open < 1000; at++) {
    if (src[at] === "]") return at;
    if (src[at] === "[" || src[at] === "`") return -1;
  }
  return -1;
}

const PLACE = /^::bibliography[ \t]*$/;

export function readPlace(
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
