/** What a block of code was told by its first line, kept on its token. */
import type { Token } from "markdown-it";
import type { FenceInfo } from "./fence.ts";
import { tokenKey } from "./token-key.ts";

export const infoKey = tokenKey<FenceInfo>("fence");

const PLAIN: FenceInfo = { language: "", flags: new Set(), values: {}, lines: new Map(), words: [], folds: [] };

/** Of a token that is a block of code or was one. */
export function fenceOf(token: Token | undefined): FenceInfo {
  return infoKey.get(token) ?? PLAIN;
}
