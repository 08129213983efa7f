/** Reads a text from left to right by patterns, and keeps track of lines. */
export class Scanner {
  readonly #text: string;
  /** Of each character's line, in the text that the author wrote. */
  readonly #lines: readonly { text: string; line: number }[];
  #at = 0;
  /** Line breaks that were read. */
  #breaks = 0;

  /** The lines are read as one text, with a line break between two. */
  constructor(lines: readonly { text: string; line: number }[]) {
    this.#lines = lines;
    this.#text = lines.map(({ text }) => text).join("\n");
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** The line of the position; at the end, that of the last line. */
  get line(): number {
    return this.#lines[this.#breaks]?.line ?? 0;
  }

  /** Matches a pattern, which has the flag `y`, at the position, and moves behind the match. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const found = this.#look(pattern);
    if (!found) return undefined;
    this.#at += found[0].length;
    this.#breaks += found[0].split("\n").length - 1;
    return found;
  }

  sees(pattern: RegExp): boolean {
    return this.#look(pattern) !== undefined;
  }

  /** From here up to the end of the line. */
  get restOfLine(): string {
    const end = this.#text.indexOf("\n", this.#at);
    return this.#text.slice(this.#at, end < 0 ? undefined : end);
  }

  #look(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text) ?? undefined;
  }
}
