/** Has a text's citations and works worded by its style, and notes what is wrong with them. */
import type { StateCore, Token } from "markdown-it";
import type { Cite, CslItem } from "../../content/citation.ts";
import { envOf, noteAdvice, noteProblem, type RenderEnv } from "../extension.ts";
import { noteNumberOf } from "../footnotes.ts";
import { type Placed, placedKey, workId, worksKey } from "./citation-tokens.ts";
import { markdownOf, plainTextOf } from "./csl-html.ts";
import { WORKS_PLACE } from "./works-in-markdown.ts";

/** A citation where it stands in the source: lines from `start` up to but not including `end`. */
interface Cited {
  token: Token;
  placed: Placed;
  items: readonly CslItem[];
  start: number | undefined;
  end: number | undefined;
}

/** All at once: a style numbers works, and tells two of one author and year apart. */
export function formatAll(state: StateCore): void {
  const env = envOf(state.env);
  const { reference, citationStyle, lang } = env.context;
  if (!reference || !citationStyle) return;
  const cited = citedIn(state.tokens, env, citationStyle.isNote);
  const place = state.tokens.find(({ type }) => type === "bibliography");
  if (cited.length === 0) {
    const message = "::bibliography has nothing to list";
    if (place) noteProblem(env, "citation", place.map?.[0], message, "cite something: [@key]", "::bibliography");
    return;
  }
  const placed = cited.map((one) => one.placed);
  const items = new Map(cited.flatMap((one) => one.items.map((item) => [item.id, item])));
  const formatted = citationStyle.format(
    placed.map(({ citation }) => citation),
    [...items.values()],
    lang,
  );
  if (!formatted.ok) {
    env.notes.problems.push(...formatted.problems.map((problem) => ({ ...problem, rule: "citation" as const })));
    return;
  }
  const { citations, entries } = formatted.value;
  placed.forEach((one, index) => {
    const html = citations[index] ?? "";
    // A note's style ends with a full stop, and the sentence may have its own.
    one.html = one.isBeforeStop ? html.replace(/\.$/, "") : html;
  });
  const listed = place ?? new state.Token("bibliography", "", 0);
  listed.block = true;
  worksKey.set(
    listed,
    entries.map(({ key, html }) => ({ key, html, numbers: numbersCiting(key, placed) })),
  );
  const [start, end] = place?.map ?? [0, 0];
  if (place) env.notes.rewritten.push({ start, end, from: "::bibliography", to: WORKS_PLACE });
  else state.tokens.push(listed);
  noteFormatted(cited, entries, env);
}

/** Numbers them, and leaves out those whose works are not all known. */
function citedIn(tokens: readonly Token[], env: RenderEnv, isNoteStyle: boolean): Cited[] {
  const cited: Cited[] = [];
  let line: number | undefined;
  let end: number | undefined;
  let note: number | undefined;
  for (const block of tokens) {
    [line, end] = block.map ?? [line, end];
    note = noteNumberOf(block) ?? (block.type === "footnote_block_open" ? undefined : note);
    for (const [index, token] of (block.children ?? []).entries()) {
      if (token.type === "text") adviseNearKeys(token.content, line, env);
      const placed = token.type === "citation" ? placedKey.get(token) : undefined;
      if (!placed) continue;
      const found = placed.citation.cites.map((cite) => workOf(cite, token.content, line, env));
      const items = found.filter((item) => item !== undefined);
      if (items.length < found.length) continue;
      placed.citation = { ...placed.citation, ...(isNoteStyle && note !== undefined && { note }) };
      placed.number = cited.length + 1;
      placed.isBeforeStop = /^[.,;:!?]/.test(block.children?.[index + 1]?.content ?? "");
      cited.push({ token, placed, items, start: line, end });
    }
  }
  return cited;
}

function numbersCiting(work: string, placed: readonly Placed[]): number[] {
  return placed.filter(({ citation }) => citation.cites.some(({ key }) => key === work)).map(({ number }) => number);
}

/** What the page's Markdown has in place of citations, and what search and other pages know of the works. */
function noteFormatted(
  cited: readonly Cited[],
  works: readonly { key: string; html: string }[],
  { notes }: RenderEnv,
): void {
  notes.anchors.push(...works.map(({ key }) => workId(key)));
  for (const { token, placed, start, end } of cited) {
    if (start === undefined || end === undefined) continue;
    notes.rewritten.push({ start, end, from: token.content, to: markdownOf(placed.html) });
  }
  notes.works.push(...works.map(({ html }) => markdownOf(html)));
  notes.citations = works.map(({ html }) => plainTextOf(html));
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
