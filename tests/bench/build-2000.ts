/** Builds of 2,000 essays, Wellformed's and Hugo's in turns, without search: the same files, as much the same pages as can be. */
import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { collections } from "../../src/site/collections.ts";
import { searchWords } from "../../src/site/tools.ts";
import { buildAssets } from "../../src/theme/assets.ts";
import { type Essay, essays } from "./essays.ts";
import { type Measurement, measure } from "./measure.ts";

const ESSAYS = 2000;
const MOST_TIMES_HUGO = 1.0;
const MOST_MEGABYTES = 512;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Builder {
  name: string;
  outDir: string;
  command: [string, ...string[]];
  measurements: Measurement[];
}

/** Returns the targets that were missed. */
export async function benchBuild(rounds: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "wellformed-bench-"));
  try {
    const texts = essays(ESSAYS);
    const ours = wellformedIn(join(folder, "wellformed"), texts);
    const hugo = await hugoIn(join(folder, "hugo"), texts);
    if (!hugo) console.log("Hugo is not installed: Wellformed is measured alone, with nothing to compare it with.");
    const builders = hugo ? [ours, hugo] : [ours];
    for (let round = 0; round < rounds; round++) {
      for (const builder of builders) await run(builder);
    }
    return report(ours, hugo);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run({ outDir, command: [program, ...args], measurements }: Builder): Promise<void> {
  rmSync(outDir, { recursive: true, force: true });
  measurements.push(await measure(program, args, ROOT));
}

function wellformedIn(dir: string, texts: Essay[]): Builder {
  writeEssays(join(dir, "posts"), texts);
  const settings = {
    title: "Two Thousand Essays",
    url: "https://bench.example",
    language: "en",
    description: "Essays that nobody wrote.",
    navigation: [{ label: "Essays", path: "/posts/" }],
    // Hugo draws none either; tests/bench/share-images.ts measures them.
    shareImages: false,
  };
  mkdirSync(join(dir, "_data"));
  writeFileSync(join(dir, "_data/site.ts"), `export default ${JSON.stringify(settings)};\n`);
  const outDir = join(dir, "out");
  const [program, ...flags] = buildCommand();
  const command: Builder["command"] = [program, ...flags, "--no-search", "--site", dir, "--out", outDir];
  return { name: "Wellformed", outDir, command, measurements: [] };
}

/** What `npm run build` comes down to, once the packages are there. */
function buildCommand(): Builder["command"] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: { build: string } };
  const [program = "", ...flags] = scripts.build.split("&& ").at(-1)?.split(" ") ?? [];
  return [program, ...flags];
}

/**
 * Its layouts are in `tests/fixtures/hugo/`: they do what Wellformed's pages do, related posts, feeds of tags and Markdown
 * beside each page included, and leave out what Hugo has no means for. The styles in each page's head are Wellformed's.
 */
async function hugoIn(dir: string, texts: Essay[]): Promise<Builder | undefined> {
  const version = /v(\d+\.\d+\.\d+)/.exec(spawnSync("hugo", ["version"], { encoding: "utf8" }).stdout ?? "")?.[1];
  if (!version) return undefined;
  cpSync(join(ROOT, "tests/fixtures/hugo"), dir, { recursive: true });
  writeEssays(join(dir, "content/posts"), texts);
  mkdirSync(join(dir, "assets"));
  writeFileSync(
    join(dir, "assets/main.css"),
    (await buildAssets(searchWords(collections))).styleSheets.map(({ css }) => css).join(""),
  );
  const outDir = join(dir, "out");
  const command: Builder["command"] = ["hugo", "--quiet", "--source", dir, "--destination", outDir];
  return { name: `Hugo ${version}`, outDir, command, measurements: [] };
}

function writeEssays(dir: string, texts: Essay[]): void {
  mkdirSync(dir, { recursive: true });
  for (const { slug, text } of texts) writeFileSync(join(dir, `${slug}.md`), text);
}

function report(ours: Builder, hugo: Builder | undefined): string[] {
  console.log(`${ESSAYS} essays of about 1,000 words and three code blocks each; seconds for each round`);
  console.table(Object.fromEntries([ours, ...(hugo ? [hugo] : [])].map((builder) => [builder.name, rowOf(builder)])));
  const peak = peakOf(ours);
  const ratio = hugo && medianOf(ours) / medianOf(hugo);
  if (ratio) console.log(`Wellformed takes ${ratio.toFixed(2)} times as long as ${hugo?.name}.`);
  return [
    ratio && ratio > MOST_TIMES_HUGO && `${ratio.toFixed(2)} times Hugo's time, where ${MOST_TIMES_HUGO} is the most`,
    peak && peak > MOST_MEGABYTES && `a peak of ${Math.round(peak)} MB, where ${MOST_MEGABYTES} MB is the most`,
  ].filter((missed) => typeof missed === "string");
}

function rowOf(builder: Builder): Record<string, number | string> {
  const rounds = builder.measurements.map(({ seconds }, index) => [`round ${index + 1}`, Number(seconds.toFixed(2))]);
  return {
    ...Object.fromEntries(rounds),
    median: Number(medianOf(builder).toFixed(2)),
    "peak MB": Math.round(peakOf(builder)) || "not measured",
    pages: globSync("**/*.html", { cwd: builder.outDir }).length,
  };
}

function medianOf({ measurements }: Builder): number {
  const sorted = measurements.map(({ seconds }) => seconds).toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function peakOf({ measurements }: Builder): number {
  return Math.max(0, ...measurements.map(({ peakMegabytes = 0 }) => peakMegabytes));
}
