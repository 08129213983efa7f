/** The text of a paragraph as one string, so that rules can look past the ends of emphasis and links. */
import type { Token } from "markdown-it";
import { tokenAt } from "./tokens.ts";

/** Stands for what is no text: code, a picture, a formula. */
const OBJECT = "\uFFFC";

export class InlineText {
  /** Text, `\n` for a line end, and U+FFFC for each thing that is no text; marks of emphasis and links leave nothing. */
  readonly text: string;
  /** Where in `text` each token begins. */
  readonly #starts: number[];
  readonly #tokens: Token[];

  constructor(tokens: Token[]) {
    const parts = tokens.map(textIn);
    this.text = parts.join("");
    this.#tokens = tokens;
    let start = 0;
    this.#starts = parts.map((part) => {
      start += part.length;
      return start - part.length;
    });
  }

  /** Writes one character for another. `text` stays as it was, so that places in it stay what they are. */
  replace(at: number, character: string): void {
    const index = this.#starts.findLastIndex((start) => start <= at);
    const token = tokenAt(this.#tokens, index);
    const inside = at - (this.#starts[index] ?? 0);
    token.content = token.content.slice(0, inside) + character + token.content.slice(inside + 1);
  }

  /** The line ends with their places in `text`. */
  *lineEnds(): Generator<{ token: Token; at: number }> {
    for (const [index, token] of this.#tokens.entries()) {
      if (token.type === "softbreak") yield { token, at: this.#starts[index] ?? 0 };
    }
  }
}

function textIn({ type, content, nesting }: Token): string {
  if (type === "text") return content;
  if (type === "softbreak" || type === "hardbreak") return "\n";
  return nesting !== 0 || type === "html_inline" ? "" : OBJECT;
}
