/** Repairs what the engine still refuses in a converted text: a row for each kind of problem. */

import { formatProblem, type Problem } from "../content/problems/problem.ts";
import type { Fence } from "../content/samples/fence.ts";
import { escapeRegExp } from "../content/text/escape-reg-exp.ts";
import { FOOTNOTE_ID } from "../markdown/ids.ts";

/** A text as lines, and a problem's line in it, counted from 0. */
interface Place {
  readonly lines: string[];
  readonly index: number;
}

interface Repair {
  readonly pattern: RegExp;
  /** True if it changed something. */
  readonly apply: (place: Place, problem: Problem) => boolean;
  /** Its line in the report; undefined if nothing is lost. */
  readonly note?: { construct: string; now: string };
}

const REPAIRS: readonly Repair[] = [
  { pattern: /is shown literally/, apply: showAsItStands },
  {
    pattern: /is not encrypted, and browsers/,
    apply: ({ lines, index }, { written = "" }) =>
      replaceFrom(lines, index, written, written.replace(/^http:/i, "https:")),
    note: { construct: "picture without encryption", now: "https" },
  },
  {
    pattern: /an image has no alternative text/,
    apply: ({ lines, index }) => replaceFrom(lines, index, "![](", "![ ]("),
  },
  {
    pattern: /there is no footnote/,
    apply: ({ lines, index }, { message }) =>
      replaceFrom(lines, index, footnoteIn(message), `\\${footnoteIn(message)}`),
  },
  {
    pattern: /a heading has no text/,
    apply: ({ lines, index }) => replaceLine(lines, index, /^[ \t>]*#{1,6}[ \t]*(\{#[^}]*\})?[ \t#]*$/, ""),
  },
  {
    pattern: /the id .* (is used twice|is kept for)|an id is a word/,
    apply: dropId,
    note: { construct: "id", now: "nothing" },
  },
  {
    pattern: /is not a callout/,
    apply: ({ lines, index }, { written = "" }) => replaceFrom(lines, index, written, `\\${written}`),
  },
  {
    pattern: /would make it a plain quotation/,
    apply: ({ lines, index }) => replaceLine(lines, index, /^([ \t>]*)(\[![A-Za-z]+\])[ \t]*(.+)$/, "$1$2\n$1$3"),
  },
  { pattern: /nothing refers to "/, apply: ({ lines, index }) => replaceLine(lines, index, /^([ \t>]*)\[/, "$1\\[") },
  {
    pattern: /nothing refers to the footnote/,
    apply: dropFootnote,
    note: { construct: "footnote without a reference", now: "nothing: it was never shown" },
  },
  {
    pattern:
      /means nothing (after|here|without)|has no value|takes no value|names no lines|is (?:marked|folded), and the code has|folds a line twice|can't be together|npm2yarn|nothing here runs/,
    apply: plainFence,
    note: { construct: "words behind a code block's language", now: "nothing" },
  },
  { pattern: /a code block is never closed/, apply: closeFence },
  {
    pattern: /a formula|TeX|KaTeX|LaTeX|formula/i,
    apply: escapeDollars,
    note: { construct: "formula that can't be read", now: "its text" },
  },
  {
    pattern: /a diagram|diagram|mermaid|the chart:/i,
    apply: diagramAsText,
    note: { construct: "diagram that can't be drawn", now: "its text" },
  },
  {
    pattern: /may not lead to|is not an address|is two anchors/,
    apply: unlink,
    note: { construct: "address that can't be followed", now: "its text" },
  },
  {
    pattern: /a link has no text/,
    apply: ({ lines, index }) => replaceLine(lines, index, /(?<!!)\[\s*\]\([^)]*\)/, ""),
  },
];

/** A text that was changed, and the problems of which each change got rid. */
export interface Repaired {
  readonly text: string;
  readonly noted: readonly { construct: string; was: string; now: string; line: number }[];
}

/** Undefined where nothing could be changed. `firstLine` is the line of the text in its file. */
export function repair(text: string, problems: readonly Problem[], firstLine: number): Repaired | undefined {
  const lines = text.split("\n");
  const noted: Repaired["noted"][number][] = [];
  let isChanged = false;
  // From the last line up, so that lines that are added move none that is still to be changed.
  for (const problem of problems.toSorted((a, b) => (b.line ?? 0) - (a.line ?? 0))) {
    const index = Math.max(0, (problem.line ?? firstLine) - firstLine);
    const known = REPAIRS.find(({ pattern }) => pattern.test(problem.message));
    if (!known?.apply({ lines, index }, problem)) continue;
    isChanged = true;
    if (known.note)
      noted.push({
        ...known.note,
        was: problem.written ?? formatProblem({ ...problem, file: "" }).trim(),
        line: index,
      });
  }
  return isChanged ? { text: lines.join("\n"), noted } : undefined;
}

/** Blocks of code that their own readers refuse: in another language, if that is what the code is, else as fragments. */
export function withFragments(
  text: string,
  refused: readonly { fence: Fence; problem: Problem }[],
  firstLine: number,
): string {
  const lines = text.split("\n");
  for (const { fence, problem } of refused) {
    const at = fence.line - firstLine - 1;
    const line = lines[at] ?? "";
    const other = /^write ```([\w-]+)$/.exec(problem.hint ?? "")?.[1];
    lines[at] = line.replace(
      /(`{3,}|~{3,})([ \t]*)([^\s]+)/,
      (_, mark: string, space: string, language: string) => `${mark}${space}${other ?? `${language} fragment`}`,
    );
  }
  return lines.join("\n");
}

