/** The transcript beside a page: `posts/x.md` has `posts/x.proof.json`. */
import type { z } from "zod";
import type { Problem } from "../content/problems/problem.ts";
import { outcomeText } from "../content/samples/outcome-text.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import { type ProvenSample, sealOf, Transcript } from "../content/samples/transcript.ts";
import { masked } from "./masks.ts";

export function transcriptPath(file: string): string {
  return file.replace(/\.md$/, ".proof.json");
}

/** Reads a transcript's text; one that is broken, or that somebody wrote in, is a problem. */
export function readTranscript(file: string, text: string): Transcript | Problem {
  const hint = "run npm run prove";
  try {
    const parsed = Transcript.safeParse(JSON.parse(text));
    if (!parsed.success) return { file, message: `is not a transcript: ${faultIn(parsed.error)}`, hint };
    if (sealOf(parsed.data) !== parsed.data.seal) return { file, message: "was changed since it was written", hint };
    return parsed.data;
  } catch {
    return { file, message: "is not JSON", hint };
  }
}

/** The first complaint, with the place that it is about. */
function faultIn({ issues: [first] }: z.ZodError): string {
  return [first?.path.join("."), first?.message].filter(Boolean).join(": ");
}

export function writeTranscript(content: Omit<Transcript, "seal">): string {
  return `${JSON.stringify({ ...content, seal: sealOf(content) }, null, 1)}\n`;
}

export interface Difference {
  /** Of the sample's first line of code, counted from 1 in the content file. */
  line: number;
  was: string;
  is: string;
}

/** What came out against what the transcript says; outcomes that say the same are kept as they were. */
export function compare(
  samples: DigestedSample[],
  proven: ProvenSample[],
  known: Transcript | undefined,
): { proven: ProvenSample[]; differences: Difference[] } {
  const differences: Difference[] = [];
  const kept = proven.map((now, index) => {
    // Each that was proven is a sample of the page.
    const { line, varies } = samples[index] as DigestedSample;
    const before = known?.samples[index];
    if (before && saysTheSame(before, now, varies)) return { ...now, outcome: before.outcome };
    differences.push({ line, was: before ? outcomeText(before.outcome) : "", is: outcomeText(now.outcome) });
    return now;
  });
  return { proven: kept, differences };
}

/** Of the same code, statements end where they ended. */
function saysTheSame(before: ProvenSample, now: ProvenSample, varies: string[]): boolean {
  const isMoved = before.ends && before.digest === now.digest && before.ends.join() !== now.ends?.join();
  return !isMoved && masked(before.outcome, varies) === masked(now.outcome, varies);
}
