/** Code as HTML with few, short classes. */
import { escapeText } from "../content/text/escape.ts";
import type { Range } from "./code-marks.ts";
import type { CodeRun } from "./languages/code-run.ts";
import { runsIn } from "./languages/language.ts";

/** Finds what is marked in some code. */
type MarksIn = (code: string) => readonly Range[];

const NO_MARKS: MarksIn = () => [];

/** Highlighted HTML, or escaped text in a language that is not known. */
export function highlight(code: string, language: string, marksIn = NO_MARKS): string {
  return toHtml(withMarks(runsIn(code, language), marksIn(code)));
}

/** The same, line by line; no element reaches over a line's end. */
export function highlightLines(code: string, language: string, marksIn = NO_MARKS): string[] {
  const whole = code.replace(/\n$/, "");
  const lines: MarkedRun[][] = [[]];
  for (const { text, ...run } of withMarks(runsIn(whole, language), marksIn(whole))) {
    const [first = "", ...rest] = text.split("\n");
    lines.at(-1)?.push({ ...run, text: first });
    for (const line of rest) lines.push([{ ...run, text: line }]);
  }
  return lines.map(toHtml);
}

interface MarkedRun extends CodeRun {
  isMarked?: boolean;
}

/** The same runs, cut where a mark begins or ends. */
function withMarks(runs: readonly CodeRun[], marks: readonly Range[]): readonly MarkedRun[] {
  if (marks.length === 0) return runs;
  const cut: MarkedRun[] = [];
  let [next, at] = [0, 0];
  for (const { role, text } of runs) {
    const end = at + text.length;
    while (at < end) {
      const [from, to] = marks[next] ?? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      const stop = Math.min(end, at < from ? from : to);
      cut.push({ role, text: text.slice(text.length - (end - at), text.length - (end - stop)), isMarked: at >= from });
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
  for (const { role, text, isMarked = false } of runs) {
    const next = text.trim() === "" && open ? open : role;
    if (isInMark && (!isMarked || next !== open)) html += "</mark>";
    if (next !== open) html += (open ? "</span>" : "") + (next ? `<span class="${next}">` : "");
    if (isMarked && (!isInMark || next !== open)) html += '<mark class="hit">';
    [open, isInMark] = [next, isMarked];
    html += escapeText(text);
  }
  return html + (isInMark ? "</mark>" : "") + (open ? "</span>" : "");
}
