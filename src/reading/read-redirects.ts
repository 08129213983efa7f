/** Reads `_data/redirects.ts`, where a site has one. */
import { failure, type Result, success } from "../content/problems/result.ts";
import { REDIRECTS_FILE, type Redirect, Redirects } from "../content/redirect.ts";
import { readData } from "./read-data.ts";

export async function readRedirects(siteDir: string): Promise<Result<Redirect[]>> {
  const data = await readData(siteDir, REDIRECTS_FILE);
  if (!data.ok) return data;
  if (data.value === undefined) return success([]);
  const result = Redirects.safeParse(data.value);
  if (result.success)
    return success(Object.entries(result.data).map(([from, to]) => ({ from, to, file: REDIRECTS_FILE })));
  const problems = result.error.issues.map(({ path, message }) => {
    const field = path.join(".");
    return { file: REDIRECTS_FILE, field, message, written: `"${field}"` };
  });
  return failure(...problems);
}
