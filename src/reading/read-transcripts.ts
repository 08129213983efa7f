/** Reads the transcripts of proven samples, which lie beside their pages. */
import { globSync } from "node:fs";
import type { ProblemCollector } from "../content/problems/problem-collector.ts";
import type { Transcript } from "../content/samples/transcript.ts";
import { readTranscript, transcriptPath } from "../proof/transcript-file.ts";
import { readOptionalFile } from "./read-files.ts";

export interface Transcripts {
  /** By content file. */
  readonly known: ReadonlyMap<string, Transcript>;
  /** Paths of those that belong to no file. */
  readonly orphans: readonly string[];
}

/** `files` are content files. A transcript that can't be read, or belongs to none of them, is a problem. */
export async function readTranscripts(
  siteDir: string,
  folders: readonly string[],
  files: readonly { file: string }[],
  problems: ProblemCollector,
): Promise<Transcripts> {
  const owners = new Map(files.map(({ file }) => [transcriptPath(file), file]));
  const known = new Map<string, Transcript>();
  const orphans: string[] = [];
  for (const path of folders.flatMap((folder) => transcriptsIn(siteDir, folder))) {
    const owner = owners.get(path);
    if (!owner) {
      problems.add({ file: path, message: "is a transcript that belongs to no page", hint: "delete it" });
      orphans.push(path);
      continue;
    }
    const text = problems.take(await readOptionalFile(siteDir, path));
    if (text === undefined) continue;
    const transcript = readTranscript(path, text);
    if ("message" in transcript) problems.add(transcript);
    else known.set(owner, transcript);
  }
  return { known, orphans };
}

function transcriptsIn(siteDir: string, folder: string): string[] {
  const found = globSync(`${folder}/**/*.proof.json`, { cwd: siteDir });
  return found.map((path) => path.replaceAll("\\", "/")).sort();
}
