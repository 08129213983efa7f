/** Changes as `diff` and Git write them: whether `--- a` names a file or is a line that went, the counts of its hunk say. */
import type { CodeRun } from "./code-run.ts";

/** https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html: a count that is left out is 1. */
const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;
const HEADER =
  /^(?:diff |index [\da-f]|(?:new|deleted|old) (?:file )?mode|(?:similarity|dissimilarity) index|(?:rename|copy) (?:from|to) |Binary files|Only in |Index: |={10}|@@|\*{15}$|\d+(?:,\d+)?[acd]\d+(?:,\d+)?$|\\ )/m;

const NONE = { old: 0, new: 0 };

export function diffRuns(code: string): CodeRun[] {
  const lines = code.split(/(?<=\n)/);
  /** Lines of the old and the new file that the hunk still has. */
  let left = NONE;
  return lines.map((text, index) => {
    const [, old, added] = HUNK.exec(text) ?? [];
    const isHunk = HUNK.test(text);
    // A hunk that was cut has fewer lines than it says.
    if (/^(diff|Index:) /.test(text) || /^--- .*\n\+\+\+ .*\n@@ /.test(lines.slice(index, index + 3).join("")))
      left = NONE;
    if (isHunk) left = { old: Number(old ?? 1), new: Number(added ?? 1) };
    const isInside = !isHunk && (left.old > 0 || left.new > 0);
    const role = !isInside && isHeader(lines, index) ? "c" : roleOfLine(text);
    if (isInside && role !== "c") {
      left = { old: left.old - (role === "i" ? 0 : 1), new: left.new - (role === "d" ? 0 : 1) };
    }
    return { role, text };
  });
}

/** Of two lines that name files, each needs the other. */
function isHeader(lines: string[], index: number): boolean {
  const [before = "", line = "", after = ""] = [lines[index - 1], lines[index], lines[index + 1]];
  if (HEADER.test(line)) return true;
  const names = (first: RegExp, second: RegExp) =>
    (first.test(line) && second.test(after)) || (second.test(line) && first.test(before));
  return (
    names(/^--- \S/, /^\+\+\+ \S/) ||
    names(/^\*\*\* \S/, /^--- \S/) ||
    /^(\*\*\*|---) \d+(,\d+)? (\*{4}|-{4})$/m.test(line)
  );
}

function roleOfLine(text: string): string | undefined {
  if (/^[+>]/.test(text)) return "i";
  if (/^-(?!--$)|^</m.test(text)) return "d";
  if (/^!/.test(text)) return "k";
  return text.startsWith("\\") ? "c" : undefined;
}
