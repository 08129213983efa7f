/** A diagram or a chart, drawn from text. */
export interface Drawing {
  /** Inline SVG in the page's own colours and face. It has no ids, so that a page can have it twice. */
  svg: string;
  /** Its alternative text; empty if there is none. */
  spoken: string;
  /** Missing where it has characters that the site's font lacks. */
  picture?: DrawnPicture | undefined;
  /** The numbers that it shows, where it is drawn from some. */
  table?: DrawingTable | undefined;
}

/** Numbers as they were written. */
export interface DrawingTable {
  columns: string[];
  rows: string[][];
  /** By column. */
  isNumber: boolean[];
}

/** What a picture is drawn from: each kind has a grammar of its own. */
export type DrawingKind = "mermaid" | "plot" | "dot";

export interface DrawingText {
  kind: DrawingKind;
  text: string;
  /** Where it begins. */
  start: { file: string; line: number };
  /** For a plot whose numbers are in a file beside the page. */
  table?: { file: string; text: string };
  /** For a plot whose numbers come from samples. */
  given?: GivenTable;
}

/** A table that nobody wrote. */
export interface GivenTable {
  columns: string[];
  rows: string[][];
}

/** A diagram in a file of its own, by day, for feed readers: few of them show inline SVG. */
export interface DrawnPicture {
  /** Site-relative. */
  path: string;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** What it is made of, as JSON that only `pictures/` reads. */
  sketch: string;
}
