/** What went wrong in a build of development, as its author reads it. */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { contentErrorIn, describe } from "../../content/problems/problem.ts";
import { sourcesIn } from "../../reading/read-files.ts";
import type { Outcome } from "./outcome.ts";

const ENGINE = fileURLToPath(new URL("../../..", import.meta.url));
/** A message of esbuild's, which translates the engine's modules, and bundles its styles and scripts. */
const MISTAKE = /^(.+):(\d+):(\d+): ERROR: (.*)$/gm;

/** Modules that can't be translated are shown where they are wrong; all else has a call stack. */
export function outcomeOfFault(error: unknown): Outcome {
  const content = contentErrorIn(error);
  if (content) return { kind: "unreadable", problems: content.message };
  const mistakes = [...String(error).matchAll(MISTAKE)].map(([, path = "", line, column, message = ""]) => {
    const file = relative(ENGINE, path).replaceAll("\\", "/");
    return { file, line: Number(line), column: Number(column) + 1, message };
  });
  const description = mistakes.length > 0 ? describe(mistakes, sourcesIn(ENGINE)) : inspect(error);
  return { kind: "fault", description };
}
