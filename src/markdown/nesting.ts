/** Reports blocks that are nested more deeply than the parser goes; it would drop them silently. */
import type { StateCore } from "markdown-it";
import { type Extension, noteProblem } from "./extension.ts";

/** Levels of quotations, lists, emphasis and so on; deep enough for people, shallow enough for the stack. */
export const MOST_NESTED = 500;

export const nesting: Extension = {
  parse: (md) => md.core.ruler.after("inline", "nesting", noteDepth),
};

function noteDepth({ tokens, env }: StateCore): void {
  const isDeep = ({ level }: { level: number }) => level >= MOST_NESTED - 2;
  const deep = tokens.find((token) => isDeep(token) || token.children?.some(isDeep));
  if (deep)
    noteProblem(
      env,
      "nesting",
      deep.map?.[0],
      `nests more than ${MOST_NESTED} levels deep, and is not read to its end`,
    );
}
