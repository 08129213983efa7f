/** Reads what `npm run prove` needs of a site: its pages' samples, drafts included, and what is known of them. */
import { Temporal } from "temporal-polyfill";
import { ContentError, type Problem } from "../content/problems/problem.ts";
import type { Transcript } from "../content/samples/transcript.ts";
import type { Site } from "../content/site.ts";
import type { PageSamples } from "../proof/prove-page.ts";
import { transcriptPath } from "../proof/transcript-file.ts";
import { pictureTools } from "./picture-tools.ts";
import { readContent } from "./read-content.ts";
import type { Transcripts } from "./read-transcripts.ts";

export interface Proofs {
  site: Site;
  pages: PageSamples[];
  /** By content file. */
  transcripts: Map<string, Transcript>;
  /** Transcripts of pages that have no samples any more. */
  orphans: string[];
}

/** Throws a `ContentError` where the content is wrong: a sample that can't be read is not run. */
export async function readProofs(siteDir: string): Promise<Proofs> {
  const problems: Problem[] = [];
  const options = { siteDir, at: Temporal.Now.instant(), preview: true };
  const { content, proven, transcripts } = await readContent(options, await pictureTools(siteDir), problems);
  if (problems.length > 0) throw new ContentError(problems);
  return {
    site: content.site,
    pages: proven.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    transcripts: transcripts.known,
    orphans: orphansOf(transcripts, proven),
  };
}

function orphansOf({ known, orphans }: Transcripts, proven: PageSamples[]): string[] {
  const files = new Set(proven.map(({ file }) => file));
  return [...orphans, ...[...known.keys()].filter((file) => !files.has(file)).map(transcriptPath)];
}