const ENTITIES: Record<string, string> = { "&#105;": "i", "&#101;": "e" };

/** By the words of the problem's hint: `…; to show it, write \{`. */
function showAsItStands({ lines, index }: Place, { hint = "", written = "" }: Problem): boolean {
  const shownBy = /to show it, write (.+)$/.exec(hint)?.[1] ?? "";
  if (shownBy.startsWith("&#42; for")) {
    const first = written[0] ?? "";
    const reference = { "*": "&#42;", "`": "&#96;", "[": "&#91;", "~": "&#126;", "!": "&#33;" }[first];
    if (reference === undefined) return false;
    // A tag may stand within it.
    return (
      replaceFrom(lines, index, written, written.replaceAll(first, reference)) ||
      replaceFrom(lines, index, `${first}<`, `${reference}<`) ||
      replaceFrom(lines, index, "](", "]&#40;")
    );
  }
  const original = shownBy.replace(/&#\d+;/g, (entity) => ENTITIES[entity] ?? entity).replace(/\\([\s\S])/g, "$1");
  if (!original) return false;
  if (written.includes(original))
    return replaceFrom(
      lines,
      index,
      written,
      written.replace(original, () => shownBy),
    );
  return replaceFrom(lines, index, original, shownBy);
}

/** Replaces the first occurrence on a line or the few below it: a paragraph's problems name its first line at times. */
function replaceFrom(lines: string[], index: number, from: string, to: string): boolean {
  if (!from || from === to) return false;
  for (let at = index; at < Math.min(lines.length, index + 40); at++) {
    const line = lines[at] ?? "";
    const found = unescapedIndex(line, from);
    if (found === -1) continue;
    lines[at] = line.slice(0, found) + to + line.slice(found + from.length);
    return true;
  }
  return false;
}

/** Where the text stands without a backslash before it. */
function unescapedIndex(line: string, text: string): number {
  for (let at = line.indexOf(text); at !== -1; at = line.indexOf(text, at + 1)) {
    const before = /\\*$/.exec(line.slice(0, at))?.[0].length ?? 0;
    if (before % 2 === 0) return at;
  }
  return -1;
}

function replaceLine(lines: string[], index: number, pattern: RegExp, replacement: string): boolean {
  for (let at = index; at < Math.min(lines.length, index + 40); at++) {
    const line = lines[at] ?? "";
    if (!pattern.test(line)) continue;
    lines[at] = line.replace(pattern, replacement);
    return true;
  }
  return false;
}

/** Where it ended: with the text, or with the list or the quotation that it stands in. */
function closeFence({ lines, index }: Place, { written = "" }: Problem): boolean {
  const [before = ""] = (lines[index] ?? "").split(written);
  const within = before.replace(/[-+*]|\d+[.)]/g, (marker) => " ".repeat(marker.length));
  let end = index;
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    if (!line.startsWith(within.trimEnd() || within)) break;
    end = at;
  }
  lines.splice(end + 1, 0, within + written);
  return true;
}

