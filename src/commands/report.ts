/** Prints the output of the commands. */
import { contentErrorIn, formatProblem, type Problem } from "../content/problems/problem.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import type { BuildSummary } from "../site/site-state.ts";
import type { BuildOptions } from "./options.ts";
import { asAnnotations, asJson, type Findings } from "./problem-formats.ts";

/** `out` is the output folder as it was given to the command. */
export function summaryOf(
  { pages, feeds, indexed, withheld }: BuildSummary,
  warnings: readonly Problem[],
  out: string,
  took: string,
): string {
  const lines = [
    `${out}: ${count(pages, "page")}, ${count(feeds, "feed")}, ${count(indexed, "page")} in the search index, ${took}`,
    withheld > 0 && `${count(withheld, "draft or future page")} left out`,
    warnings.length > 0 && `${count(warnings.length, "warning")}:`,
    ...warnings.map(formatProblem),
  ];
  return lines.filter(Boolean).join("\n");
}

/** Prints the message alone where the user can fix the error; a fault of the engine is printed with its stack and causes. */
export function reportFailure(error: unknown, afterwards?: string): void {
  const fixable = error instanceof UsageError ? error : contentErrorIn(error);
  console.error(fixable ? fixable.message : error);
  if (afterwards) console.error(afterwards);
}

/** For programs: JSON if asked for, annotations if GitHub Actions runs the command. */
export function reportFindings(
  findings: Findings,
  { format, siteDir }: Pick<BuildOptions, "format" | "siteDir">,
): void {
  if (format === "json") console.log(asJson(findings));
  else if (process.env["GITHUB_ACTIONS"]) for (const line of asAnnotations(findings, siteDir)) console.log(line);
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
