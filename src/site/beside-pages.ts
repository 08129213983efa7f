/** Site-relative paths of what is written beside an entry's page. */
import type { Entry } from "../content/entry.ts";
import { offeredPath, samplesPath } from "../content/samples/samples-file.ts";
import { markdownPath } from "../feeds/plain-text.ts";

/** What links can lead to: its Markdown, and the samples that it has. */
export function besideOf(entry: Entry): string[] {
  return [markdownPath(entry), ...(entry.body.proof ? [samplesPath(entry.path)] : [])];
}

/** All of it: with what its script asks for. */
export function writtenBeside(entry: Entry): string[] {
  return [...besideOf(entry), ...(entry.body.proof ? [offeredPath(entry.path)] : [])];
}
