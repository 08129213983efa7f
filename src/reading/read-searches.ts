/** Reads `_data/searches.ts`, where a site has one. */
import { z } from "zod";
import { failure, type Result, success } from "../content/problems/result.ts";
import { GOLDEN_FILE, GoldenSearch } from "../search/golden.ts";
import { readData } from "./read-data.ts";

const Searches = z.array(GoldenSearch, { error: "must be a list of searches" });

export async function readSearches(siteDir: string): Promise<Result<GoldenSearch[]>> {
  const data = await readData(siteDir, GOLDEN_FILE);
  if (!data.ok) return data;
  const result = Searches.safeParse(data.value ?? []);
  if (result.success) return success(result.data);
  const problems = result.error.issues.map(({ path, message }) => ({
    file: GOLDEN_FILE,
    field: path.join("."),
    message,
  }));
  return failure(...problems);
}
