/** Formats problems for programs: as JSON, and as GitHub annotations, which appear beside the line in a pull request. */
import { posix, relative } from "node:path";
import { linesOf, locate, type SourceOf } from "../../content/problems/code-frame.ts";
import type { Problem } from "../../content/problems/problem.ts";
import { rangeOf } from "../../content/problems/range.ts";
import type { Due } from "../../reading/read-content.ts";
import type { Report } from "./report-schema.ts";

export interface Findings {
  problems: readonly Problem[];
  /** Things that could be better but are not wrong. */
  warnings: readonly Problem[];
  /** Old problems that were accepted. */
  accepted?: readonly Problem[];
  /** The next entry whose date is to come. */
  due?: Due | undefined;
}

/** Places are looked for in the files. */
export function reportOf({ problems, warnings, accepted = [], due }: Findings, sourceOf: SourceOf): Report {
  const lines = new Map<string, readonly string[]>();
  const linesIn = (file: string) => {
    const known = lines.get(file) ?? linesOf(sourceOf(file));
    lines.set(file, known);
    return known;
  };
  const plain = (severity: "error" | "warning") => (problem: Problem) => {
    const located = locate(problem, sourceOf);
    const { rule, file, line, column, field, message, hint, edit } = located;
    const range = rangeOf(located, linesIn(file));
    const fix = edit && { edits: [edit] };
    return { rule, severity, file, line, column, range, field, message, hint, fix };
  };
  return {
    problems: problems.map(plain("error")),
    warnings: warnings.map(plain("warning")),
    accepted: accepted.length,
    due,
  };
}

/** Workflow commands, a line each; files are named from the folder in which the command was started. */
export function asAnnotations(
  { problems, warnings }: Pick<Report, "problems" | "warnings">,
  siteDir: string,
  startedIn: string,
): string[] {
  const folder = relative(startedIn, siteDir).replaceAll("\\", "/");
  return [...problems, ...warnings].map(({ rule, severity, file, line, column, range, field, message, hint }) => {
    const values = {
      file: posix.join(folder, file),
      line,
      col: line && column,
      // GitHub takes columns of a single line only.
      endColumn: line && column && range?.end.column,
      title: [rule, field].filter(Boolean).join(", ") || undefined,
    };
    const present = Object.entries(values).filter(([, value]) => value !== undefined);
    const properties = present.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
    return `::${severity} ${properties}::${escapeData(hint ? `${message} (${hint})` : message)}`;
  });
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
