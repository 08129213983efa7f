/** Reads the transcripts of proven samples, which lie beside their pages. */
import { globSync } from "node:fs";
import type { Problem } from "../content/problems/problem.ts";
import type { Transcript } from "../content/samples/transcript.ts";
import { readTranscript, transcriptPath } from "../proof/transcript-file.ts";
import { readOptionalFile } from "./read-files.ts";

export interface Transcripts {
  /** By content file. */
  known: Map<string, Transcript>;
  /** Paths of those that belong to no file. */
  orphans: string[];
}

/** A transcript that can't be read, or belongs to no file, is a problem. */
export async function readTranscripts(
  siteDir: string,
  folders: string[],
  files: { file: string }[],
  problems: Problem[],
): Promise<Transcripts> {
  const owners = new Map(files.map(({ file }) => [transcriptPath(file), file]));
  const known = new Map<string, Transcript>();
  const orphans: string[] = [];
  for (const path of folders.flatMap((folder) => transcriptsIn(siteDir, folder))) {
    const owner = owners.get(path);
    const text = owner && (await readOptionalFile(siteDir, path, problems));
    if (!owner) {
      problems.push({ file: path, message: "is a transcript that belongs to no page", hint: "delete it" });
      orphans.push(path);
    }
    if (!owner || text === undefined) continue;
    const transcript = readTranscript(path, text);
    if (transcript.ok) known.set(owner, transcript.value);
    else problems.push(...transcript.problems);
  }
  return { known, orphans };
}

function transcriptsIn(siteDir: string, folder: string): string[] {
  const found = globSync(`${folder}/**/*.proof.json`, { cwd: siteDir });
  return found.map((path) => path.replaceAll("\\", "/")).sort();
}
