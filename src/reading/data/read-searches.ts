/** Reads the golden searches of `_data/searches.ts`, if a site has one. */
import { z } from "zod";
import { GOLDEN_FILE, GoldenSearch, type PlacedSearch } from "../../content/golden-search.ts";
import type { Place } from "../../content/problems/problem.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { problemsIn } from "../front-matter/validate.ts";
import { placesOfValues } from "./data-places.ts";
import { readData } from "./read-data.ts";

const Searches = z.array(GoldenSearch, { error: "must be a list of searches" });

/** Each search with the place, in the file, of the address that it must find. Empty without the file. */
export async function readSearches(siteDir: string): Promise<Result<PlacedSearch[]>> {
  const data = await readData(siteDir, GOLDEN_FILE);
  if (!data.ok) return data;
  if (data.value === undefined) return success([]);
  const length = Array.isArray(data.value) ? data.value.length : 0;
  const placeOf = (index: PropertyKey | undefined, key: PropertyKey | undefined): Place =>
    placesOfValues(siteDir, GOLDEN_FILE, String(key), length)[Number(index)] ?? { file: GOLDEN_FILE };
  const result = Searches.safeParse(data.value);
  if (!result.success)
    return failure(...problemsIn(result.error, data.value, Searches, ([index, key]) => placeOf(index, key)));
  return success(result.data.map((search, index) => ({ ...search, place: placeOf(index, "finds") })));
}
