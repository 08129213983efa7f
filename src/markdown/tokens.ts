/** What several extensions ask of markdown-it's flat list of tokens. */
import type { Token } from "markdown-it";

/** The words that a reader sees, without markup: text, code, formulas, images' alternatives; a line break is a space. */
export function plainText(tokens: Token[]): string {
  return tokens.map(textOf).join("");
}

/** The same text in one piece: what is put together from many is kept by V8 as a tree that takes three times the room. */
export function flat(text: string): string {
  return Buffer.from(text).toString();
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
  for (const block of tokens) {
    for (const token of block.children ?? []) yield { token, line: block.map?.[0] };
  }
}

function textOf(token: Token): string {
  if (token.type === "softbreak" || token.type === "hardbreak") return " ";
  if (token.type === "image") return plainText(token.children ?? []);
  return ["text", "code_inline", "math_inline"].includes(token.type) ? token.content : "";
}
