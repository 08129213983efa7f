/** What several extensions ask of markdown-it's flat list of tokens. */
import type { Token } from "markdown-it";

/** The words that a reader sees, without markup: text, code, formulas, images' alternatives; a line break is a space. */
export function plainText(tokens: Token[]): string {
  return tokens.map(textOf).join("");
}

/** Index of the token that closes the one at `open`. */
export function closingIndex(tokens: Token[], open: number): number {
  const { type, level } = tokens[open] as Token;
  const closing = type.replace(/_open$/, "_close");
  const index = tokens.findIndex((token, at) => at > open && token.type === closing && token.level === level);
  return index === -1 ? tokens.length - 1 : index;
}

/** Each inline token of a page with its line, counted from 0 in the Markdown. */
export function* inlineTokens(tokens: Token[]): Generator<{ token: Token; line: number | undefined }> {
  let line: number | undefined;
  for (const block of tokens) {
    // The cells of a table have no line of their own, but their row has.
    line = block.map?.[0] ?? line;
    for (const token of block.children ?? []) yield { token, line };
  }
}

const BREAKS = new Set(["softbreak", "hardbreak", "caption_open"]);

function textOf(token: Token): string {
  if (BREAKS.has(token.type) || (token.type === "html_inline" && /^<br/i.test(token.content))) return " ";
  if (token.type === "image") return plainText(token.children ?? []);
  return ["text", "code_inline", "math_inline"].includes(token.type) ? token.content : "";
}