function footnoteIn(message: string): string {
  return /\[\^[^\]]+\]/.exec(message)?.[0] ?? "";
}

function dropId({ lines, index }: Place, { message, written = "" }: Problem): boolean {
  const id = /the id (\S+) /.exec(message)?.[1] ?? "";
  if (written.startsWith("{#"))
    return replaceFrom(lines, index, ` ${written}`, "") || replaceFrom(lines, index, written, "");
  const quoted = escapeRegExp(id);
  const pattern = id ? new RegExp(`\\s+id=(["']?)${quoted}\\1(?=[\\s>/])`) : /\s+id=(?:"\s*"|"[^"]*\s[^"]*"|(?=[\s>]))/;
  if (replaceLine(lines, index, pattern, "")) return true;
  return id !== "" && !FOOTNOTE_ID.test(id) && replaceLine(lines, index, new RegExp(`\\s*\\{#${quoted}\\}\\s*$`), "");
}

function dropFootnote({ lines, index }: Place, { message }: Problem): boolean {
  const mark = footnoteIn(message);
  const at = lines.findIndex((line, position) => position >= index && line.trimStart().startsWith(`${mark}:`));
  if (!mark || at === -1) return false;
  let end = at + 1;
  while (
    end < lines.length &&
    (/^( {2,}|\t)\S/.test(lines[end] ?? "") ||
      (lines[end]?.trim() === "" && /^( {4}|\t)/.test(lines[end + 1] ?? "")) ||
      (lines[end - 1]?.trim() !== "" && /^[^\s[#>`-]/.test(lines[end] ?? "")))
  )
    end++;
  lines.splice(at, end - at, ...Array.from({ length: end - at }, () => ""));
  return true;
}

function plainFence({ lines, index }: Place): boolean {
  for (let at = Math.min(index, lines.length - 1); at >= 0 && index - at < 3000; at--) {
    const [, before = "", language = "", rest = ""] =
      /^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?:`{3,}|~{3,})[ \t]*)([\w+#.-]*)(.*)$/.exec(lines[at] ?? "") ?? [];
    if (!before) continue;
    if (!rest.trim()) return false;
    lines[at] = before + language;
    return true;
  }
  return false;
}

function escapeDollars({ lines, index }: Place): boolean {
  let isChanged = false;
  for (let at = index; at < Math.min(lines.length, index + 30); at++) {
    const line = lines[at] ?? "";
    if (at > index && line.trim() === "" && isChanged) break;
    const escaped = line.replace(/(?<!\\)\$/g, "\\$");
    isChanged ||= escaped !== line;
    lines[at] = escaped;
  }
  return isChanged;
}

function diagramAsText({ lines, index }: Place): boolean {
  for (let at = Math.min(index, lines.length - 1); at >= 0; at--) {
    const [, , language] = /(`{3,}|~{3,})[ \t]*(mermaid|plot|dot|graphviz)\b/.exec(lines[at] ?? "") ?? [];
    if (!language) continue;
    // A graph's text has a language of its own, in which it is shown.
    const shown = language === "dot" || language === "graphviz" ? "gv" : "text";
    lines[at] = (lines[at] ?? "").replace(/(?:mermaid|plot|dot|graphviz)\b.*$/, shown);
    return true;
  }
  return false;
}

function unlink({ lines, index }: Place, { message, written }: Problem): boolean {
  const target = written ?? /"([^"]*)"/.exec(message)?.[1] ?? "";
  if (!target) return false;
  for (let at = index; at < Math.min(lines.length, index + 40); at++) {
    const line = lines[at] ?? "";
    const found = line.indexOf(target);
    if (found === -1) continue;
    const quoted = escapeRegExp(target);
    const link = new RegExp(`(?<!!)\\[([^\\[\\]]*)\\]\\(<?${quoted}[^)]*\\)`);
    const auto = new RegExp(`<(${quoted}[^>]*)>`);
    const attribute = new RegExp(`\\s+(?:href|src)=(["'])${quoted}[^"']*\\1`);
    const replaced = line.replace(link, "$1").replace(auto, "`$1`").replace(attribute, "");
    if (replaced === line) return false;
    lines[at] = replaced;
    return true;
  }
  return false;
}
