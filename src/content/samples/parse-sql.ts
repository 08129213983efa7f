/** PostgreSQL's own parser. The same sample is checked and coloured, so the last ones are remembered. */
import { loadModule, type ParseResult, parseSync } from "libpg-query";

/** A few of a page: between checking a sample and colouring it there are others. */
const MOST_REMEMBERED = 32;
/** Much longer ones are rare, and their trees large. */
const LONGEST_REMEMBERED = 5_000;

const remembered = new Map<string, () => ParseResult>();

await loadModule();

/** The parse tree, which nobody may change; throws what the parser throws, `SqlError` for a mistake in the SQL. */
export function parseSql(sql: string): ParseResult {
  const known = remembered.get(sql);
  if (known) return known();
  const parsed = outcomeOf(sql);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  if (sql.length <= LONGEST_REMEMBERED) remembered.set(sql, parsed);
  return parsed();
}

function outcomeOf(sql: string): () => ParseResult {
  try {
    const tree = parseSync(sql);
    return () => tree;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
