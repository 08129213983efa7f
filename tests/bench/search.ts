/** `npm run bench -- search [FOLDER]`: known-item queries on a folder of posts (`posts/*.md`, `queries*.jsonl`). */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { pagefindIn } from "../../src/search/open-index.ts";
import { collections } from "../../src/site/collections.ts";
import { siteWords } from "../../src/site/tools.ts";
import { buildAssets } from "../../src/theme/assets.ts";
import { type Corpus, type KnownItem, readCorpus } from "./search/corpus.ts";
import { miniSearch, openEngine, ourEngine, plainPagefind, searchByItself } from "./search/engines.ts";
import { quantile, type Score, scoreOf } from "./search/score.ts";

/** What is asked of search, in mean reciprocal rank at 10; of a title only begun, what titles that begin alike leave. */
const TARGETS: Record<string, number> = {
  k1: 0.99,
  k2: 0.99,
  k3: 0.98,
  k3d: 0.96,
  k4: 0.99,
  k5: 0.93,
  k6: 0.9,
  k7: 0.95,
  k8: 0.99,
  k9q: 0.75,
  k9w: 0.82,
};
const LEAST_MEAN = 0.94;
const MOST_ZERO = 0.01;
const MOST_KILOBYTES = 130;
const MOST_MILLISECONDS = 100;
const COLD_STARTS = 60;

/** Returns the targets that were missed. */
export async function benchSearch(folder: string): Promise<string[]> {
  const corpus = readCorpus(folder);
  const temporary = mkdtempSync(join(tmpdir(), "wellformed-search-"));
  try {
    const ourFolder = join(temporary, "ours");
    const ours = await scoreOf(await ourEngine(corpus.content, ourFolder, () => {}), corpus.queries);
    const plain = await scoreOf(await plainPagefind(corpus.content, join(temporary, "plain")), corpus.queries);
    const memory = await scoreOf(miniSearch(corpus.content), corpus.queries);
    const bytes = await coldBytes(corpus, ourFolder);
    const ofComponentUi = await coldBytesOfComponentUi(corpus, ourFolder, join(temporary, "plain"));
    console.log(`Pagefind's Component UI on the same index, cold: ${spread(ofComponentUi, 1000)} kB`);
    return report(corpus, { Pagefind: plain, MiniSearch: memory, Wellformed: ours }, bytes);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

type ColdSearch = (query: string, onRead: (name: string) => void) => Promise<unknown>;

/** Bytes of a search until the first ten pages are there, nothing being cached, with our interface on our index. */
async function coldBytes(corpus: Corpus, folder: string): Promise<number[]> {
  const scripts = (await buildAssets(siteWords(collections, { language: "en" }))).files.filter(({ path }) =>
    /\/search(-worker)?-[0-9a-f]{8}\.(js|css)$/.test(path),
  );
  const fixed = scripts.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0);
  return bytesOf(corpus, folder, fixed, async (query, onRead) => (await openEngine(folder, onRead)).find(query));
}

/** The same with Pagefind's own interface on the same index; `files` is where Pagefind has put it. */
function coldBytesOfComponentUi(corpus: Corpus, folder: string, files: string): Promise<number[]> {
  const names = ["pagefind-component-ui.js", "pagefind-component-ui.css", "pagefind-worker.js"];
  const fixed = names.reduce((sum, name) => sum + gzipSync(readFileSync(join(files, name))).length, 0);
  return bytesOf(corpus, folder, fixed, async (query, onRead) => {
    onRead("pagefind.js");
    await searchByItself(await pagefindIn(folder, onRead)(), query);
  });
}

/** For some of the queries; smallest first. */
async function bytesOf({ queries }: Corpus, folder: string, fixed: number, search: ColdSearch): Promise<number[]> {
  const totals: number[] = [];
  for (const { query } of everyNth(queries, Math.ceil(queries.length / COLD_STARTS))) {
    const names = new Set<string>();
    await search(query, (name) => names.add(name));
    totals.push(fixed + [...names].reduce((sum, name) => sum + travelling(join(folder, name)), 0));
  }
  return totals.toSorted((a, b) => a - b);
}

/** Pagefind's own files are compressed already; a host compresses the others. */
function travelling(file: string): number {
  return /\.(js|json|txt)$/.test(file) ? gzipSync(readFileSync(file)).length : statSync(file).size;
}

function everyNth(queries: KnownItem[], step: number): KnownItem[] {
  return queries.filter((_, index) => index % step === 0);
}

function report({ content, queries }: Corpus, scores: Record<string, Score>, bytes: number[]): string[] {
  console.log(
    `${content.entries.length} posts, ${queries.length} queries; mean reciprocal rank at 10, share without results`,
  );
  const kinds = [...(Object.values(scores)[0]?.ranks.keys() ?? [])];
  console.table(
    Object.fromEntries(
      kinds.map((kind) => [kind, Object.fromEntries(Object.entries(scores).flatMap((row) => cells(row, kind)))]),
    ),
  );
  for (const [name, { mean, times }] of Object.entries(scores)) {
    console.log(`${name}: mean ${mean.toFixed(3)}; ${spread(times, 1)} ms a query`);
  }
  console.log(`Wellformed, cold: ${spread(bytes, 1000)} kB until the first ten pages are there`);
  const ours = scores["Wellformed"] as Score;
  if (process.env["FAILURES"]) console.log(ours.failures.join("\n"));
  return missed(ours, bytes);
}

function cells([name, { ranks, intervals, zero }]: [string, Score], kind: string): [string, string][] {
  const [from = 0, to = 0] = intervals.get(kind) ?? [];
  return [
    [name, `${(ranks.get(kind) ?? 0).toFixed(3)} (${from.toFixed(3)}–${to.toFixed(3)})`],
    [`${name} none`, `${(100 * (zero.get(kind) ?? 0)).toFixed(1)} %`],
  ];
}

function spread(sorted: number[], unit: number): string {
  const [median, late] = [0.5, 0.95].map((share) => (quantile(sorted, share) / unit).toFixed(0));
  return `median ${median}, 95th percentile ${late}`;
}

function missed({ ranks, zero, mean, times }: Score, bytes: number[]): string[] {
  const kilobytes = quantile(bytes, 0.5) / 1000;
  const late = quantile(times, 0.95);
  return [
    ...[...ranks]
      .filter(([kind, rank]) => rank < (TARGETS[kind] ?? 0) - 0.0005)
      .map(([kind, rank]) => `${kind} ${rank.toFixed(3)}, where ${TARGETS[kind]} is the least`),
    ...[...zero]
      .filter(([, share]) => share >= MOST_ZERO)
      .map(([kind, share]) => `${kind}: ${100 * share} % find nothing`),
    mean < LEAST_MEAN && `a mean of ${mean.toFixed(3)}, where ${LEAST_MEAN} is the least`,
    kilobytes > MOST_KILOBYTES && `${kilobytes.toFixed(0)} kB cold, where ${MOST_KILOBYTES} is the most`,
    late > MOST_MILLISECONDS && `${late.toFixed(0)} ms at the 95th percentile, where ${MOST_MILLISECONDS} is the most`,
  ].filter((line) => typeof line === "string");
}
