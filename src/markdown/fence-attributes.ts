/** The id and the classes of a block of code: behind its language, or on the line below it. */
import type { Env, Token } from "markdown-it";
import { checkList, leaveOut } from "./attribute-list.ts";
import type { FenceInfo } from "./fence.ts";
import { attachId } from "./references/label.ts";

/** Gives the block what stands behind its language; `attribute-list.ts` has what stands below it. */
export function giveFence(token: Token, { label, given }: FenceInfo, env: Env): void {
  const [line = 0] = token.map ?? [];
  for (const name of given?.classes ?? []) token.attrJoin("class", name);
  if (label !== undefined) attachId(token, label, line, env);
  if (!given) return;
  checkList(given, line, env);
  // With the blank before it, where there is one.
  for (const written of [given.written, ` ${given.written}`])
    leaveOut({ ...given, written }, { map: [line, line + 1] }, env);
}
