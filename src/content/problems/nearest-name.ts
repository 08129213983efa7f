/** Finds the name that a misspelt word is nearest to. */
import { distance } from "fastest-levenshtein";

/** At least two, and one in three letters of a longer word. */
function mostEdits(word: string): number {
  return Math.max(2, word.length / 3);
}

/** The first of the nearest candidates, in any case; undefined if none is near enough to be meant. */
export function nearestName(
  word: string,
  candidates: Iterable<string>,
  most: number = mostEdits(word),
): string | undefined {
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const edits = editsOf(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) [nearest, fewest] = [candidate, edits];
  }
  return fewest <= most ? nearest : undefined;
}

/** A hint with that name. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const name = nearestName(word, candidates);
  return name === undefined ? undefined : `did you mean "${name}"?`;
}

/** Levenshtein distance, with two swapped letters as one edit. */
export function editsOf(one: string, other: string): number {
  const edits = distance(one, other);
  return edits === 2 && isSwapped(one, other) ? 1 : edits;
}

function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return one.length === other.length && one[at] === other[at + 1] && one[at + 1] === other[at];
}
