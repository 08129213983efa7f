/** Reads `_data/redirects.ts`, if a site has one. */
import { failure, type Result, success } from "../../content/problems/result.ts";
import { REDIRECTS_FILE, type Redirect, Redirects, redirectOf } from "../../content/redirect.ts";
import { problemsIn } from "../front-matter/validate.ts";
import { readData } from "./read-data.ts";

export async function readRedirects(siteDir: string): Promise<Result<Redirect[]>> {
  const data = await readData(siteDir, REDIRECTS_FILE);
  if (!data.ok) return data;
  if (data.value === undefined) return success([]);
  const result = Redirects.safeParse(data.value);
  if (result.success) return success(Object.entries(result.data).map(([from, to]) => redirectOf(from, to)));
  const problems = problemsIn(result.error, data.value, Redirects, () => ({ file: REDIRECTS_FILE }));
  return failure(...problems.map((problem) => ({ ...problem, written: `"${problem.field ?? ""}"` })));
}
