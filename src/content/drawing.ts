/** A diagram, drawn from text. */
export interface Drawing {
  /** Inline SVG in the page's own colours and face. Ids begin with `prefix`, since they must differ in a page. */
  svg: (prefix: string) => string;
  /** Missing where it has signs that the site's font lacks. */
  picture?: DrawnPicture | undefined;
}

/** A diagram in a file of its own, by day, for feed readers: few of them show inline SVG. */
export interface DrawnPicture {
  /** Site-relative. */
  path: string;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** What it is made of. */
  svg: string;
}

/** What is wrong with a diagram's text. */
export interface DrawingFault {
  /** Counted from 0 in the diagram's text. */
  line: number;
  message: string;
  hint?: string | undefined;
}
