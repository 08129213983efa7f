/** A whole block of code as runs: with its prompts and output apart, where it is what somebody typed into a shell or an interpreter. */
import type { CodeRun } from "./languages/code-run.ts";
import { runsIn } from "./languages/language.ts";
import { promptRuns } from "./prompts.ts";
import { sessionRuns } from "./sessions.ts";

export function blockRuns(code: string, language: string): readonly CodeRun[] {
  return sessionRuns(code, language) ?? promptRuns(code, language) ?? runsIn(code, language);
}
