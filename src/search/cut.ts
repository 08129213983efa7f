/**
 * Cuts sorted lines into pieces at places that depend on the lines there, and not on those before. So a line more or less changes
 * its own piece, rarely the next, and no others: most pieces of one build are also those of the next.
 */

/** In usual sizes: a piece is not cut below the first, and wherever it is above the second. */
const [LEAST, MOST] = [0.5, 2];
/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const [OFFSET, PRIME] = [0x811c9dc5, 0x01000193];

/**
 * Cuts pieces of about this size; a larger line is a piece of its own. `keyOf` gives the part of a line that stays when the rest of
 * it changes.
 */
export function cut<Line>(
  lines: Iterable<Line>,
  size: number,
  keyOf: (line: Line) => string,
  sizeOf: (line: Line) => number,
): Line[][] {
  const pieces: Line[][] = [];
  let piece: Line[] = [];
  let filled = 0;
  for (const line of lines) {
    const own = sizeOf(line);
    const isGoodPlace = filled >= LEAST * size && chanceOf(keyOf(line)) < own / (size * (1 - LEAST));
    if (piece.length > 0 && (isGoodPlace || filled + own > MOST * size)) {
      pieces.push(piece);
      piece = [];
      filled = 0;
    }
    piece.push(line);
    filled += own;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/** A number from 0 to 1 that follows from the key alone. */
function chanceOf(key: string): number {
  let hash = OFFSET;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), PRIME);
  // Short keys hardly change the upper bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
