/** Reads the transcripts of proven samples, which are beside their pages. */
import type { ProblemCollector } from "../content/problems/problem-collector.ts";
import type { Transcript } from "../content/samples/transcript.ts";
import { readTranscript, transcriptPath } from "../proof/transcript-file.ts";
import { isContentFile, readOptionalFile } from "./read-files.ts";

const TRANSCRIPT = ".proof.json";

export interface Transcripts {
  /** By content file. */
  readonly known: ReadonlyMap<string, Transcript>;
  /** Transcripts that belong to no content file. */
  readonly orphans: readonly string[];
}

/** Finds transcripts among the files of collections' folders. One that can't be read, or belongs to no content file, is a problem. */
export async function readTranscripts(
  siteDir: string,
  files: readonly string[],
  problems: ProblemCollector,
): Promise<Transcripts> {
  const owners = new Map(files.filter(isContentFile).map((file) => [transcriptPath(file), file]));
  const known = new Map<string, Transcript>();
  const orphans: string[] = [];
  for (const path of files.filter((file) => file.endsWith(TRANSCRIPT)).toSorted()) {
    const owner = owners.get(path);
    if (!owner) {
      problems.add({ file: path, message: "is a transcript that belongs to no page", hint: "delete it" });
      orphans.push(path);
      continue;
    }
    const text = problems.take(await readOptionalFile(siteDir, path));
    const transcript = text === undefined ? undefined : problems.take(readTranscript(path, text));
    if (transcript) known.set(owner, transcript);
  }
  return { known, orphans };
}
