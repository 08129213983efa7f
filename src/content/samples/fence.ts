/** A block of code as it stands in a content file, which can be read without being run. */
export interface Fence {
  /** The content file. */
  file: string;
  /** Of its first line of code, counted from 1. */
  line: number;
  /** In lower case. */
  language: string;
  code: string;
}
