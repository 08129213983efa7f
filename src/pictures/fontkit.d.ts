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
  export interface Axis {
    min: number;
    default: number;
    max: number;
  }
  export interface Font {
    unitsPerEm: number;
    ascent: number;
    descent: number;
    /** In degrees; negative where letters lean forwards. */
    italicAngle: number;
    /** All code points that it has glyphs for. */
    characterSet: number[];
    /** By their four letters; none of a face that is not variable. */
    variationAxes: Record<string, Axis>;
    GSUB?: FeatureTable;
    GPOS?: FeatureTable;
    "OS/2"?: {
      usWeightClass: number;
      fsSelection: { italic: boolean };
      panose: number[];
    };
    hasGlyphForCodePoint(codePoint: number): boolean;
    /** `features` are OpenType's, by their four letters. */
    layout(
      text: string,
      features?: string[],
    ): { advanceWidth: number; glyphs: Glyph[]; positions: { xAdvance: number; xOffset: number; yOffset: number }[] };
  }
  /** Of a file that holds one font; throws where it holds none. */
  export function create(bytes: Uint8Array): Font;
}
