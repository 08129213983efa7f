/** The theme's faces: the families that style sheets name, and the file that each alphabet of them is in. */
import type { Alphabet } from "./alphabets.ts";
import { WESTERN } from "./alphabets.ts";

export interface Face {
  /** The stem of its files' names. */
  name: string;
  /** As CSS names it. */
  family: "Text" | "Code";
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
