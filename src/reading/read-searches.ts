/** Reads `_data/searches.ts`, where a site has one. */
import { z } from "zod";
import { didYouMean, type Problem } from "../content/problems/problem.ts";
import { GOLDEN_FILE, GoldenSearch } from "../search/golden.ts";
import { readData } from "./read-data.ts";

/** What is wrong is added to `problems`; `paths` are those of everything that is published. */
export async function readSearches(
  siteDir: string,
  paths: ReadonlySet<string>,
  problems: Problem[],
): Promise<GoldenSearch[]> {
  const searches = await readData(siteDir, GOLDEN_FILE, problems);
  if (searches === undefined) return [];
  const result = z.array(GoldenSearch, { error: "must be a list of searches" }).safeParse(searches);
  if (!result.success) {
    problems.push(
      ...result.error.issues.map((issue) => ({
        file: GOLDEN_FILE,
        field: issue.path.join("."),
        message: issue.message,
      })),
    );
    return [];
  }
  const missing = result.data.filter(({ finds }) => !paths.has(finds));
  problems.push(
    ...missing.map(({ query, finds }) => ({
      file: GOLDEN_FILE,
      message: `"${query}" is to find ${finds}, which this site does not have`,
      hint: didYouMean(finds, paths),
      written: `"${finds}"`,
    })),
  );
  return result.data;
}
