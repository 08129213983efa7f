/** Applies corrections to a file's text. */
import type { Edit, Position } from "./range.ts";

/** Line ends, as in `linesOf`. */
const END = /\r\n|\r|\n/g;

/** Keeps line ends and a byte order mark. Of overlapping edits only the first is applied; edits outside of the text are ignored. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const starts = lineStarts(text);
  const offsetOf = ({ line, column }: Position) => (starts[line - 1] ?? Number.NaN) + column - 1;
  const sorted = edits
    .map(({ range, text: to }) => ({ start: offsetOf(range.start), end: offsetOf(range.end), to }))
    .filter(({ start, end }) => start <= end && end <= text.length)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let made = "";
  let done = 0;
  for (const { start, end, to } of sorted) {
    if (start < done) continue;
    made += text.slice(done, start) + to;
    done = end;
  }
  return made + text.slice(done);
}

function lineStarts(text: string): number[] {
  const first = text.startsWith("\uFEFF") ? 1 : 0;
  return [first, ...[...text.matchAll(END)].map(({ 0: end, index }) => index + end.length)];
}
