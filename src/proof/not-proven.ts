/** Why a sample proves nothing, as a failed result: it hung, flooded its output, waited for ever. */
import type { Place, Problem } from "../content/problems/problem.ts";

/** `message` goes on after "the sample". */
export function notProven({ file, line }: Place, message: string, hint?: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ file, line, message: `the sample ${message}`, hint }] };
}
