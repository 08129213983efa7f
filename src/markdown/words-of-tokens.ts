/** Tokens as plain words, by the `text` and `code` of the extensions. */
import type { Token } from "markdown-it";
import type { Extension, RenderEnv, TextRule } from "./extension.ts";

/** The rules of all extensions, by token type. */
export interface WordRules {
  text: ReadonlyMap<string, TextRule>;
  code: ReadonlyMap<string, TextRule>;
}

/** For the token types that only give structure. */
export const SILENT: TextRule = () => "";

export function wordRulesOf(extensions: readonly Extension[]): WordRules {
  return {
    text: new Map(extensions.flatMap(({ text = {} }) => Object.entries(text))),
    code: new Map(extensions.flatMap(({ code = {} }) => Object.entries(code))),
  };
}

/** The words that a reader sees, without markup: text, code within a line, formulas, images' alternatives. */
export function plainText(tokens: Token[], env: RenderEnv): string {
  const words = tokens.map((token) => textOf(token, env)).join("");
  return words.includes("  ") ? words.replace(/ {2,}/g, " ") : words;
}

/** Throws for a token type that no extension gives words: they would be missing from search, ids and counts. */
export function textOf(token: Token, env: RenderEnv): string {
  const { text, code } = env.words;
  const rule = text.get(token.type);
  if (rule) return rule(token, env);
  if (code.has(token.type)) return "";
  throw new Error(`tokens of type "${token.type}" have no text: add it to "text" in the extension that makes them`);
}

/** Of a block, the code in it; empty for every other token. */
export function codeOf(token: Token, env: RenderEnv): string {
  return env.words.code.get(token.type)?.(token, env) ?? "";
}
