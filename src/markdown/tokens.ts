/** Finding one's way in markdown-it's flat list of tokens. */
import type { StateCore, Token } from "markdown-it";

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

/** A paragraph's tokens: its beginning, its text and its end. */
export type Paragraph = readonly [open: Token, inline: Token, close: Token];

/** Puts a block in the place of each paragraph for which there is one; `blockFor` gives its token, whose place is the paragraph's. */
export function replaceParagraphs(state: StateCore, blockFor: (paragraph: Paragraph) => Token | undefined): void {
  const { tokens } = state;
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const [open, inline, close] = [tokenAt(tokens, index), tokens[index + 1], tokens[index + 2]];
    const isParagraph = open.type === "paragraph_open" && inline && close?.type === "paragraph_close";
    const block = isParagraph ? blockFor([open, inline, close]) : undefined;
    if (block) {
      Object.assign(block, { block: true, map: open.map, level: open.level, attrs: open.attrs });
      index += 2;
    }
    kept.push(block ?? open);
  }
  state.tokens = kept;
}

/** Writes the words of a page anew, but for code and for addresses that are their own text. */
export function rewriteText(tokens: readonly Token[], rewrite: (text: string) => string): void {
  for (const { children } of tokens) {
    let inAddress = 0;
    for (const token of children ?? []) {
      if (token.type === "link_open" && token.info === "auto") inAddress++;
      if (token.type === "link_close" && token.info === "auto") inAddress--;
      if (token.type === "text" && inAddress === 0) token.content = rewrite(token.content);
    }
  }
}

/** Each inline token of a page with its line, counted from 0 in the Markdown. */
export function inlineTokens(tokens: readonly Token[]): { token: Token; line: number | undefined }[] {
  const found: { token: Token; line: number | undefined }[] = [];
  let line: number | undefined;
  for (const block of tokens) {
    // The cells of a table have no line of their own, but their row has.
    line = block.map?.[0] ?? line;
    for (const token of block.children ?? []) found.push({ token, line });
  }
  return found;
}
