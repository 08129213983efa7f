/** Repairs what the engine still refuses in a converted text, by the rules of its problems. */

import type { SyntaxProblem } from "../checks/syntax.ts";
import type { Problem } from "../content/problems/problem.ts";
import type { Rule } from "../content/problems/rule.ts";
import { kindOfRecording } from "../content/recording.ts";
import type { Fence } from "../content/samples/fence.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { escapeRegExp } from "../content/text/escape-reg-exp.ts";
import { fencedLines } from "./dialect/fenced-lines.ts";
import { beginsGallery, galleryAt } from "./dialect/written-gallery.ts";
import { galleryLines } from "./tags/shapes.ts";
import { plainText } from "./trees/plain-words.ts";

/** A text as lines, and a problem's line in it, counted from 0. */
interface Place {
  readonly lines: string[];
  readonly index: number;
}

interface Repair {
  /** True if it changed something. */
  readonly apply: (place: Place, problem: Problem) => boolean;
  /** Its line in the report; undefined if nothing is lost. */
  readonly note?: { construct: string; now: string };
}

const DROP_ID: Repair = { apply: dropId, note: { construct: "id", now: "nothing" } };
const PLAIN_FENCE: Repair = {
  apply: plainFence,
  note: { construct: "words behind a code block's language", now: "nothing" },
};
const UNLINK: Repair = { apply: unlink, note: { construct: "address that can't be followed", now: "its text" } };

/** It asks for nothing: no captions, no format that every browser plays, no place of its own. */
const PLAYER: Repair = { apply: asPlayer, note: { construct: "film or sound", now: "a player of HTML" } };

const REPAIRS: Partial<Record<Rule, Repair>> = {
  syntax: { apply: showAsItStands },
  unencrypted: {
    apply: ({ lines, index }, { written = "" }) =>
      replaceFrom(lines, index, written, written.replace(/^http:/i, "https:")),
    note: { construct: "picture without encryption", now: "https" },
  },
  "picture-alt": { apply: ({ lines, index }) => replaceFrom(lines, index, "![](", "![ ](") },
  callout: { apply: ({ lines, index }, { written = "" }) => replaceFrom(lines, index, written, `\\${written}`) },
  definition: { apply: ({ lines, index }) => replaceLine(lines, index, /^([ \t>]*)\[/, "$1\\[") },
  footnote: {
    apply: dropFootnote,
    note: { construct: "footnote without a reference", now: "nothing: it was never shown" },
  },
  directive: {
    apply: withoutWords,
    note: {
      construct: "gallery whose pictures are not all there",
      now: "those that are, and what was said of the others",
    },
  },
  "recording-captions": PLAYER,
  "recording-file": PLAYER,
  "code-info": PLAIN_FENCE,
  "code-end": { apply: closeFence },
  proof: PLAIN_FENCE,
  formula: { apply: escapeDollars, note: { construct: "formula that can't be read", now: "its text" } },
  diagram: { apply: diagramAsText, note: { construct: "diagram that can't be drawn", now: "its text" } },
  "html-attribute": DROP_ID,
  label: DROP_ID,
  "link-scheme": UNLINK,
  "link-target": UNLINK,
  "link-text": { apply: ({ lines, index }) => replaceLine(lines, index, /(?<!!)\[\s*\]\([^)]*\)/, "") },
};

const TITLE_DIAGRAM: Repair = {
  apply: titleDiagram,
  note: { construct: "diagram without a title", now: "the heading above it in its place" },
};

/** A heading's problem is either its id or that it has no words, which has nothing to point at. */
function repairOf({ rule, written, message }: Problem): Repair | undefined {
  if (rule === "diagram" && message === "a diagram has no title") return TITLE_DIAGRAM;
  if (rule === "heading") return written === undefined ? { apply: dropEmptyHeading } : DROP_ID;
  return rule && REPAIRS[rule];
}

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
    const known = repairOf(problem);
    if (!known?.apply({ lines, index }, problem)) continue;
    isChanged = true;
    if (known.note)
      noted.push({
        ...known.note,
        was: problem.written ?? problem.message,
        line: index,
      });
  }
  return isChanged ? { text: lines.join("\n"), noted } : undefined;
}

