import type { Entry } from "../content/entry.ts";
import { samplesPath } from "../content/samples/samples-file.ts";
import { markdownPath } from "../feeds/plain-text.ts";

/** Site-relative paths of what is written beside an entry's page: its Markdown, and the samples that it has. */
export function besideOf(entry: Entry): string[] {
  return [markdownPath(entry), ...(entry.body.proof ? [samplesPath(entry.path)] : [])];
}
