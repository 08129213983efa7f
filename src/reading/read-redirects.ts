/** Reads `_data/redirects.ts`, where a site has one. */
import { failure, type Result, success } from "../content/problems/result.ts";
import { REDIRECTS_FILE, type Redirect, Redirects } from "../content/redirect.ts";
import { readData } from "./read-data.ts";
import { problemsIn } from "./validate.ts";

export async function readRedirects(siteDir: string): Promise<Result<Redirect[]>> {
  const data = await readData(siteDir, REDIRECTS_FILE);
  if (!data.ok) return data;
  if (data.value === undefined) return success([]);
  const result = Redirects.safeParse(data.value);
  if (result.success)
    return success(Object.entries(result.data).map(([from, to]) => ({ from, to, file: REDIRECTS_FILE })));
  const problems = problemsIn(result.error, data.value, Redirects, () => ({ file: REDIRECTS_FILE })).map((problem) => {
    const from = problem.field ?? "";
    const isWhole = /^https?:\/\//.test(from) && URL.canParse(from);
    const hint = problem.hint ?? (isWhole ? `write "${new URL(from).pathname}"` : slashHint(from));
    return { ...problem, hint, written: `"${from}"` };
  });
  return failure(...problems);
}

function slashHint(from: string): string | undefined {
  return /^[^/\s?#*]/.test(from) ? `write "/${from}"` : undefined;
}
