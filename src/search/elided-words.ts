/** Words that have lost their space to an apostrophe in French, Italian or Catalan: `isolation` in `l’isolation`. */

/** What is left of articles, pronouns, prepositions and conjunctions before a vowel. */
const ELIDED =
  /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|entr|un|gl|agl|degl|sugl|all|dell|dall|nell|sull|coll|quell|quest|sant|bell)['’]([\p{L}][\p{L}\p{M}\p{N}_-]+)/giu;

/** Each word once. An English page says few such things, and `s’il` does no harm there. */
export function elidedWordsIn(text: string): string[] {
  return [...new Set([...text.matchAll(ELIDED)].map(([, word = ""]) => word))];
}
