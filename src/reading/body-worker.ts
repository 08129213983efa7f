/** A thread that renders bodies and puts them where the build looks for kept ones; see `make-bodies.ts`. */
import { parentPort } from "node:worker_threads";
import { stop as stopCompiler } from "esbuild";
import { RecordStore } from "../cache/record-store.ts";
import { Cache } from "../pictures/cache.ts";
import { readyToDraw } from "../pictures/draw.ts";
import { Typeface } from "../pictures/typeface.ts";
import { styleFrom } from "./data/read-citations.ts";
import { fileProblems } from "./file-problems.ts";
import { KeptBodies } from "./kept-bodies.ts";
import { type BodyWork, takeTurns } from "./make-bodies.ts";
import { makeBody } from "./read-bodies.ts";
import { type SharedTexts, sharedText } from "./shared-texts.ts";

parentPort?.once("message", (work: BodyWork) => make(work));

async function make({
  sources,
  texts,
  taken,
  site,
  map,
  pictures,
  embeds,
  transcripts,
  originals,
  citations,
  glossary,
  needsTranscripts,
  classes,
  face,
  folders,
}: BodyWork): Promise<void> {
  const bodies = new KeptBodies(new RecordStore(folders.bodies));
  const style = citations && styleFrom(citations.source);
  const context = {
    ...{ site, map, pictures, embeds, glossary, needsTranscripts },
    citations: citations && style?.ok ? { ...citations, style: style.value } : undefined,
    fileProblems: fileProblems(map.siteDir, pictures),
    transcripts: { known: transcripts, orphans: [] },
    originals,
    tools: { bodies, classes, cache: new Cache(folders.pictures), typeface: new Typeface([...face.files], face.name) },
  };
  const syntax: Promise<unknown>[] = [];
  await readyToDraw(eachOf(texts));
  await takeTurns(sources, taken, (source, at) => {
    syntax.push(makeBody({ ...source, markdown: sharedText(texts, at) }, context).syntax);
  });
  await Promise.all(syntax);
  bodies.handOver();
  await stopCompiler();
}

/** One text at a time, so that they are never all in memory twice. */
function* eachOf(texts: SharedTexts): Generator<string> {
  for (const at of texts.ends.keys()) yield sharedText(texts, at);
}
