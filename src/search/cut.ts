/**
 * Cuts sorted lines into pieces at places that depend on what stands there and not on what came before: a line more or less
 * changes its own piece, seldom the next ones, and no others. So the pieces of one build are those of the next.
 */

/** Of a piece's usual size: below the first nothing is cut, and above the second there is no waiting for a better place. */
const [LEAST, MOST] = [0.5, 2];
/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const [OFFSET, PRIME] = [0x811c9dc5, 0x01000193];

/**
 * Pieces are of about the given size, a line that is larger by itself included. `keyOf` gives what a line keeps when its other
 * contents change.
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

/** The same for a key at all times, from 0 to 1. */
function chanceOf(key: string): number {
  let hash = OFFSET;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), PRIME);
  // Few letters hardly reach the upper bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
