/** Which samples of each page are proven, and when: compares what was read with the transcripts. */
import type { SampledPage } from "../content/statistics.ts";
import type { ReadContent } from "./read-content.ts";

export function sampledPages({ proven, transcripts }: Pick<ReadContent, "proven" | "transcripts">): SampledPage[] {
  return proven.map(({ file, samples }) => {
    const transcript = transcripts.known.get(file);
    const known = new Set(transcript?.samples.map(({ digest }) => digest));
    const unproven = samples.filter(({ digest }) => !known.has(digest)).length;
    return { file, samples: samples.length, unproven, checked: transcript?.checked };
  });
}
