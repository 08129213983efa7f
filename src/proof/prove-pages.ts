/** Runs the samples of pages, one page after the other, and says what is new. */

import type { Problem } from "../content/problems/problem.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import type { Transcript } from "../content/samples/transcript.ts";
import { withControlPictures } from "../content/text/control-characters.ts";
import { type PageSamples, provePage, workplaceFor } from "./prove-page.ts";
import type { Server } from "./server.ts";
import { compare, type Difference, transcriptPath, writeTranscript } from "./transcript-file.ts";

export interface ProveOptions {
  server: Server;
  siteDir: string;
  mayRunShell: boolean;
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
  problems: Problem[];
  seconds: number;
}

export async function* provePages(pages: readonly PageSamples[], options: ProveOptions): AsyncGenerator<PageProof> {
  const { server, siteDir, mayRunShell, transcripts, today } = options;
  for (const page of pages) {
    const start = performance.now();
    const { file, samples } = page;
    const { proven: found, problems } = await provePage(page, {
      server,
      mayRunShell,
      workplace: workplaceFor(siteDir, file),
    });
    const { proven, differences } = compare(samples, found, transcripts.get(file));
    const text = writeTranscript({ checked: today, versions: versionsOf(samples, server), samples: proven });
    const seconds = (performance.now() - start) / 1000;
    yield { file, samples: samples.length, path: transcriptPath(file), text, differences, problems, seconds };
  }
}

function versionsOf(samples: DigestedSample[], server: Server): Record<string, string> {
  const languages = new Set(samples.map(({ language }) => language));
  return {
    ...(languages.has("sql") && { PostgreSQL: server.version }),
    ...((languages.has("ts") || languages.has("js")) && { Node: process.versions.node }),
  };
}

/** The lines that went and those that came. */
export function differenceText(file: string, { line, was, is }: Difference): string {
  const linesOf = (text: string) => withControlPictures(text.trimEnd()).split("\n");
  const [before, after] = [linesOf(was), linesOf(is)];
  const without = (lines: string[], others: string[]) => lines.filter((text) => text && !others.includes(text));
  const gone = without(before, after).map((text) => `  - ${text}`);
  const come = without(after, before).map((text) => `  + ${text}`);
  return [`  ${file}:${line}`, ...gone, ...come].join("\n");
}
