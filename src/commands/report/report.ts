/** Prints the output of the commands. */
import { ACCEPTED_FILE } from "../../content/problems/baseline.ts";
import { OutsideError } from "../../content/problems/outside-error.ts";
import { contentErrorIn, type Problem, withRule } from "../../content/problems/problem.ts";
import { UsageError } from "../../content/problems/usage-error.ts";
import { sourcesIn } from "../../reading/read-files.ts";
import type { BuildSummary } from "../../site/site-state.ts";
import type { BuildOptions } from "../options/build-options.ts";
import { describeFault } from "./describe-fault.ts";
import { count } from "./numbers.ts";
import { asAnnotations, type Findings, reportOf } from "./problem-formats.ts";

/** `out` is the output folder as it was given to the command. */
export function summaryOf(
  { pages, feeds, indexed, withheld, accepted, due }: BuildSummary,
  warnings: readonly Problem[],
  out: string,
  took: string,
): string {
  const lines = [
    `${out}: ${count(pages, "page")}, ${count(feeds, "feed")}, ${count(indexed, "page")} in the search index, ${took}`,
    withheld > 0 && `${count(withheld, "draft or future page")} left out`,
    due && `next: ${due.file} is due at ${due.date}`,
    accepted.length > 0 && `${acceptedOf(accepted)} accepted in ${ACCEPTED_FILE}`,
    warnings.length > 0 && `${count(warnings.length, "warning")}:`,
    ...warnings.map(withRule),
  ];
  return lines.filter(Boolean).join("\n");
}

/** Prints the message alone where the user can fix the error; a fault of the engine is printed as `describeFault` says it. */
export function reportFailure(error: unknown, afterwards?: string): void {
  const isSaid = error instanceof UsageError || error instanceof OutsideError;
  const fixable = isSaid ? error : contentErrorIn(error);
  console.error(fixable ? fixable.message : describeFault(error));
  if (afterwards) console.error(afterwards);
}

/** For programs: JSON if asked for, annotations if GitHub Actions runs the command. */
export function reportFindings(
  findings: Findings,
  { format, siteDir, startedIn }: Pick<BuildOptions, "format" | "siteDir" | "startedIn">,
): void {
  const isAnnotated = format !== "json" && Boolean(process.env["GITHUB_ACTIONS"]);
  if (format !== "json" && !isAnnotated) return;
  const report = reportOf(findings, sourcesIn(siteDir));
  if (format === "json") console.log(JSON.stringify(report, null, 2));
  else for (const line of asAnnotations(report, siteDir, startedIn)) console.log(line);
}

/** `1,204 old problems in 311 files`. */
export function acceptedOf(accepted: readonly Problem[]): string {
  const files = new Set(accepted.map(({ file }) => file)).size;
  return `${count(accepted.length, "old problem")} in ${count(files, "file")}`;
}
