/** Code as HTML with few, short classes. */
import { escapeText } from "../content/text/escape.ts";
import type { Range } from "./code-marks.ts";
import type { CodeRun } from "./languages/code-run.ts";

/** The runs as HTML; `marks` are in their order, and none overlaps another. */
export function highlight(runs: readonly CodeRun[], marks: readonly Range[] = []): string {
  return toHtml(withMarks(runs, marks));
}

/** The same, line by line; no element reaches over a line's end. */
export function highlightLines(runs: readonly CodeRun[], marks: readonly Range[] = []): string[] {
  return linesOf(withMarks(runs, marks)).map(toHtml);
}

/** Runs cut at the ends of lines, which are left out; a text that ends with one has no line behind it. */
export function linesOf<Run extends CodeRun>(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    const [first = "", ...rest] = run.text.split("\n");
    lines.at(-1)?.push({ ...run, text: first });
    for (const text of rest) lines.push([{ ...run, text }]);
  }
  const isEnded = lines.length > 1 && lines.at(-1)?.every(({ text }) => text === "");
  return isEnded ? lines.slice(0, -1) : lines;
}

/** How many lines code has, by the same rule. */
export function lineCount(code: string): number {
  return code.replace(/\n$/, "").split("\n").length;
}

interface MarkedRun extends CodeRun {
  isMarked?: boolean;
}

/** The same runs, cut where a mark begins or ends. */
function withMarks(runs: readonly CodeRun[], marks: readonly Range[]): readonly MarkedRun[] {
  if (marks.length === 0) return runs;
  const cut: MarkedRun[] = [];
  let [next, at] = [0, 0];
  for (const { text, ...run } of runs) {
    const end = at + text.length;
    while (at < end) {
      const [from, to] = marks[next] ?? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      const stop = Math.min(end, at < from ? from : to);
      cut.push({
        ...run,
        text: text.slice(text.length - (end - at), text.length - (end - stop)),
        isMarked: at >= from,
      });
      at = stop;
      if (at >= to) next++;
    }
  }
  return cut;
}

function toHtml(runs: readonly MarkedRun[]): string {
  let html = "";
  let open: string | undefined;
  let isInMark = false;
  for (const { role, text, isMarked = false, isExact } of runs) {
    // White space has no colour: that of what stands before it saves bytes.
    const next = text.trim() === "" && open && !isExact ? open : role;
    if (isInMark && (!isMarked || next !== open)) html += "</mark>";
    if (next !== open) html += (open ? "</span>" : "") + (next ? `<span class="${next}">` : "");
    if (isMarked && (!isInMark || next !== open)) html += '<mark class="hit">';
    [open, isInMark] = [next, isMarked];
    html += escapeText(text);
  }
  return html + (isInMark ? "</mark>" : "") + (open ? "</span>" : "");
}
