/** What the commands print. */
import { contentErrorIn, formatProblem, type Problem } from "../content/problems/problem.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { isPagePath } from "../content/redirect.ts";
import type { WrittenSite } from "../site/write.ts";
import { asksForHelp } from "./command-line.ts";
import { type CommandName, helpOf } from "./option-table.ts";
import type { BuildOptions } from "./options.ts";
import { asAnnotations, asJson, type Findings } from "./problem-formats.ts";

const PATIENCE = 2000;

/** Waits for work, and says on a terminal that it still goes on from the third second. */
export async function withProgress<Result>(work: Promise<Result>): Promise<Result> {
  if (!process.stderr.isTTY) return work;
  const start = Date.now();
  const timer = setInterval(() => {
    process.stderr.write(`\rBuilding, ${Math.round((Date.now() - start) / 1000)} s so far `);
  }, PATIENCE);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    process.stderr.write("\r\u001b[K");
  }
}

/** `out` names the folder as the command was given it. */
export function summaryOf(
  { pages, feeds, indexed, read }: WrittenSite,
  warnings: readonly Problem[],
  out: string,
  seconds: number,
): string {
  const { withheld } = read;
  const made = pages.filter(({ path }) => isPagePath(path)).length;
  const lines = [
    `${out}: ${count(made, "page")}, ${count(feeds.length, "feed")}, ${count(indexed, "page")} in the search index, ${seconds.toFixed(1)} s`,
    withheld > 0 && `${count(withheld, "draft or future page")} left out`,
    warnings.length > 0 && `${count(warnings.length, "warning")}:`,
    ...warnings.map(formatProblem),
  ];
  return lines.filter(Boolean).join("\n");
}

/**
 * Runs a command: prints its help where that is asked for, and otherwise what went wrong, with the lines that are to come
 * after it. The process then ends with an exit code of 1.
 */
export async function runCommand(
  name: CommandName,
  work: (args: string[]) => Promise<void>,
  ...afterwards: string[]
): Promise<void> {
  const args = process.argv.slice(2);
  if (asksForHelp(args)) return console.log(helpOf(name));
  try {
    await work(args);
  } catch (error) {
    reportFailure(error, ...afterwards);
    process.exitCode = 1;
  }
}

/** What the author or whoever runs the command can put right needs no stack; a fault of the engine does, with its causes. */
function reportFailure(error: unknown, ...afterwards: string[]): void {
  const mendable = error instanceof UsageError ? error : contentErrorIn(error);
  console.error(mendable ? mendable.message : error);
  for (const line of afterwards) console.error(line);
}

/** For programs: JSON where it was asked for, annotations where GitHub runs the command. */
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
