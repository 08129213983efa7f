/** By which a script finds a sample's code on its page: FNV-1a, of 32 bits, http://www.isthe.com/chongo/tech/comp/fnv/. */
export function codeKey(code: string): string {
  let hash = 0x811c9dc5;
  for (const character of code.trimEnd()) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
