/** The notice above search results: how the query was changed, and how to undo that. */
import type { Answer, Query } from "../../search/query/find.ts";

/** One or more sentences, or nothing where the words were taken as they are. */
export function noticeOf({ corrections, unknown, lacking, leftOut }: Answer, { literal }: Query): string {
  if (literal) return "";
  const corrected = corrections.map(({ typed, used }) => `“${used}” was searched for in place of “${typed}”.`);
  const left = unknown.map((typed) => `No page has “${typed}”.`);
  const ignored = leftOut.length > 0 && `Left out: ${leftOut.map((typed) => `“${typed}”`).join(", ")}.`;
  const without = { all: "No page has all of the words.", some: "Some pages lack a word." };
  return [...corrected, ...left, lacking && without[lacking], ignored].filter(Boolean).join(" ");
}

/** How many pages there are, for eyes and ears alike. */
export function countOf({ total, results }: Answer, text: string): string {
  if (total === 0) return `Nothing found for “${text}”.`;
  const shown = total > results.length ? `, the first ${results.length} shown` : "";
  return `${total} ${total === 1 ? "page" : "pages"} found for “${text}”${shown}.`;
}
