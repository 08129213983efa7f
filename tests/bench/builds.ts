/**
 * Builds of essays with everything on but share images, Wellformed's and its peers' in turns. Then one essay is edited, and then
 * nothing.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeEssaySite } from "./essay-site.ts";
import { type Essay, essays } from "./essays.ts";
import { type Measurement, measure } from "./measure.ts";
import { moveAside } from "./move-aside.ts";
import { forget as forgetPeer, peersIn } from "./peers.ts";
import { writeTable } from "./tables.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Shares of a cold build. */
const MOST = { edit: 0.1, nothing: 0.02 };
/** Of a cold build: times what Hugo takes, and megabytes of all processes together. */
const mostOf = (count: number) =>
  count < 10_000 ? { timesPeer: 0.8, megabytes: 600 } : { timesPeer: 0.5, megabytes: 1500 };

interface Case {
  readonly name: string;
  /** One after the other. */
  readonly commands: readonly (readonly [string, ...string[]])[];
  /** What is done before it, each time. */
  readonly prepare: () => void;
  readonly measurements: Measurement[];
}

/**
 * `argument` is rounds, or rounds and essays: `3`, `3x10000`. Astro is a peer for those who name it, since it must be installed.
 * Returns the targets that were missed.
 */
export async function benchBuilds(argument = "3x2000", peers = "hugo,eleventy"): Promise<string[]> {
  const [rounds = 3, count = 2000] = argument.split("x").map(Number);
  const folder = mkdtempSync(join(tmpdir(), "wellformed-bench-"));
  try {
    const texts = essays(count);
    // An engine makes a bundle of its modules when it first runs, whatever it is asked to do.
    const [program, ...args] = buildCommand();
    await measure(program, [...args, "--help"], ROOT);
    const ours = wellformedIn(join(folder, "wellformed"), texts);
    const sites = await peersIn(folder, peers.split(",").filter(Boolean), texts);
    const theirs = sites.map((site) => ({ ...site, prepare: () => forgetPeer(site), measurements: [] }));
    const cases: Case[] = [...ours, ...theirs];
    for (let round = 0; round < rounds; round++) for (const one of cases) await run(one);
    return report(count, cases, theirs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run({ commands, prepare, measurements }: Case): Promise<void> {
  prepare();
  const parts: Measurement[] = [];
  for (const [program, ...args] of commands) parts.push(await measure(program, args, ROOT));
  const sum = (of: (part: Measurement) => number | undefined) =>
    parts.reduce((total, part) => total + (of(part) ?? 0), 0);
  measurements.push({
    seconds: sum(({ seconds }) => seconds),
    cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds),
    peakMegabytes: Math.max(...parts.map(({ peakMegabytes = 0 }) => peakMegabytes)),
  });
}

function wellformedIn(dir: string, texts: Essay[]): Case[] {
  writeEssaySite(dir, texts);
  const outDir = join(dir, "out");
  const command = [...buildCommand(), "--site", dir, "--out", outDir] as const;
  const essayAt = (share: number) => join(dir, "posts", `${texts[Math.floor(texts.length * share)]?.slug}.md`);
  const edit = (share: number) => appendFileSync(essayAt(share), "\nOne sentence more.\n");
  const forget = () => {
    for (const path of [outDir, join(dir, ".cache")]) moveAside(path);
  };
  const rows: [name: string, prepare: () => void][] = [
    ["Wellformed, cold", forget],
    ["Wellformed, one essay edited", () => edit(1 / 2)],
    // From now on most files are in the folder of the build before the last.
    ["Wellformed, another essay edited", () => edit(1 / 3)],
    ["Wellformed, nothing changed", () => {}],
  ];
  return rows.map(([name, prepare]) => ({ name, commands: [command], prepare, measurements: [] }));
}

/** What `npm run build` comes down to, once the packages are there. */
function buildCommand(): [string, ...string[]] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: { build: string } };
  const [program = "", ...flags] = scripts.build.split("&& ").at(-1)?.split(" ") ?? [];
  return [program, ...flags];
}

function report(count: number, cases: Case[], peers: readonly Case[]): string[] {
  const [cold, edit, , nothing] = cases;
  if (!cold || !edit || !nothing) throw new Error("a case is missing");
  const seconds = (one: Case) => medianOf(one, ({ seconds }) => seconds);
  const table = tableOf(count, cases, cold);
  console.log(table);
  writeTable("builds", `${count.toLocaleString("en")} essays`, "medians, with the least and the most", table);
  const peak = Math.max(...cold.measurements.map(({ peakMegabytes = 0 }) => peakMegabytes));
  const shares: [what: string, share: number, most: number][] = [
    ["a build after one edit to a cold one", seconds(edit) / seconds(cold), MOST.edit],
    ["a build after nothing to a cold one", seconds(nothing) / seconds(cold), MOST.nothing],
  ];
  const peer = peers.find(({ name }) => name.startsWith("Hugo"));
  const { timesPeer, megabytes } = mostOf(count);
  if (peer) shares.push([`a cold build to ${peer.name}`, seconds(cold) / seconds(peer), timesPeer]);
  return [
    ...shares
      .filter(([, share, most]) => share > most)
      .map(([what, share, most]) => `${what}: ${share.toFixed(2)} of it, where ${most} is the most`),
    ...(peak > megabytes ? [`a peak of ${Math.round(peak)} MB, where ${megabytes} MB is the most`] : []),
  ];
}

function tableOf(count: number, cases: Case[], cold: Case): string {
  const number = (value: number) => value.toFixed(value < 10 ? 2 : 1);
  const spread = (one: Case, of: (measured: Measurement) => number | undefined) => {
    const values = one.measurements.map((measured) => of(measured) ?? 0).toSorted((a, b) => a - b);
    return `${number(medianOf(one, of))} (${number(values[0] ?? 0)}–${number(values.at(-1) ?? 0)})`;
  };
  const rows = cases.map((one) => {
    const share = medianOf(one, ({ cpuSeconds }) => cpuSeconds) / medianOf(cold, ({ cpuSeconds }) => cpuSeconds);
    const peak = Math.max(...one.measurements.map(({ peakMegabytes = 0 }) => peakMegabytes));
    return [
      one.name,
      spread(one, ({ seconds }) => seconds),
      spread(one, ({ cpuSeconds }) => cpuSeconds),
      share.toFixed(share < 0.1 ? 3 : 2),
      `${Math.round(peak)} MB`,
    ];
  });
  const head = [`${count.toLocaleString("en")} essays`, "seconds", "processor time", "of a cold build's", "peak"];
  return [head, head.map((_, at) => (at === 0 ? "---" : "---:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function medianOf({ measurements }: Case, of: (measured: Measurement) => number | undefined): number {
  const sorted = measurements.map((measured) => of(measured) ?? 0).toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
