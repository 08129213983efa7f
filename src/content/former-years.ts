/** Year pages that earlier builds have published and this one does not. */
import { type Content, redirectsOf } from "./content.ts";
import { LEDGER_FILE, type Ledger } from "./ledger.ts";
import { listOfYear, listsByDate, yearPathsOf } from "./listing.ts";
import type { Redirect } from "./redirect.ts";

/** Redirects from year pages of earlier builds whose lists are short again, or no longer have anything of that year. */
export function formerYears(content: Content, published: Ledger): Redirect[] {
  const paths = new Set(listsByDate(content).map(({ path }) => path));
  const now = new Set(yearPathsOf(content));
  const redirected = new Set(redirectsOf(content).map(({ from }) => from));
  return [...published.keys()].flatMap((from) => {
    const to = listOfYear(from);
    return to && paths.has(to) && !now.has(from) && !redirected.has(from) ? [{ from, to, file: LEDGER_FILE }] : [];
  });
}
