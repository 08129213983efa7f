/** Turns a failed development build into an outcome for its author. */
import { relative } from "node:path";
import { contentErrorIn, describe } from "../../content/problems/problem.ts";
import { sourcesIn } from "../../reading/read-files.ts";
import { ENGINE } from "../engine.ts";
import { describeFault } from "../report/describe-fault.ts";
import type { Outcome } from "./outcome.ts";

/** A message of esbuild's, which translates the engine's modules, and bundles its styles and scripts. */
const MISTAKE = /^(.+):(\d+):(\d+): ERROR: (.*)$/gm;

/** Modules that can't be translated are shown where they are wrong; all else has a call stack. */
export function outcomeOfFault(error: unknown): Outcome {
  const content = contentErrorIn(error);
  if (content) return { kind: "unreadable", problems: content.message };
  // Where a site's own module is wrong, it is named from its folder, in which the build runs.
  const home = String(error).includes(ENGINE) ? ENGINE : process.cwd();
  const mistakes = [...String(error).matchAll(MISTAKE)].map(([, path = "", line, column, message = ""]) => {
    const file = relative(home, path).replaceAll("\\", "/");
    return { file, line: Number(line), column: Number(column) + 1, message };
  });
  const description = mistakes.length > 0 ? describe(mistakes, sourcesIn(home)) : describeFault(error);
  return { kind: "fault", description };
}
