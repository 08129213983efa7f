/** The notice above search results: how the query was changed, and how to undo that. */
import type { Answer, Query } from "../../search/query/find.ts";
import { word } from "./words.ts";

/** One or more sentences, or nothing where the words were taken as they are. */
export function noticeOf({ total, corrections, unknown, lacking, leftOut }: Answer, { literal, text }: Query): string {
  if (literal) return "";
  const corrected = corrections.map(({ typed, used }) => word("correctedTo", { typed, used }));
  // Where that is all there was, the count below says it.
  const missed = unknown.filter((typed) => total > 0 || typed !== text.trim());
  const left = missed.map((typed) => word("unknownWord", { typed }));
  const ignored =
    leftOut.length > 0 &&
    word("leftOut", { words: leftOut.map((typed) => word("quoted", { text: typed })).join(word("comma")) });
  const without = { all: "noPageHasAll", some: "someLack" } as const;
  return [...corrected, ...left, lacking && word(without[lacking]), ignored].filter(Boolean).join(" ");
}

/** How many pages there are, for eyes and ears alike. */
export function countOf({ total, results }: Answer, text: string): string {
  if (total === 0) return word("nothingFound", { text });
  const values = { count: total, text, shown: results.length };
  return word(total > results.length ? "foundFirst" : "found", values);
}
