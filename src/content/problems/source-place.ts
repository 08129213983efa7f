import type { SourceMap } from "node:module";
import type { Place } from "./problem.ts";

/** What a place of a bundle is in its sources, each named as its map does; undefined for one that comes from none. Counts from 1. */
export function sourcePlace(
  map: Pick<SourceMap, "findEntry">,
  line: number,
  column: number,
): Required<Place> | undefined {
  const entry = map.findEntry(line - 1, column - 1);
  if (!("originalSource" in entry)) return undefined;
  return { file: entry.originalSource, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}
