/** Formats problems for programs: as JSON, and as GitHub annotations, which appear beside the line in a pull request. */
import { posix, relative } from "node:path";
import { z } from "zod";
import { linesOf, locate, type SourceOf } from "../../content/problems/code-frame.ts";
import type { Problem } from "../../content/problems/problem.ts";
import { rangeOf } from "../../content/problems/range.ts";
import type { Due } from "../../reading/read-content.ts";

export interface Findings {
  problems: readonly Problem[];
  /** Things that could be better but are not wrong. */
  warnings: readonly Problem[];
  /** Old problems that were accepted. */
  accepted?: readonly Problem[];
  /** The next entry whose date is to come. */
  due?: Due | undefined;
}

const PositionSchema = z
  .strictObject({
    line: z.int().min(1).describe("Counted from 1"),
    column: z.int().min(1).describe("Counted from 1, in UTF-16 code units"),
  })
  .describe("A place in a file");
const RangeSchema = z
  .strictObject({ start: PositionSchema, end: PositionSchema })
  .describe("A part of a file; end is behind its last character");

const ProblemSchema = z.strictObject({
  rule: z.string().optional().describe("The rule's name, which stays: see docs/rules.md"),
  severity: z.enum(["error", "warning"]).describe("An error stops a build"),
  file: z.string().describe("Relative to the site's folder, with / between its parts"),
  line: z.int().min(1).optional().describe("Where the range begins"),
  column: z.int().min(1).optional(),
  range: RangeSchema.optional().describe("What it is about; missing where the whole file is meant"),
  field: z.string().optional().describe("A key of front matter, dotted for what lies inside it"),
  message: z.string(),
  hint: z.string().optional().describe("How to fix it"),
  fix: z
    .strictObject({ edits: z.array(z.strictObject({ range: RangeSchema, text: z.string() })).min(1) })
    .optional()
    .describe("The only right correction, which check --fix makes"),
});

/** What `--format json` prints; with `--watch`, a line for each check. The names of its keys stay. */
export const Report = z
  .strictObject({
    problems: z.array(ProblemSchema),
    warnings: z.array(ProblemSchema),
    accepted: z.int().min(0).describe("How many old problems were accepted"),
    due: z
      .strictObject({ file: z.string(), date: z.string() })
      .optional()
      .describe("The next entry whose date is to come"),
    failure: z
      .string()
      .optional()
      .describe("Why nothing could be checked: the engine, or a module of the site, failed"),
  })
  .describe("What a build or a check of a site has found");
export type Report = z.infer<typeof Report>;

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
