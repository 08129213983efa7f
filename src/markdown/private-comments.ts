/** Comments are their author's: a page's Markdown is published without them. Code that shows one keeps it. */

import type { Token } from "markdown-it";
import { escapeRegExp } from "../content/text/escape-reg-exp.ts";
import { commentsIn } from "./html/html-reader.ts";

/** Offsets in the Markdown. */
interface Range {
  start: number;
  end: number;
  mark: string;
}

/** Stand in the place of a comment, once a line, so that lines can be counted; Markdown itself has none (`authoredText`). */
const BLOCK = "\0";
const INLINE = "\u0001";

/** The Markdown with its comments blanked out, line for line; `commentLines` are those of comments in another form. */
export function withBlankComments(source: string, tokens: Token[], commentLines: [number, number][]): string {
  if (commentLines.length === 0 && !source.includes("<!--")) return source;
  const starts = lineStarts(source);
  const offsetOf = (line: number) => starts[line] ?? source.length + 1;
  const lines = commentLines.map(([first, end]) => ({ start: offsetOf(first), end: offsetOf(end) - 1, mark: BLOCK }));
  const ranges = [...lines, ...commentRanges(source, tokens, offsetOf)].sort((a, b) => a.start - b.start);
  let text = "";
  let behind = 0;
  for (const { start, end, mark } of ranges) {
    text += source.slice(behind, start) + blanked(source.slice(start, end), mark);
    behind = end;
  }
  return text + source.slice(behind);
}

/** What a quotation's lines begin with stays. */
function blanked(comment: string, mark: string): string {
  const [, ...rest] = comment.split("\n");
  return [mark, ...rest.map((line) => (/^[ \t>]*/.exec(line)?.[0] ?? "") + mark)].join("\n");
}

/** The same without what was blanked out, and without lines that have nothing left. */
export function withoutBlanks(text: string): string {
  if (!text.includes(BLOCK) && !text.includes(INLINE)) return text;
  const kept: string[] = [];
  let isBehindComment = false;
  for (const line of text.split("\n")) {
    const isComment = line.includes(BLOCK) || line.includes(INLINE);
    const rest = isComment ? line.replaceAll(BLOCK, "").replaceAll(INLINE, "").trimEnd() : line;
    const isGone: boolean = isEmpty(rest) && (isComment || isBehindComment);
    // A block keeps what is above it apart from what is below, with one empty line.
    const isApart = isEmpty(kept.at(-1) ?? "") || (isComment && !line.includes(BLOCK));
    if (!isGone || !isApart) kept.push(rest);
    isBehindComment = isGone;
  }
  return kept.join("\n");
}

/** True for a line with nothing but the marks of a quotation. */
function isEmpty(line: string): boolean {
  return /^[\s>]*$/.test(line);
}

function commentRanges(source: string, tokens: Token[], offsetOf: (line: number) => number): Range[] {
  let line = 0;
  return tokens.flatMap(({ type, map, children }) => {
    line = map?.[0] ?? line;
    const start = offsetOf(line);
    if (type === "html_block") {
      const block = source.slice(start, offsetOf(map?.[1] ?? line + 1));
      return commentsIn(block).map((range) => ({ start: start + range.start, end: start + range.end, mark: BLOCK }));
    }
    return children ? inlineRanges(source, children, start) : [];
  });
}

/**
 * An inline token has no place of its own, so its comment is looked for behind what comes before it in the block. `from` is
 * the block's beginning.
 */
function inlineRanges(source: string, tokens: Token[], from: number): Range[] {
  const ranges: Range[] = [];
  let behind = from;
  for (const { type, content } of withinImages(tokens)) {
    const isComment = type === "html_inline" && content.startsWith("<!--");
    if (!isComment && type !== "code_inline" && type !== "text") continue;
    for (const [comment] of content.matchAll(/<!--[\s\S]*?-->/g)) {
      const range = rangeOf(source, comment, behind) ?? (isComment ? rangeOf(source, comment, from) : undefined);
      if (!range) continue;
      behind = range.end;
      if (isComment) ranges.push(range);
    }
  }
  return ranges;
}

function* withinImages(tokens: Token[]): Generator<Token> {
  for (const token of tokens) {
    if (token.type === "image") yield* withinImages(token.children ?? []);
    else yield token;
  }
}

/** Its lines may begin with the marks of a quotation. */
function rangeOf(source: string, comment: string, from: number): Range | undefined {
  const lines = comment.split("\n").map((line) => escapeRegExp(line.trim()));
  const pattern = new RegExp(lines.join(String.raw`[ \t]*\n[ \t>]*`), "g");
  pattern.lastIndex = from;
  const match = pattern.exec(source);
  return match ? { start: match.index, end: pattern.lastIndex, mark: INLINE } : undefined;
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
