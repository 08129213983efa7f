/** A problem in a site's content, described so that its author can fix it. */
import { groupBy } from "../group-by.ts";
import { codeFrameOf, locate, printable, type SourceOf } from "./code-frame.ts";
import type { Edit, Fix } from "./range.ts";
import type { Rule } from "./rule.ts";

/** A position in a file of the site; line and column count from 1. */
export interface Place {
  /** Relative to the site's folder, with `/` between its parts. */
  file: string;
  line?: number | undefined;
  column?: number | undefined;
}

/** A problem without its place, for a caller in the same room that knows the place. */
export interface Reason {
  /** Undefined until a caller adds it, at the latest when all problems are gathered. */
  rule?: Rule | undefined;
  message: string;
  /** How to fix it. */
  hint?: string | undefined;
  /** The faulty text as the file has it. Without a column, it is searched for from the line on. */
  written?: string | undefined;
  /** The correction, where no other can be right: a program may make it. */
  fix?: Fix | undefined;
  /** How the mark in `written` is escaped where it is meant to be shown: `\\[` for a `[`. */
  shownBy?: string | undefined;
}

export interface Problem extends Place, Reason {
  /** The front matter's key, dotted for what lies inside it: `outcomes.0.figure`. */
  field?: string | undefined;
  /** The fix where it is in the file, once it was looked for there: see `locate`. */
  edit?: Edit | undefined;
}

/** A problem with its rule, as it is reported. */
export interface Finding extends Problem {
  rule: Rule;
}

/** Thrown once for a whole site, with every problem that was found in it. */
export class ContentError extends Error {
  override readonly name = "ContentError";
  readonly problems: readonly Problem[];

  /** `sourceOf` gives the text of a file, so that each problem is shown with its line. */
  constructor(problems: readonly Problem[], sourceOf?: SourceOf) {
    const placed = sourceOf ? problems.map((problem) => locate(problem, sourceOf)) : problems;
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super(`${count} in the content:\n${describe(placed, sourceOf)}`);
    this.problems = placed;
  }
}

/** The error itself, or the one that caused it; undefined for a fault of another kind. */
export function contentErrorIn(error: unknown): ContentError | undefined {
  if (error instanceof ContentError) return error;
  return error instanceof Error && error.cause ? contentErrorIn(error.cause) : undefined;
}

/** Problems for the author to read, file by file, each above its line of the file. */
export function describe(problems: readonly Problem[], sourceOf: SourceOf = () => undefined): string {
  const files = groupBy(problems.toSorted(byPlace), ({ file }) => file);
  return [...files.values()]
    .map((ofFile) => ofFile.flatMap((problem) => [withRule(problem), ...codeFrameOf(problem, sourceOf)]).join("\n"))
    .join("\n\n");
}

/** One line: `posts/x.md:3:1 tag: is not a key of a post (did you mean "tags"?)`. */
export function formatProblem({ file, line, column, field, message, hint }: Problem): string {
  const place = [file, line, line && column].filter(Boolean).join(":");
  const text = `${place} ${field ? `${field}: ` : ""}${message}${hint ? ` (${hint})` : ""}`;
  return printable(text);
}

/** The same with the name of its rule. */
export function withRule(problem: Problem): string {
  return `${formatProblem(problem)}${problem.rule ? ` [${problem.rule}]` : ""}`;
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
