/** `npm run bench -- searches FOLDER`: writes searches for the posts in it, for `npm run bench -- search FOLDER`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPosts } from "./corpus.ts";
import { knownItems } from "./known-items.ts";

/** No target can be missed. */
export async function writeSearches(folder: string): Promise<string[]> {
  const items = knownItems(readPosts(folder).entries);
  const lines = items.map(({ kind, query, targets }) => JSON.stringify({ kind, query, target: targets[0], targets }));
  writeFileSync(join(folder, "queries.jsonl"), `${lines.join("\n")}\n`);
  console.log(`${items.length} searches`);
  return [];
}
