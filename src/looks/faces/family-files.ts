/** The files of one family as they are published: cut into alphabets, with a fallback that takes the same room. */
import { create, type Font } from "fontkit";
import { type Cache, digestOf } from "../../pictures/cache.ts";
import { type Alphabet, FURTHER, WESTERN } from "../../theme/alphabets.ts";
import type { Family, FamilyFiles } from "../../theme/faces.ts";
import { type Axes, codePointsOf, cutFace, featuresOf, lettersMissing } from "./cut-face.ts";
import { fallbackRule, type Generic } from "./fallback-face.ts";
import { fontRule } from "./font-rules.ts";

/** Goes up when the same file is to be cut anew. */
const VERSION = 1;
/** Features that a face keeps if it has them. */
const FEATURES = ["kern", "liga", "lnum", "onum", "pnum", "tnum", "zero", "calt"];
/** The weights that text and titles have; of a variable face no others are published. */
const WEIGHTS = { min: 400, max: 700 };
const REGULAR = 400;
/** Source Serif's size for running text; a face with optical sizes is set at the same. */
const OPTICAL_SIZE = 16;
/** PANOSE's serif styles from 11 on are without serifs. */
const FIRST_SANS = 11;

/** A font file of a theme. */
export interface FontFile {
  /** Without its folder. */
  name: string;
  bytes: Buffer;
}

export interface FamilyRequest {
  family: Family;
  /** At least one. */
  files: readonly FontFile[];
  /** By default, as the font's own tables say. */
  generic: Generic | undefined;
}

interface Measured {
  file: FontFile;
  font: Font;
  weight: { least: number; most: number };
  isItalic: boolean;
}

/** Throws where a file holds no font. `missing` are letters of western languages that its regular face lacks. */
export async function familyFiles(
  { family, files, generic }: FamilyRequest,
  cache: Cache,
): Promise<FamilyFiles & { missing: string[] }> {
  const faces = files.map(measured).sort(byRegularity);
  const [first] = faces;
  if (!first) throw new Error("a family has at least one file");
  const kind = generic ?? genericOf(first.font, family);
  const cuts = await Promise.all(faces.map((face) => cutAll(face, family, cache)));
  const western = cuts.flatMap((cut) => cut.filter(({ alphabet }) => alphabet === WESTERN));
  const further = FURTHER.map((alphabet) => {
    const rules = cuts.flatMap((cut) => cut.filter((one) => one.alphabet === alphabet).map(({ rule }) => rule));
    return [alphabet.name, rules.join("")] as const;
  });
  const other = faces.findIndex(({ isItalic }) => isItalic !== first.isItalic);
  // By what is published: the source may be another instance of a variable face.
  const fallbacks = [0, other].flatMap((at) => {
    const [face, cut] = [faces[at], cuts[at]?.[0]];
    return face && cut ? [{ family, generic: kind, font: create(cut.bytes), isItalic: face.isItalic }] : [];
  });
  return {
    rules: western.map(({ rule }) => rule).join("") + fallbacks.map(fallbackRule).join(""),
    further: new Map(further),
    files: new Map(cuts.flatMap((cut) => cut.map(({ file, bytes }) => [file, bytes] as const))),
    regular: cuts[0]?.map(({ file }) => file) ?? [],
    generic: kind,
    missing: lettersMissing(first.file.bytes, WESTERN.letters),
  };
}

/** The upright face whose weight is nearest to that of text comes first. */
function byRegularity(one: Measured, other: Measured): number {
  const distance = ({ weight }: Measured) => Math.max(weight.least - REGULAR, REGULAR - weight.most, 0);
  return Number(one.isItalic) - Number(other.isItalic) || distance(one) - distance(other);
}

function measured(file: FontFile): Measured {
  const font = create(file.bytes);
  const axis = font.variationAxes["wght"];
  const fixed = font["OS/2"]?.usWeightClass ?? REGULAR;
  return {
    file,
    font,
    weight: axis ? within(axis) : { least: fixed, most: fixed },
    isItalic: font["OS/2"]?.fsSelection.italic === true || font.italicAngle !== 0,
  };
}

/** The range of an axis that is published. */
function within({ min, max }: { min: number; max: number }): { least: number; most: number } {
  const least = Math.min(Math.max(min, WEIGHTS.min), max);
  return { least, most: Math.max(least, Math.min(max, WEIGHTS.max)) };
}

interface Cut {
  alphabet: Alphabet;
  file: string;
  bytes: Uint8Array;
  rule: string;
}

async function cutAll({ file, font, weight, isItalic }: Measured, family: Family, cache: Cache): Promise<Cut[]> {
  const present = featuresOf(font);
  const features = FEATURES.filter((feature) => present.has(feature));
  const axes = axesOf(font, weight);
  const source = digestOf(file.bytes);
  const codePoints = new Set(font.characterSet);
  const stem = `${family.toLowerCase()}-${nameFor(file.name)}`;
  const cuts = [WESTERN, ...FURTHER].map(async (alphabet): Promise<Cut | undefined> => {
    if (!has(codePoints, alphabet)) return undefined;
    const key = JSON.stringify([VERSION, source, alphabet.blocks, features, axes]);
    const cut = () => cutFace({ source: file.bytes, alphabet, features, axes }).then(({ bytes }) => bytes);
    const bytes = await cache.bytes("faces", key, cut);
    const name = alphabet === WESTERN ? `${stem}.woff2` : `${stem}-${alphabet.name}.woff2`;
    const rule = fontRule({
      ...{ family, file: name },
      ...(isItalic && { style: "italic" as const }),
      weight: weight.least === weight.most ? String(weight.least) : `${weight.least} ${weight.most}`,
      ...(alphabet !== WESTERN && { codePoints: codePointsOf(bytes).toSorted((one, other) => one - other) }),
    });
    return { alphabet, file: name, bytes, rule };
  });
  return (await Promise.all(cuts)).filter((cut) => cut !== undefined);
}

/** Whether a face has a character of an alphabet that no earlier one has taken. */
function has(codePoints: ReadonlySet<number>, alphabet: Alphabet): boolean {
  const isIn = (blocks: Alphabet["blocks"], codePoint: number) =>
    blocks.some(([first, last]) => codePoint >= first && codePoint <= last);
  const order = [WESTERN, ...FURTHER];
  const before = order.slice(0, order.indexOf(alphabet));
  return [...codePoints].some(
    (point) => isIn(alphabet.blocks, point) && !before.some(({ blocks }) => isIn(blocks, point)),
  );
}

/** Weights stay; every other axis is fixed where it stands, optical size where text is set. */
function axesOf({ variationAxes }: Font, weight: Measured["weight"]): Axes | undefined {
  const axes = Object.entries(variationAxes).map(([tag, axis]): [string, Axes[string]] => {
    if (tag === "wght")
      return [tag, weight.least === weight.most ? weight.least : { min: weight.least, max: weight.most }];
    return [tag, tag === "opsz" ? Math.min(axis.max, Math.max(axis.min, OPTICAL_SIZE)) : axis.default];
  });
  return axes.length > 0 ? Object.fromEntries(axes) : undefined;
}

function genericOf(font: Font, family: Family): Generic {
  if (family === "Code") return "monospace";
  const [kind, serif = 0] = font["OS/2"]?.panose ?? [];
  return kind === 2 && serif >= 2 && serif < FIRST_SANS ? "serif" : "sans-serif";
}

/** A file's name as a part of an address. */
function nameFor(file: string): string {
  return file
    .replace(/\.[^.]*$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
