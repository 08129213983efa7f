/** Reads `_data/redirects.ts`, where a site has one. */
import type { Problem } from "../content/problems/problem.ts";
import { REDIRECTS_FILE, type Redirect, Redirects } from "../content/redirect.ts";
import { readData } from "./read-data.ts";
import { problemsIn } from "./validate.ts";

export async function readRedirects(siteDir: string, problems: Problem[]): Promise<Redirect[]> {
  const data = await readData(siteDir, REDIRECTS_FILE, problems);
  if (data === undefined) return [];
  const result = Redirects.safeParse(data);
  if (result.success) return Object.entries(result.data).map(([from, to]) => ({ from, to, file: REDIRECTS_FILE }));
  const found = problemsIn(result.error, data, [], () => ({ file: REDIRECTS_FILE }));
  for (const problem of found) {
    const from = problem.field ?? "";
    const isWhole = /^https?:\/\//.test(from) && URL.canParse(from);
    const hint = problem.hint ?? (isWhole ? `write "${new URL(from).pathname}"` : slashHint(from));
    problems.push({ ...problem, hint, written: `"${from}"` });
  }
  return [];
}

function slashHint(from: string): string | undefined {
  return /^[^/\s?#*]/.test(from) ? `write "/${from}"` : undefined;
}
