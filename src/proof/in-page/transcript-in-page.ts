/** Adds to a page's transcript which of its samples give the same in a page. */
import type { DigestedSample } from "../../content/samples/sample.ts";
import type { Transcript } from "../../content/samples/transcript.ts";
import { readTranscript, writeTranscript } from "../transcript-file.ts";
import { type PageEngine, samplesInPage } from "./samples-in-page.ts";

/** `text` is the transcript as it would be written without; `known` is the one so far, of which it keeps what must be the same. */
export async function transcriptInPage(
  text: string,
  samples: readonly DigestedSample[],
  known: Transcript | undefined,
  engine: PageEngine,
): Promise<string> {
  const read = readTranscript("", text);
  if (!read.ok) return text;
  const { seal: _, ...transcript } = read.value;
  const isKnown =
    known?.inPage?.engine === engine.name && JSON.stringify(known.samples) === JSON.stringify(transcript.samples);
  const inPage = isKnown ? known.inPage : await tried(samples, transcript, engine);
  return writeTranscript({ ...transcript, inPage });
}

async function tried(samples: readonly DigestedSample[], transcript: Omit<Transcript, "seal">, engine: PageEngine) {
  const found = await samplesInPage(samples, transcript.samples, engine);
  return { engine: engine.name, samples: [...found.keys()].filter((index) => found[index]?.isSame) };
}
