/** A code block of a content file, whose syntax can be checked without running it. */
export interface Fence {
  /** The content file. */
  file: string;
  /** Of its first line of code, counted from 1. */
  line: number;
  /** In lower case. */
  language: string;
  code: string;
  /** Lines that it shows as removed, counted from 1. */
  removed?: readonly number[];
}
