/**
 * Bodies made on all cores. A worker makes bodies and keeps them, as any build does; what it has kept is then found. So
 * nothing passes between threads but what there is to do, and if a worker fails, only time is lost.
 */
import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { startThread } from "../cache/engine-thread.ts";
import type { Picture } from "../content/picture.ts";
import type { Result } from "../content/problems/result.ts";
import { UNSEEN } from "../content/progress.ts";
import type { Transcript } from "../content/samples/transcript.ts";
import type { Site } from "../content/site.ts";
import type { StyleClasses } from "../content/style-classes.ts";
import type { SiteCitations } from "./data/read-citations.ts";
import type { MadeBody } from "./kept-bodies.ts";
import type { LinkMap } from "./links/link-resolver.ts";
import { type BodyContext, type BodySource, makeBody } from "./read-bodies.ts";
import { type SharedTexts, sharedTexts } from "./shared-texts.ts";

/** What a worker is given. */
export interface BodyWork {
  readonly sources: readonly Omit<BodySource, "markdown">[];
  /** The Markdown of each. */
  readonly texts: SharedTexts;
  /** How many have been taken, by whichever thread. */
  readonly taken: Int32Array;
  readonly site: Site;
  readonly map: LinkMap;
  readonly pictures: ReadonlyMap<string, Result<Picture>>;
  readonly embeds: BodyContext["embeds"];
  readonly glossary: BodyContext["glossary"];
  readonly citations: Pick<SiteCitations, "references" | "source"> | undefined;
  readonly transcripts: ReadonlyMap<string, Transcript>;
  readonly originals: ReadonlyMap<string, string>;
  readonly needsTranscripts: boolean;
  readonly classes: StyleClasses | undefined;
  readonly face: { readonly name: string; readonly files: readonly Uint8Array[] };
  readonly folders: { readonly bodies: string; readonly pictures: string };
}

/** A worker takes a while to start: of fewer, one thread makes all of them before. */
const WORTH_A_WORKER = 300;
const MOST_WORKERS = 3;
/** How many are taken at once: few, so that all end at about the same time. */
const AT_ONCE = 4;

/** Threads that wait for something to do. One that is never given anything keeps no process alive. */
export interface BodyWorkers {
  /** Resolves when all have ended, however they have; `onFailure` is told why one did not do its share. */
  make(work: BodyWork, onFailure: (error: Error) => void): Promise<void>;
  readonly count: number;
}

/**
 * For a site of so many texts. A first build starts them before it reads files: to load what renders takes them as long as front
 * matter takes this thread.
 */
export function startBodyWorkers(texts: number): BodyWorkers {
  const count = Math.min(MOST_WORKERS, availableParallelism() - 1, Math.floor(texts / WORTH_A_WORKER));
  const workers = Array.from({ length: Math.max(0, count) }, () => startWorker());
  return {
    count: workers.length,
    async make(work, onFailure) {
      await Promise.all(workers.map((worker) => worker.make(work, onFailure)));
    },
  };
}

/** Those that this thread has made; what workers have made is kept. `waiting` has workers that were started before. */
export async function makeOnAllCores(
  sources: readonly BodySource[],
  context: BodyContext,
  waiting?: BodyWorkers,
): Promise<Map<BodySource, MadeBody>> {
  const [shared, ours] = partitioned(sources, context);
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { progress = UNSEEN } = context.tools;
  const workers = waiting ?? startBodyWorkers(shared.length);
  const onFailure = (error: Error) => progress.note(`A worker failed: ${error.message}`);
  const ended = workers.count > 0 ? workers.make(workOf(shared, taken, context), onFailure) : undefined;
  const made = new Map<BodySource, MadeBody>();
  progress.begin("Rendering texts", sources.length);
  let seen = 0;
  await takeTurns(shared, taken, (source) => {
    made.set(source, makeBody(source, context));
    // Those of the other threads, too.
    for (const all = Math.min(shared.length, Atomics.load(taken, 0)); seen < all; seen++) progress.advance();
  });
  for (const source of ours) {
    made.set(source, makeBody(source, context));
    progress.advance();
    await nextTurn();
  }
  await ended;
  if (workers.count > 0) context.tools.bodies.lookAgain();
  return made;
}

/** Those that any thread can make, and those with a directive of the site's theme, whose modules this thread alone has loaded. */
function partitioned(sources: readonly BodySource[], { tools }: BodyContext): [BodySource[], BodySource[]] {
  const names = Object.keys(tools.directives?.known ?? {});
  if (names.length === 0) return [[...sources], []];
  const used = new RegExp(`:(?:${names.join("|")})(?![\\w-])`, "i");
  const isOurs = ({ markdown }: BodySource) => used.test(markdown);
  return [sources.filter((source) => !isOurs(source)), sources.filter(isOurs)];
}

/** Takes some, makes them, and so on, as long as any are left; the compilers have a moment between them. */
export async function takeTurns<Source>(
  sources: readonly Source[],
  taken: Int32Array,
  make: (source: Source, at: number) => void,
): Promise<void> {
  for (;;) {
    const from = Atomics.add(taken, 0, AT_ONCE);
    if (from >= sources.length) return;
    for (const [index, source] of sources.slice(from, from + AT_ONCE).entries()) {
      make(source, from + index);
      await nextTurn();
    }
  }
}

function workOf(sources: readonly BodySource[], taken: Int32Array, context: BodyContext): BodyWork {
  const { site, map, pictures, embeds, needsTranscripts, transcripts, originals, citations, glossary, tools } = context;
  return {
    sources: sources.map(({ markdown: _, ...source }) => source),
    texts: sharedTexts(sources.map(({ markdown }) => markdown)),
    ...{ taken, site, map, pictures, embeds, needsTranscripts },
    ...{ transcripts: transcripts.known, originals },
    glossary,
    citations: citations && { references: citations.references, source: citations.source },
    classes: tools.classes,
    face: { name: tools.typeface.name, files: tools.typeface.files },
    folders: { bodies: tools.bodies.folder, pictures: tools.cache.folder },
  };
}

function startWorker(): Omit<BodyWorkers, "count"> {
  const worker = startThread(new URL("body-worker", import.meta.url));
  // It may fail while it is loaded, before anybody listens.
  let failure: Error | undefined;
  worker.on("error", (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
  });
  const ended = new Promise<void>((done) => worker.on("exit", () => done()));
  return {
    async make(work, onFailure) {
      worker.ref();
      worker.postMessage(work);
      await ended;
      if (failure) onFailure(failure);
    },
  };
}
