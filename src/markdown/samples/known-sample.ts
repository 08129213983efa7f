/** Finds a sample in its page's transcript, as long as that is about this very sample. */
import type { Token } from "markdown-it";
import type { DigestedSample } from "../../content/samples/sample.ts";
import type { ProvenSample } from "../../content/samples/transcript.ts";
import { noteProblem, type RenderEnv } from "../extension.ts";

/** That the transcript has nothing is a problem once for a page, of its first such sample. */
export function knownOf(sample: DigestedSample, token: Token, env: RenderEnv): ProvenSample | undefined {
  const { transcript, needsTranscript } = env.context;
  const known = transcript?.samples[env.notes.samples.length];
  const stale = staleness(sample, known);
  if (!stale) return known;
  const isFirst = env.notes.samples.every((before, index) => !staleness(before, transcript?.samples[index]));
  if (needsTranscript && isFirst) {
    const { original } = env.context;
    const [message, hint] = original
      ? [`this sample differs from that of ${original}, which it shares`, "write the same code, in the same order"]
      : [transcript ? stale : "this sample was never proven", "run npm run prove"];
    noteProblem(env, "proof", token.map?.[0], message, hint);
  }
  return undefined;
}

function staleness({ digest }: DigestedSample, known: ProvenSample | undefined): string | undefined {
  if (known?.digest !== digest) return "this sample, or its place, has changed since it was proven";
  const isOlder = known.outcome.results && !known.ends;
  return isOlder ? "this sample was proven before transcripts said where its statements end" : undefined;
}
