/** A diagram, drawn from text. */
export interface Drawing {
  /** Inline SVG in the page's own colours and face. Ids begin with `prefix`, since they must differ in a page. */
  svg: (prefix: string) => string;
}

/** What is wrong with a diagram's text. */
export interface DrawingFault {
  /** Counted from 0 in the diagram's text. */
  line: number;
  message: string;
  hint?: string | undefined;
}
