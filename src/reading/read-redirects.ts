/** Reads `_data/redirects.ts`, where a site has one. */
import type { Problem } from "../content/problems/problem.ts";
import { REDIRECTS_FILE, type Redirect, Redirects } from "../content/redirect.ts";
import { readData } from "./read-data.ts";

export async function readRedirects(siteDir: string, problems: Problem[]): Promise<Redirect[]> {
  const data = await readData(siteDir, REDIRECTS_FILE, problems);
  if (data === undefined) return [];
  const result = Redirects.safeParse(data);
  if (result.success) return Object.entries(result.data).map(([from, to]) => ({ from, to, file: REDIRECTS_FILE }));
  problems.push(
    ...result.error.issues.map(({ path, message }) => ({
      file: REDIRECTS_FILE,
      field: path.join("."),
      message,
      written: `"${path.join(".")}"`,
    })),
  );
  return [];
}
