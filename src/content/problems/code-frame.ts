/** The code frame of a problem: its line of the file, and below it a mark under the fault. */
import { escapeRegExp } from "../text/escape-reg-exp.ts";
import type { Problem } from "./problem.ts";
import { blockAt, editOf, lengthOf } from "./range.ts";

/** The text of a file of the site; undefined for one that can't be shown. */
export type SourceOf = (file: string) => string | undefined;

/** How much of a long line is shown. */
const WIDTH = 100;

/** Fills in line and column of a problem that names the text it is about, and the edit by which it is corrected. */
export function locate(problem: Problem, sourceOf: SourceOf): Problem {
  const { file, line, column, written, fix } = problem;
  const isPlaced = !written || column !== undefined;
  if (isPlaced && !fix) return problem;
  const lines = linesOf(sourceOf(file));
  const edit = problem.edit ?? editOf(problem, lines);
  const located = edit ? { ...problem, edit } : problem;
  if (isPlaced) return located;
  const block = line ? blockAt(lines, line) : lines;
  const whole = wholeWord(written);
  const columns = [(one: string) => one.search(whole), (one: string) => one.indexOf(written)];
  for (const columnIn of columns) {
    const row = block.findIndex((one) => columnIn(one) !== -1);
    if (row !== -1) return { ...located, line: (line ?? 1) + row, column: columnIn(block[row] ?? "") + 1 };
  }
  return located;
}

/** Matches a name or a target where it is not the beginning or the end of a longer one: `x` is not what stands in `x.md`. */
function wholeWord(written: string): RegExp {
  if (!/^[\p{L}\p{N}./]/u.test(written) || !/[\p{L}\p{N}/]$/u.test(written)) return /(?!)/;
  const [before, behind] = ["[\\p{L}\\p{N}_/]|[\\p{L}\\p{N}][.-]", "[\\p{L}\\p{N}_/]|[.-][\\p{L}\\p{N}]"];
  return new RegExp(`(?<!${before})${escapeRegExp(written)}(?!${behind})`, "u");
}

/** The problem's line and a line that marks the position in it; empty where the line would tell nothing. */
export function codeFrameOf({ file, line, column, written }: Problem, sourceOf: SourceOf): string[] {
  const source = line ? linesOf(sourceOf(file))[line - 1] : undefined;
  if (!line || !source?.trim() || /^---\s*$/.test(source)) return [];
  const from = Math.max(0, Math.min((column ?? 1) - 1 - WIDTH / 2, source.length - WIDTH));
  const shown = source.slice(from, from + WIDTH);
  const gutter = " ".repeat(String(line).length);
  const code = [`    ${line} | ${from > 0 ? "…" : ""}${printable(shown)}${from + WIDTH < source.length ? "…" : ""}`];
  if (!column || column > source.length) return code;
  const start = column - 1 - from;
  const mark = "^".repeat(Math.min(lengthOf(shown.slice(start), written), shown.length - start));
  return [...code, `    ${gutter} | ${" ".repeat(start + (from > 0 ? 1 : 0))}${mark}`];
}

/** Text that is safe to print on a terminal: one line, without control characters. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, (characters) =>
    /^\t+$/.test(characters) ? characters.replaceAll("\t", " ") : " ",
  );
}

/** Without a byte order mark. */
export function linesOf(text: string | undefined): string[] {
  return text?.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/) ?? [];
}
