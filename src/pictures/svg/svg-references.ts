/** Resolves character references and entities. */

const PREDEFINED: [name: string, text: string][] = [
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
];
const REFERENCE = /&(?:#(x[0-9a-f]+|\d+)|([\p{L}_][\p{L}\p{M}\p{N}_:.-]*));/giu;
/** https://www.w3.org/TR/xml/#charsets */
const NO_CHARACTER = /(?![\t\n\r\x80-\x9f])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/u;

/** Returns a function that resolves references; unknown ones are left in. */
export function resolverOf(entities: Map<string, string>): (text: string) => string {
  const known = new Map([...entities, ...PREDEFINED]);
  return (text) =>
    text.includes("&")
      ? text.replace(REFERENCE, (whole, code?: string, name?: string) =>
          code ? characterOf(code) : (known.get(name ?? "") ?? whole),
        )
      : text;
}

/** True where every reference is known and every character allowed: XML parsers give up at others. */
export function isResolved(text: string, entities: Map<string, string>): boolean {
  if (NO_CHARACTER.test(text)) return false;
  if (!text.includes("&")) return true;
  const known = new Set([...entities.keys(), ...PREDEFINED.map(([name]) => name)]);
  const left = text.replace(REFERENCE, (_, code?: string, name?: string) => {
    const isKnown = code ? !NO_CHARACTER.test(characterOf(code)) : known.has(name ?? "");
    return isKnown ? "" : "&";
  });
  return !left.includes("&");
}

/** U+FFFE, which XML forbids, for an invalid code point. */
function characterOf(code: string): string {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  return point <= 0x10ffff ? String.fromCodePoint(point) : "\uFFFE";
}