/** Blocks of code that their own readers refuse: in another language, if that is what the code is, else as fragments. */
export function withFragments(
  text: string,
  refused: readonly { fence: Fence; problem: SyntaxProblem }[],
  firstLine: number,
): string {
  const lines = text.split("\n");
  for (const { fence, problem } of refused) {
    const at = fence.line - firstLine - 1;
    const line = lines[at] ?? "";
    lines[at] = line.replace(
      /(`{3,}|~{3,})([ \t]*)([^\s]+)/,
      (_, mark: string, space: string, language: string) =>
        `${mark}${space}${problem.isRather ?? `${language} fragment`}`,
    );
  }
  return lines.join("\n");
}

function showAsItStands({ lines, index }: Place, { written = "", shownBy }: Problem): boolean {
  if (!shownBy) return false;
  const mark = unescaped(shownBy);
  const shown = shownBy.startsWith("&") ? written.replaceAll(mark, shownBy) : written.replace(mark, () => shownBy);
  if (written.includes(mark) && replaceFrom(lines, index, written, shown)) return true;
  // Where a tag stands within it, what is written is not there in one piece.
  return replaceFrom(lines, index, `${mark}<`, `${shownBy}<`) || replaceFrom(lines, index, mark, shownBy);
}

/** What is shown: `[` for `\[`, `*` for `&#42;`. */
function unescaped(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\\([\s\S])/g, "$1");
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

function dropEmptyHeading({ lines, index }: Place): boolean {
  return replaceLine(lines, index, /^[ \t>]*#{1,6}[ \t]*(\{#[^}]*\})?[ \t#]*$/, "");
}

/** `written` is `{#x}` of a heading, and `id="x"` of an element, whose quotes may be others or none. */
function dropId({ lines, index }: Place, { written = "" }: Problem): boolean {
  if (written.startsWith("{#"))
    return replaceFrom(lines, index, ` ${written}`, "") || replaceFrom(lines, index, written, "");
  const id = /^id="([\s\S]*)"$/.exec(written)?.[1];
  if (id === undefined) return false;
  const value = id.trim() === "" ? String.raw`=(?:"\s*"|'\s*'|(?=[\s>]))` : `=(["']?)${escapeRegExp(id)}\\1(?=[\\s>/])`;
  return replaceLine(lines, index, new RegExp(`\\s+id${value}`), "");
}

function dropFootnote({ lines, index }: Place, { written = "" }: Problem): boolean {
  const at = lines.findIndex((line, position) => position >= index && line.trimStart().startsWith(`${written}:`));
  if (!written || at === -1) return false;
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

/** A gallery whose pictures are not all there: two or more stay one, and what was said in place of the others stands below it. */
function withoutWords({ lines, index }: Place): boolean {
  let start = index;
  while (start >= 0 && index - start < 3000 && !beginsGallery(lines[start] ?? "")) start--;
  const gallery = galleryAt(lines, start);
  if (!gallery || gallery.end < index) return false;
  const { colons, label, content, end } = gallery;
  const pictures = content.filter((line) => line.startsWith("!["));
  const words = content.filter((line) => !line.startsWith("!["));
  const isGallery = pictures.length > 1;
  const blocks = isGallery
    ? [galleryLines(pictures, label, colons), ...words.map((line) => [line])]
    : [...pictures, ...words, label].map((line) => [line]);
  lines.splice(start, end + 1 - start, ...gallery.inPlace(blocks.filter(([line]) => line)));
  return true;
}

/** `![Title](demo.mp4 "Caption")`, wherever it stands. */
function asPlayer({ lines, index }: Place, { written = "" }: Problem): boolean {
  if (!written) return false;
  const title = String.raw`((?:\\.|[^\]\\])*)`;
  const picture = new RegExp(`!\\[${title}\\]\\(<?${escapeRegExp(written)}>?(?:\\s+"((?:\\\\.|[^"\\\\])*)")?\\)`);
  for (let at = index; at < Math.min(lines.length, index + 40); at++) {
    const line = lines[at] ?? "";
    const [whole, words = "", caption] = picture.exec(line) ?? [];
    if (whole === undefined) continue;
    const kind = kindOfRecording(written);
    const player = `<${kind} controls src="${escapeMarkup(written)}" title="${shownWords(words)}"></${kind}>`;
    const isAlone = line.trim() === whole && caption !== undefined;
    const block = isAlone ? `<figure>${player}<figcaption>${shownWords(caption)}</figcaption></figure>` : player;
    lines[at] = line.replace(whole, () => block);
    return true;
  }
  return false;
}

function shownWords(markdown: string): string {
  return escapeMarkup(markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1"));
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

/** Where there is no heading above it, it is called what it is. */
function titleDiagram({ lines, index }: Place): boolean {
  const open = /^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?:`{3,}|~{3,})[ \t]*)(mermaid|plot|dot|graphviz)\b(.*)$/;
  const [, before = "", kind = "", rest = ""] = open.exec(lines[index] ?? "") ?? [];
  if (!kind || rest.includes("title=")) return false;
  const above = fencedLines(lines.slice(0, index).join("\n")).filter(({ isCode }) => !isCode);
  const [, heading = ""] = above.map(({ text }) => /^#{1,6}[ \t]+(.*?)[ \t#]*$/.exec(text)).findLast(Boolean) ?? [];
  const title = plainText(heading.replace(/\{#[^}]*\}/, "")).replaceAll('"', "'") || "Diagram";
  lines[index] = `${before}${kind} title="${title}"${rest}`;
  return true;
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

function unlink({ lines, index }: Place, { written: target = "" }: Problem): boolean {
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
