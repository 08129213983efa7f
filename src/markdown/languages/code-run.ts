/** A stretch of code and what it is to a reader: the shape that every highlighter gives. */
export interface CodeRun {
  /** The class of its element: see `ROLES` in `highlight.ts`. Undefined for plain text. */
  role: string | undefined;
  text: string;
}
