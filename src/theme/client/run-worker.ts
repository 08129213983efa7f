/** A worker that runs a page's samples in the site's copy of PGlite, PostgreSQL as WebAssembly. */
import { PGlite, protocol } from "@electric-sql/pglite";
import type { SampleLanguage } from "../../content/samples/languages.ts";
import { resultsText } from "../../content/samples/results-text.ts";
import type { StatementResult } from "../../content/samples/transcript.ts";
import { PageSession, runsInPage } from "../../proof/in-page/page-session.ts";
import { masked } from "../../proof/masks.ts";

export interface RunRequest {
  /** The address of the page's samples. */
  samples: string;
  /** The last sample to run, counted from 0; its results are the answer. */
  index: number;
}

export type RunAnswer = { text: string; isSame: boolean; engine: string } | { error: string };

/** The pack of PGlite's files: its name, and the size of each. */
declare const ENGINE: { name: string; version: string; sizes: readonly [number, number, number] };

/** The part of `samples.json` that is used here; the build has checked the file. */
interface PageFile {
  samples: {
    language: SampleLanguage;
    timeline?: true;
    fresh?: true;
    as?: string;
    varies?: string[];
    since?: number;
    before?: number;
    code: string[];
  }[];
  transcript: {
    samples: {
      outcome: { results?: StatementResult[] };
      elsewhere?: { on: string[]; results?: (StatementResult | null)[] }[];
    }[];
  };
}

let files: ReturnType<typeof load> | undefined;
let database: PGlite | undefined;

addEventListener("message", async ({ data }: MessageEvent<RunRequest>) => {
  try {
    postMessage(await answer(data));
  } catch (error) {
    files = undefined;
    postMessage({ error: error instanceof Error ? error.message : String(error) } satisfies RunAnswer);
  }
});

async function answer({ samples: address, index }: RunRequest): Promise<RunAnswer> {
  const { samples, transcript }: PageFile = await (await fetched(address)).json();
  files ??= load();
  await database?.close();
  database = await PGlite.create(await files);
  const { rows } = await database.query<{ version: string }>("SELECT current_setting('server_version') AS version");
  const version = rows[0]?.version ?? "";
  const major = Number.parseInt(version, 10);
  const session = await new PageSession(database, protocol).begin();
  const first = samples.findLastIndex(({ fresh }, at) => fresh && at <= index);
  let results: StatementResult[] = [];
  for (const { language, timeline = false, as: role, code, since = 0, before = Infinity } of samples.slice(
    Math.max(0, first),
    index + 1,
  )) {
    if (!runsInPage({ language, timeline }) || major < since || major >= before) continue;
    results = await session.run({ code: code.join("\n"), as: role });
  }
  const proven = transcript.samples[index];
  const there = proven?.elsewhere?.find(({ on }) => on.includes(`PostgreSQL ${major}`))?.results;
  const own = proven?.outcome.results ?? [];
  const expected = there?.map((result, at) => result ?? own[at] ?? {}) ?? own;
  const varies = samples[index]?.varies ?? [];
  const isSame = masked({ results: expected }, varies) === masked({ results }, varies);
  return { text: resultsText(results), isSame, engine: `PostgreSQL ${version} (PGlite ${ENGINE.version})` };
}

/** Loads and compiles PGlite, once for all databases. */
async function load() {
  const pack = await fetched(new URL(ENGINE.name, import.meta.url));
  if (!pack.body) throw new Error("nothing came");
  const bytes = await new Response(pack.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  const [wasm, data] = ENGINE.sizes;
  const [pgliteWasmModule, initdbWasmModule] = await Promise.all([
    WebAssembly.compile(bytes.slice(0, wasm)),
    WebAssembly.compile(bytes.slice(wasm + data)),
  ]);
  return { pgliteWasmModule, initdbWasmModule, fsBundle: new Blob([bytes.slice(wasm, wasm + data)]) };
}

async function fetched(address: string | URL): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}
