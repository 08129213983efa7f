/** Parts of a site that its settings can leave out: their pages don't exist then, and nothing links to them. */
import { z } from "zod";

/** Collections are among them by their names. */
export const SITE_PARTS = ["posts", "projects", "tags", "years", "search", "terms", "feeds"] as const;
export type SitePart = (typeof SITE_PARTS)[number];

export const WithoutParts = z
  .array(z.enum(SITE_PARTS, { error: `must be one of ${SITE_PARTS.join(", ")}` }), {
    error: 'must be a list, such as ["projects", "tags"]',
  })
  .default([]);

/** The index of terms is a part of search. */
export function hasPart({ without }: { readonly without: readonly SitePart[] }, part: SitePart): boolean {
  return !without.includes(part) && (part !== "terms" || !without.includes("search"));
}
