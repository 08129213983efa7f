/** Reads `_data/searches.ts`, where a site has one. */
import { z } from "zod";
import { didYouMean, type Place, type Problem } from "../content/problems/problem.ts";
import { GOLDEN_FILE, GoldenSearch } from "../search/golden.ts";
import { placesOfValues } from "./data-places.ts";
import { readData } from "./read-data.ts";
import { problemsIn } from "./validate.ts";

/** What is wrong is added to `problems`; `paths` are those of everything that is published. */
export async function readSearches(
  siteDir: string,
  paths: ReadonlySet<string>,
  problems: Problem[],
): Promise<GoldenSearch[]> {
  const searches = await readData(siteDir, GOLDEN_FILE, problems);
  if (searches === undefined) return [];
  const result = z.array(GoldenSearch, { error: "must be a list of searches" }).safeParse(searches);
  const length = Array.isArray(searches) ? searches.length : 0;
  const placeOf = (index: PropertyKey | undefined, key: PropertyKey | undefined): Place =>
    placesOfValues(siteDir, GOLDEN_FILE, String(key), length)[Number(index)] ?? { file: GOLDEN_FILE };
  if (!result.success) {
    problems.push(...problemsIn(result.error, searches, [], ([index, key]) => placeOf(index, key)));
    return [];
  }
  for (const [index, { query, finds }] of result.data.entries()) {
    if (paths.has(finds)) continue;
    const message = `"${query}" is to find ${finds}, which this site does not have`;
    const hint = didYouMean(finds, paths);
    problems.push({ ...placeOf(index, "finds"), message, hint, written: `"${finds}"` });
  }
  return result.data;
}
