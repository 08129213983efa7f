/** Finds the one name that a word can be a misspelling of. */
import { editsOf } from "./nearest-name.ts";

/** Shorter words are close to too many others. */
const SHORTEST = 4;
/** How many more edits the second-best candidate must need. */
const APART = 2;

/**
 * The candidate that was certainly meant; undefined if another is possible. It differs only in case, in hyphens, spaces and underscores,
 * in one letter, or in two swapped letters; never in a digit or the first letter.
 */
export function onlyMeant(word: string, candidates: Iterable<string>, shortest = SHORTEST): string | undefined {
  const all = [...new Set(candidates)].filter((candidate) => candidate !== word);
  const alike = all.filter((candidate) => plain(candidate) === plain(word));
  if (alike.length > 0) return alike.length === 1 ? alike[0] : undefined;
  if (word.length < shortest) return undefined;
  const ranked = all.map((candidate) => ({ candidate, edits: editsOf(lower(word), lower(candidate)) }));
  const [best, next] = ranked.sort((a, b) => a.edits - b.edits);
  if (!best || (next && next.edits < best.edits + APART)) return undefined;
  const { candidate, edits } = best;
  const isSameNumber = digitsOf(word) === digitsOf(candidate) && lower(word)[0] === lower(candidate)[0];
  return edits === 1 && isSameNumber && candidate.length >= shortest ? candidate : undefined;
}

function plain(word: string): string {
  return lower(word).replace(/[-_ ]/g, "");
}

function lower(word: string): string {
  return word.normalize("NFC").toLowerCase();
}

function digitsOf(word: string): string {
  return word.replace(/\P{N}/gu, "");
}
