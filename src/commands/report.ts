/** What the commands print. */
import { relative } from "node:path";
import { ContentError, formatProblem } from "../content/problem.ts";
import type { Build } from "../eleventy/build.ts";
import { feeds } from "../feeds/feeds.ts";

const PATIENCE = 2000;

/** Says on a terminal that something is still going on, from the third second on; call the result to end it. */
export function progress(): () => void {
  if (!process.stderr.isTTY) return () => {};
  const start = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - start) / 1000);
    process.stderr.write(`\rBuilding, ${seconds} s so far `);
  }, PATIENCE);
  return () => {
    clearInterval(timer);
    process.stderr.write("\r\u001b[K");
  };
}

export function reportSuccess(
  { content, rowPaths, indexed, withheld, advice }: Build,
  outDir: string,
  seconds: number,
): void {
  const pages =
    content.posts.length + content.projects.length + rowPaths.filter((path) => /(\/|\.html)$/.test(path)).length;
  const lines = [
    `${relative(process.cwd(), outDir) || outDir}: ${count(pages, "page")}, ${count(feeds.length, "feed")}, ${count(indexed, "page")} in the search index, ${seconds.toFixed(1)} s`,
    withheld > 0 && `${count(withheld, "draft or future page")} left out`,
    advice.length > 0 && `${count(advice.length, "warning")}:`,
    ...advice.map(formatProblem),
  ];
  console.log(lines.filter(Boolean).join("\n"));
}

/** A problem in the content needs no stack; a fault of the engine does. */
export function reportFailure(error: unknown): void {
  const cause = contentErrorIn(error);
  console.error(cause ? cause.message : error instanceof Error && error.stack ? error.stack : error);
  console.error("Nothing was published; what was there before is as it was.");
}

export function contentErrorIn(error: unknown): ContentError | undefined {
  if (error instanceof ContentError) return error;
  return error instanceof Error && error.cause ? contentErrorIn(error.cause) : undefined;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
