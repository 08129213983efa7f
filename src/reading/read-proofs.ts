/** Reads what `npm run prove` needs: the samples of all pages, drafts included, and their transcripts. */
import { Temporal } from "temporal-polyfill";
import type { Collection } from "../content/collection.ts";
import { collectionsOf } from "../content/own-collections.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import type { Transcript } from "../content/samples/transcript.ts";
import type { Site } from "../content/site.ts";
import type { PageSamples } from "../proof/prove-page.ts";
import { transcriptPath } from "../proof/transcript-file.ts";
import { readSite } from "./data/read-site.ts";
import { readContent } from "./read-content.ts";
import type { ReadTools } from "./read-tools.ts";
import type { Transcripts } from "./read-transcripts.ts";

export interface Proofs {
  site: Site;
  pages: readonly PageSamples[];
  /** By content file. */
  transcripts: ReadonlyMap<string, Transcript>;
  /** Transcripts of pages that no longer have samples. */
  orphans: string[];
}

/** Fails if there is any problem in the content: samples that can't be read are not run. */
export async function readProofs(
  siteDir: string,
  collections: readonly Collection[],
  tools: ReadTools,
): Promise<Result<Proofs>> {
  const options = { siteDir, at: Temporal.Now.instant(), preview: true };
  const settings = await readSite(siteDir);
  if (!settings.ok) return settings;
  const site = settings.value;
  const { proven, transcripts, problems } = await readContent(options, site, collectionsOf(collections, site), tools);
  if (problems.length > 0) return failure(...problems);
  return success({
    site,
    pages: proven.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    transcripts: transcripts.known,
    orphans: orphansOf(transcripts, proven),
  });
}

function orphansOf({ known, orphans }: Transcripts, proven: readonly PageSamples[]): string[] {
  const files = new Set(proven.map(({ file }) => file));
  return [...orphans, ...[...known.keys()].filter((file) => !files.has(file)).map(transcriptPath)];
}
