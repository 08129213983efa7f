/** Reads `_data/searches.ts`, where a site has one. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { didYouMean, type Problem } from "../content/problem.ts";
import { GOLDEN_FILE, GoldenSearch } from "../search/golden.ts";

/** What is wrong is added to `problems`; `paths` are those of everything that is published. */
export async function readSearches(
  siteDir: string,
  paths: ReadonlySet<string>,
  problems: Problem[],
): Promise<GoldenSearch[]> {
  const path = join(siteDir, GOLDEN_FILE);
  if (!existsSync(path)) return [];
  const { default: searches } = (await import(pathToFileURL(path).href)) as { default: unknown };
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
    })),
  );
  return result.data;
}
