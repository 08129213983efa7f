/** Why a sample proves nothing, as a failed result: it hung, flooded its output, waited for ever. */
import type { Place } from "../content/problems/problem.ts";
import { type Failure, failure } from "../content/problems/result.ts";

/** `message` goes on after "the sample". */
export function notProven({ file, line }: Place, message: string, hint?: string): Failure {
  return failure({ file, line, message: `the sample ${message}`, hint });
}
