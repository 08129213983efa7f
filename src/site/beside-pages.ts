/** The paths of files that are written beside an entry's page. */
import type { Entry } from "../content/entry.ts";
import { offeredPath, samplesPath } from "../content/samples/samples-file.ts";
import { markdownPath } from "../feeds/plain-text.ts";

/** Files that links can lead to: the entry's Markdown, and its samples. */
export function besideOf(entry: Entry): string[] {
  return [markdownPath(entry), ...(entry.body.proof ? [samplesPath(entry.path)] : [])];
}

/** All files, also those that only the page's script asks for. */
export function writtenBeside(entry: Entry): string[] {
  return [...besideOf(entry), ...(entry.body.proof ? [offeredPath(entry.path)] : [])];
}
