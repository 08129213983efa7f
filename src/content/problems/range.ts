/** Where a problem is in a file, and its correction if exactly one is right. */
import type { Problem } from "./problem.ts";

/** Lines and columns count from 1; columns are in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * The only right correction. `from` is text on one line, or the forms that it may have there, in order of preference. It is matched as
 * whole words, or between what `before` and `behind` allow.
 */
export interface Fix {
  readonly from: string | readonly string[];
  /** On one line, too. */
  readonly to: string;
  /** Any of these stands before it: `](` before a link's target. */
  readonly before?: readonly string[] | undefined;
  /** One of these characters, or the end of the line, follows it. */
  readonly behind?: string | undefined;
  /** Where `from` begins. Without it, `from` must be there once, between the problem's line and the next that is empty. */
  readonly at?: Position | undefined;
  /** The only line that `from` may be on. */
  readonly line?: number | undefined;
}

/** A fix located in its file. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** Locates a fix in `lines`; undefined if the place of `from` is ambiguous. */
export function editOf({ fix, line }: Pick<Problem, "fix" | "line">, lines: readonly string[]): Edit | undefined {
  if (!fix || /[\r\n]/.test(fix.to)) return undefined;
  const ways = typeof fix.from === "string" ? [fix.from] : fix.from;
  const found = ways.filter(Boolean).map((from) => placesOf(from, fix, line, lines));
  const [place, other] = found.find((places) => places.length > 0) ?? [];
  if (!place || other) return undefined;
  return { range: rangeAt(place.at, place.from.length), text: fix.to };
}

/** The range that a problem is about: what was written, the word at its column, or its line. Undefined if no line is known. */
export function rangeOf({ line, column, written }: Problem, lines: readonly string[]): Range | undefined {
  const text = line === undefined ? undefined : lines[line - 1];
  if (line === undefined || text === undefined) return undefined;
  if (column === undefined) {
    const start = text.length - text.trimStart().length;
    return rangeAt({ line, column: start + 1 }, text.trim().length);
  }
  const rest = text.slice(column - 1);
  return rangeAt({ line, column }, Math.min(rest.length, lengthOf(rest, written)));
}

/** The length of the text that a problem is about, at the beginning of `rest`; at least 1. */
export function lengthOf(rest: string, written: string | undefined): number {
  return Math.max(1, (written ?? /^[\p{L}\p{N}_-]*/u.exec(rest)?.[0] ?? "").length);
}

/** The lines from one, counted from 1, to the next empty one: markdown-it gives only the first line of a paragraph. */
export function blockAt(lines: readonly string[], line: number): readonly string[] {
  const rest = lines.slice(line - 1);
  const end = rest.findIndex((one, index) => index > 0 && !one.trim());
  return end === -1 ? rest : rest.slice(0, end);
}

interface Found {
  readonly from: string;
  readonly at: Position;
}

function placesOf(from: string, fix: Fix, line: number | undefined, lines: readonly string[]): Found[] {
  const { at, line: only } = fix;
  if (at) return lines[at.line - 1]?.startsWith(from, at.column - 1) ? [{ from, at }] : [];
  const first = only ?? line ?? 1;
  const block = only === undefined ? (line === undefined ? lines : blockAt(lines, line)) : lines.slice(only - 1, only);
  return block.flatMap((text, row) =>
    columnsOf(from, text, fix).map((column) => ({ from, at: { line: first + row, column } })),
  );
}

function columnsOf(from: string, text: string, fix: Fix): number[] {
  const columns: number[] = [];
  for (let at = text.indexOf(from); at !== -1; at = text.indexOf(from, at + 1))
    if (isWhole(text.slice(0, at), from, text.slice(at + from.length), fix)) columns.push(at + 1);
  return columns;
}

const WORD = /[\p{L}\p{N}_-]/u;

function isWhole(left: string, from: string, right: string, { before, behind }: Fix): boolean {
  const last = left.at(-1) ?? "";
  const [next = ""] = right;
  const begins = before ? before.some((one) => left.endsWith(one)) : !WORD.test(from[0] ?? "") || !WORD.test(last);
  const ends = behind ? behind.includes(next) : !WORD.test(from.at(-1) ?? "") || !WORD.test(next);
  return begins && ends;
}

function rangeAt(start: Position, length: number): Range {
  return { start, end: { line: start.line, column: start.column + length } };
}
