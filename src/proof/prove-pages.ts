/** Runs the samples of pages, one page after the other, and compares the outcomes with the transcripts. */

import type { Problem } from "../content/problems/problem.ts";
import { type Result, success } from "../content/problems/result.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import type { ProvenSample, Transcript } from "../content/samples/transcript.ts";
import { withControlPictures } from "../content/text/control-characters.ts";
import { type PageSamples, type Proving, programFoldersFor, proveAgain, provePage } from "./prove-page.ts";
import type { Server } from "./server.ts";
import { compare, type Difference, saysTheSame, transcriptPath, writeTranscript } from "./transcript-file.ts";

export interface ProveOptions {
  server: Server;
  siteDir: string;
  mayRunShell: boolean;
  /** Nothing is to be written, so that what the transcripts have is compared with, and not examined. */
  check: boolean;
  /** What is known, by content file. */
  transcripts: ReadonlyMap<string, Transcript>;
  /** Such as `2026-11-22`. */
  today: string;
}

export interface PageProof {
  file: string;
  /** How many. */
  samples: number;
  /** Of the transcript, relative to the site's folder. */
  path: string;
  /** The transcript as it should be. */
  text: string;
  differences: Difference[];
  problems: readonly Problem[];
  seconds: number;
}

export async function* provePages(pages: readonly PageSamples[], options: ProveOptions): AsyncGenerator<PageProof> {
  const { server, siteDir, mayRunShell, transcripts, today, check } = options;
  for (const page of pages) {
    const start = performance.now();
    const { file, samples } = page;
    const known = transcripts.get(file);
    const proving = { server, mayRunShell, folders: programFoldersFor(siteDir, file), known, explores: !check };
    const { proven: found, mayRace, problems } = await provePage(page, proving);
    const { proven, differences } = compare(samples, found, known);
    const repeated = check || problems.length > 0 ? success(proven) : await repeat(page, proven, mayRace, proving);
    const examined = repeated.ok ? repeated.value : proven;
    const all = repeated.ok ? problems : [...problems, ...repeated.problems];
    const text = writeTranscript({ checked: today, versions: versionsOf(samples, server), samples: examined });
    const seconds = (performance.now() - start) / 1000;
    yield { file, samples: samples.length, path: transcriptPath(file), text, differences, problems: all, seconds };
  }
}

/** Runs again what may race and does not say so, but for what was run again before and came out the same. */
async function repeat(
  page: PageSamples,
  proven: ProvenSample[],
  mayRace: number[],
  proving: Proving,
): Promise<Result<ProvenSample[]>> {
  const repeated = [...proven];
  for (const index of mayRace) {
    const [now, sample, known] = [proven[index], page.samples[index], proving.known?.samples[index]];
    if (!now || !sample) continue;
    const isKnown = known?.digest === now.digest && saysTheSame(known, now, sample.varies);
    const runs: Result<number> =
      isKnown && known.runs ? { ok: true, value: known.runs } : await proveAgain(page, index, proving);
    if (!runs.ok) return runs;
    repeated[index] = { ...now, runs: runs.value };
  }
  return { ok: true, value: repeated };
}

function versionsOf(samples: DigestedSample[], server: Server): Record<string, string> {
  const languages = new Set(samples.map(({ language }) => language));
  return {
    ...(languages.has("sql") && { PostgreSQL: server.version }),
    ...((languages.has("ts") || languages.has("js")) && { Node: process.versions.node }),
  };
}

/** The lines that went and those that came. */
export function differenceText(file: string, { line, was, is, isFurther }: Difference): string {
  const linesOf = (text: string) => withControlPictures(text.trimEnd()).split("\n");
  const [before, after] = [linesOf(was), linesOf(is)];
  const without = (lines: string[], others: string[]) => lines.filter((text) => text && !others.includes(text));
  const gone = without(before, after).map((text) => `  - ${text}`);
  const come = without(after, before).map((text) => `  + ${text}`);
  const further = isFurther ? " has an outcome that the page does not show: run npm run prove to add it" : "";
  return [`  ${file}:${line}${further}`, ...gone, ...come].join("\n");
}
