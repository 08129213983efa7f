/** Cuts one alphabet out of a face's file. */
import { create, type Font } from "fontkit";
import subsetFont from "subset-font";
import { type Alphabet, FURTHER, WESTERN } from "../../theme/alphabets.ts";

export type Axes = Record<string, number | { min: number; max: number }>;

export interface CutRequest {
  /** The whole face as its foundry publishes it. */
  source: Buffer;
  alphabet: Alphabet;
  /** Characters that the western file of this face has beside its own, and no other file. */
  extra?: string;
  /** OpenType features, by their four letters. */
  features: readonly string[];
  /** What stays of a variable face's axes. */
  axes?: Axes | undefined;
}

export interface CutFace {
  /** woff2. */
  bytes: Uint8Array;
  /** In ascending order; none where the face has no character of the alphabet. */
  codePoints: number[];
}

/** Letters of a language's own, such as the Romanian ș; kept where a face has them. */
const SUBSTITUTION = ["ccmp", "locl"];
/** Where accents stand that are characters of their own. */
const MARKS = ["mark", "mkmk"];

/** As much of the alphabet as the face has. */
export async function cutFace({ source, alphabet, extra = "", features, axes }: CutRequest): Promise<CutFace> {
  const isWestern = alphabet === WESTERN;
  const bytes = await subsetFont(source, askedFor(codePointsOf(source), alphabet, extra), {
    targetFormat: "woff2",
    keepFeatures: [...features, ...(isWestern ? SUBSTITUTION : [...SUBSTITUTION, ...MARKS])],
    noHinting: true,
    ...(axes && { variationAxes: axes }),
  });
  return { bytes, codePoints: codePointsOf(bytes).toSorted((one, other) => one - other) };
}

/** The same of a face that must have all letters and features; throws where one is not in the source, or not in the result. */
export async function cutWholeFace(request: CutRequest): Promise<CutFace> {
  const { source, alphabet, extra = "", features } = request;
  const isWestern = alphabet === WESTERN;
  const letters = isWestern ? alphabet.letters + extra : without(alphabet.letters, extra);
  const check = (bytes: Uint8Array) => {
    const missing = missingFrom(bytes, letters, isWestern ? features : []);
    if (missing) throw new Error(missing);
  };
  check(source);
  const cut = await cutFace(request);
  check(cut.bytes);
  return cut;
}

/** Says which letters and features a font file lacks; undefined when it has them all. */
export function missingFrom(bytes: Uint8Array, letters: string, features: readonly string[]): string | undefined {
  const absent = lettersMissing(bytes, letters);
  const tags = featuresOf(create(Buffer.from(bytes)));
  const lacking = features.filter((feature) => !tags.has(feature));
  const parts = [
    absent.length > 0 && `the letters ${absent.map(named).join(", ")}`,
    lacking.length > 0 && `the features ${lacking.join(", ")}`,
  ].filter(Boolean);
  return parts.length > 0 ? `the font lacks ${parts.join(" and ")}` : undefined;
}

/** Those of `letters` that a font file has no glyph for. */
export function lettersMissing(bytes: Uint8Array, letters: string): string[] {
  const present = new Set(codePointsOf(bytes));
  return [...new Set(letters)].filter((letter) => !present.has(letter.codePointAt(0) ?? 0));
}

/** The four letters of each OpenType feature. */
export function featuresOf({ GSUB, GPOS }: Font): Set<string> {
  return new Set([GSUB, GPOS].flatMap((table) => table?.featureList?.map(({ tag }) => tag) ?? []));
}

function named(letter: string): string {
  return `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
}

/** The source's characters that belong to this alphabet, and to none before it. */
function askedFor(codePoints: number[], alphabet: Alphabet, extra: string): string {
  const order = [WESTERN, ...FURTHER];
  const before = order.slice(0, order.indexOf(alphabet));
  const isIn = (codePoint: number, { blocks }: Alphabet) =>
    blocks.some(([first, last]) => codePoint >= first && codePoint <= last);
  const mine = codePoints.filter((codePoint) => isIn(codePoint, alphabet));
  const left = mine.filter((codePoint) => !before.some((earlier) => isIn(codePoint, earlier)));
  const own = String.fromCodePoint(...left);
  return alphabet === WESTERN ? own + extra : without(own, extra);
}

function without(text: string, characters: string): string {
  return [...text].filter((character) => !characters.includes(character)).join("");
}

/** Of a font file, without U+FFFF, by which its table of characters ends. */
export function codePointsOf(bytes: Uint8Array): number[] {
  return create(Buffer.from(bytes)).characterSet.filter((codePoint) => codePoint !== 0xffff);
}
