/** A stretch of code and what it is to a reader: the shape that every highlighter gives. */
export interface CodeRun {
  /** The class of its element, or several: see `roles.ts`. Undefined for plain text. */
  role: string | undefined;
  text: string;
  /** True where white space is no part of what stands before it: it was typed behind a prompt, or has a ground of its own. */
  isExact?: boolean;
}
