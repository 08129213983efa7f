declare module "fontkit" {
  export interface PathCommand {
    command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
    args: number[];
  }
  export interface Glyph {
    id: number;
    path: { commands: PathCommand[] };
  }
  export interface FeatureTable {
    featureList?: { tag: string }[];
  }
  export interface Font {
    unitsPerEm: number;
    ascent: number;
    descent: number;
    /** All code points that it has glyphs for. */
    characterSet: number[];
    GSUB?: FeatureTable;
    GPOS?: FeatureTable;
    hasGlyphForCodePoint(codePoint: number): boolean;
    /** `features` are OpenType's, by their four letters. */
    layout(
      text: string,
      features?: string[],
    ): { advanceWidth: number; glyphs: Glyph[]; positions: { xAdvance: number; xOffset: number }[] };
  }
  /** Of a file that holds one font. */
  export function create(bytes: Uint8Array): Font;
}
