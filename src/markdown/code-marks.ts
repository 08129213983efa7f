/** What is marked within lines of code: words that the author names, and what differs in a changed line. */
import type { FenceInfo, LineKind } from "./fence.ts";

/** From one place in the code to another, counted from 0 in UTF-16 units. */
export type Range = readonly [from: number, to: number];

/** In their order; none overlaps another. */
export function marksIn(code: string, { words, lines }: FenceInfo, firstLine: number): Range[] {
  const ranges = [...words.flatMap((word) => placesOf(word, code)), ...changesIn(code, lines, firstLine)];
  ranges.sort(([a], [b]) => a - b);
  let end = 0;
  return ranges.filter(([from, to]) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

/** Every place where the code has the text. */
export function placesOf(text: string, code: string): Range[] {
  const places: Range[] = [];
  for (let at = code.indexOf(text); at !== -1; at = code.indexOf(text, at + text.length)) {
    places.push([at, at + text.length]);
  }
  return places;
}

/** A line in the code. */
interface Line {
  text: string;
  from: number;
  kind: LineKind | undefined;
}

/** What differs between lines that went and as many that came in their place. */
function changesIn(code: string, kinds: ReadonlyMap<number, LineKind>, firstLine: number): Range[] {
  if (![...kinds.values()].includes("del")) return [];
  let from = 0;
  const lines = code.split("\n").map((text, at): Line => {
    const line = { text, from, kind: kinds.get(firstLine + at + 1) };
    from += text.length + 1;
    return line;
  });
  const ranges: Range[] = [];
  for (let at = 0; at < lines.length; at++) {
    const gone = runOf(lines, at, "del");
    if (gone.length === 0) continue;
    const came = runOf(lines, at + gone.length, "add");
    if (came.length === gone.length) {
      for (const [pair, before] of gone.entries()) {
        const after = came[pair];
        if (after) ranges.push(...differences(before, after));
      }
    }
    at += gone.length + came.length - 1;
  }
  return ranges;
}

function runOf(lines: readonly Line[], from: number, kind: LineKind): Line[] {
  const end = lines.findIndex((line, at) => at >= from && line.kind !== kind);
  return lines.slice(from, end === -1 ? lines.length : end);
}

/** A name or a number, white space, or one other character. */
const PART = /[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu;
/** Of longer lines, what differs is not worked out. */
const MOST_PARTS = 200;
/** Lines that have less than this share in common are another line, not a changed one. */
const LEAST_IN_COMMON = 0.3;

/** What the other line does not have, in both of them. */
function differences(before: Line, after: Line): Range[] {
  const [old, now] = [before, after].map(({ text }) => text.match(PART) ?? []);
  if (!old || !now || old.length > MOST_PARTS || now.length > MOST_PARTS) return [];
  const kept = commonParts(old, now);
  const inCommon = kept.reduce((sum, [at]) => sum + (old[at]?.trim().length ?? 0), 0);
  const longest = Math.max(...[old, now].map((parts) => parts.join("").replace(/\s/g, "").length));
  if (inCommon < LEAST_IN_COMMON * longest) return [];
  return [
    ...rangesBut(old, new Set(kept.map(([at]) => at)), before.from),
    ...rangesBut(now, new Set(kept.map(([, at]) => at)), after.from),
  ];
}

/** The longest common subsequence, as pairs of places. */
function commonParts(old: readonly string[], now: readonly string[]): [old: number, now: number][] {
  const longest = old.map(() => new Array<number>(now.length + 1).fill(0));
  longest.push(new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    const row = longest[i] ?? [];
    for (let j = now.length - 1; j >= 0; j--) {
      row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Of the parts that are not kept; neighbours are one range, and white space at its ends is left out. */
function rangesBut(parts: readonly string[], kept: ReadonlySet<number>, from: number): Range[] {
  const ranges: [number, number][] = [];
  let at = from;
  let isOpen = false;
  for (const [index, part] of parts.entries()) {
    const end = at + part.length;
    const last = ranges.at(-1);
    const isBlank = part.trim() === "";
    if (kept.has(index) && !(isBlank && isOpen && !kept.has(index + 1))) isOpen = false;
    else if (isOpen && last) last[1] = end;
    else if (!isBlank) {
      ranges.push([at, end]);
      isOpen = true;
    }
    at = end;
  }
  return ranges;
}
