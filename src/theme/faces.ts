/** The theme's faces: the families that style sheets name, and the file that each alphabet of them is in. */
import type { Alphabet } from "./alphabets.ts";
import { WESTERN } from "./alphabets.ts";

/** As CSS names them: everything that is language, and everything that is code. */
export type Family = "Text" | "Code";

export interface Face {
  /** The stem of its files' names. */
  name: string;
  family: Family;
  /** Descriptors of its @font-face rules. */
  style?: "italic";
  weight?: string;
}

export const ROMAN: Face = { name: "serif-roman", family: "Text", weight: "400 650" };
export const ITALIC: Face = { name: "serif-italic", family: "Text", style: "italic", weight: "400 650" };
export const MONO: Face = { name: "mono", family: "Code" };
export const FACES: readonly Face[] = [ROMAN, ITALIC, MONO];

/** The file's name without its extension. */
export function fontFile({ name }: Face, alphabet: Alphabet): string {
  return alphabet === WESTERN ? name : `${name}-${alphabet.name}`;
}

/** A family that a site's theme has in place of ours, as it is published. */
export interface FamilyFiles {
  /** @font-face rules for every page: of the western alphabet, and of a fallback that takes the same room. */
  rules: string;
  /** Those of further alphabets, by the alphabet's name. */
  further: ReadonlyMap<string, string>;
  /** woff2 files by the names that the rules have, below `/assets/`. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The names of the upright, regular face's files, the western one first. */
  regular: readonly string[];
  /** The generic family after its own in `font-family`. */
  generic: string;
}
