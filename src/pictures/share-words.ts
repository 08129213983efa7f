/** Puts a page's title in letters that the site's face has; if it has none of them, the address stands in. */
import type { ShareCard, ShareText } from "../content/page-needs.ts";
import type { Typeface } from "./typeface.ts";

/** A place where a line may end without a space. */
const BREAK = "\u200b";
const SEGMENTER = new Intl.Segmenter("en", { granularity: "grapheme" });
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
/** Joiners, variation selectors, soft hyphens, marks of direction, none of which is seen; and the frame of a key. */
const INVISIBLE = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}|\u20e3/gu;
/** They part and join letters of Arabic and Indic scripts, whose faces have them, and are nothing elsewhere. */
const JOINERS = /[\u200c\u200d]/g;
const NEAREST: Record<string, string> = { "‑": "-", "⇒": "→", "⟶": "→", "⟹": "→", "⇐": "←", "⟵": "←", "⟸": "←" };

/** The words on the picture. Emoji are left out, and a title without letters in the face is replaced by the address. */
export function legibleCard({ title, foot, address, cover }: ShareText, typeface: Typeface): ShareCard {
  const host = address.split("/")[0] ?? "";
  return {
    title: legible(title, typeface) ?? brokenAddress(address, typeface) ?? host,
    foot: legible(foot, typeface) ?? host,
    ...(cover && { cover }),
  };
}

function legible(text: string, typeface: Typeface): string | undefined {
  const spelled = [...SEGMENTER.segment(text)].map(({ segment }) => spell(segment, typeface)).join("");
  const words = spelled.replace(/\s+/g, " ").trim();
  return /[\p{L}\p{N}]/u.test(words) && typeface.has(words) ? withBreaks(words) : undefined;
}

/** Scripts whose lines end between words that have no spaces around them. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
/** No line begins with these, and none ends with an opening mark. */
const NO_START = /^[\p{Pe}\p{Pf}\p{Po}ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/u;
const NO_END = /[\p{Ps}\p{Pi}]$/u;
const WORDS = new Intl.Segmenter("ja", { granularity: "word" });

function withBreaks(text: string): string {
  if (!UNSPACED.test(text)) return text;
  let [broken, last] = ["", ""];
  for (const { segment } of WORDS.segment(text)) {
    const isPlace = (UNSPACED.test(segment) || UNSPACED.test(last) || NO_START.test(last)) && !NO_START.test(segment);
    broken += isPlace && last && !NO_END.test(last) ? BREAK + segment : segment;
    last = segment;
  }
  return broken;
}

/** Spells what people see as one character with letters that the face has. */
function spell(grapheme: string, typeface: Typeface): string {
  const plain = grapheme.normalize("NFC").replace(INVISIBLE, "");
  if (typeface.has(plain)) return plain;
  const unjoined = plain.replace(JOINERS, "");
  if (unjoined !== plain && typeface.has(unjoined)) return unjoined;
  if (EMOJI.test(plain)) return "";
  const simpler = NEAREST[plain] ?? plain.normalize("NFKC");
  return typeface.has(simpler) ? simpler : plain;
}

function brokenAddress(address: string, typeface: Typeface): string | undefined {
  const readable = decoded(address).replace(/\/$/, "");
  return typeface.has(readable) ? readable.replace(/[/-]/g, `$&${BREAK}`) : undefined;
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
