/** Names in code that are written without spaces around them, and would not be found as words: `thread::yield_now();`. */

const IDENTIFIER = /[\p{L}_$][\p{L}\p{N}_$]*/gu;
const COMPOUND = /[\p{L}\p{N}]_+[\p{L}\p{N}]|\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u;

/** Each compound name once: `yield_now`, `lastDay`, `HTMLParser`. */
export function identifiersIn(text: string): string[] {
  const names = text.match(IDENTIFIER) ?? [];
  return [...new Set(names.filter((name) => COMPOUND.test(name)))];
}
