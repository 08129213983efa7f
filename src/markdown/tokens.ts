/** Finding one's way in markdown-it's flat list of tokens. */
import type { Token } from "markdown-it";

/** The token that a renderer rule is called for. */
export function tokenAt(tokens: Token[], index: number): Token {
  const token = tokens[index];
  if (!token) throw new RangeError(`there is no token ${index} of ${tokens.length}`);
  return token;
}

/** Index of the token that closes the one at `open`. */
export function closingIndex(tokens: Token[], open: number): number {
  const { type, level } = tokenAt(tokens, open);
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
