/** Golden searches, which must find certain pages; every build runs them. */
import { z } from "zod";
import { PagePath } from "./address.ts";
import type { Place } from "./problems/problem.ts";
import { Text } from "./text/text.ts";

export const GOLDEN_FILE = "_data/searches.ts";

const FEW = "must be a whole number from 1 to 10";

export const GoldenSearch = z.strictObject({
  /** As a reader would type it. */
  query: Text,
  /** The path of the page that must be found. */
  finds: PagePath,
  /** It must be among so many of the first results. */
  among: z.int({ error: FEW }).positive({ error: FEW }).max(10, { error: FEW }).default(3),
});
export type GoldenSearch = z.infer<typeof GoldenSearch>;
/** A search, and the line of its address in `_data/searches.ts`. */
export type PlacedSearch = GoldenSearch & { readonly place: Place };
/** What `_data/searches.ts` exports a list of. */
export type GoldenSearchInput = z.input<typeof GoldenSearch>;
