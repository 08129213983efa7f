/**
 * Files that are published as they are, except for metadata. Each is examined once: the cache keeps the findings with the file's
 * size and times, so that builds do not read a large folder again.
 */
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { Reason } from "../../content/problems/problem.ts";
import { type Result, success } from "../../content/problems/result.ts";
import { digestOf } from "../cache.ts";
import { withFile } from "./file-bytes.ts";
import { containsLocation } from "./location.ts";
import { publishedOf, publishFile } from "./published.ts";

/** Goes up when files are to be examined anew. */
const VERSION = 1;
const INDEX = "index.json";
/** Files that are examined before other work gets a turn. */
const AT_A_TIME = 20;

const Found = z.object({
  stamp: z.string(),
  /** The name of the copy without metadata in the cache; the file itself is published where there is none. */
  copy: z.string().optional(),
  advice: z.object({ message: z.string(), hint: z.string().optional() }).optional(),
});
type Found = z.infer<typeof Found>;
const Index = z.record(z.string(), Found);

/** A file that can be published. */
export interface CleanFile {
  readonly file: string;
  /** The path to copy from: the file itself, or its clean copy in the cache. */
  readonly source: string;
  readonly stamp: string;
  /** A warning of a file that is published nevertheless. */
  readonly advice?: Reason | undefined;
}

/** In the order of `files`, which are relative to `siteDir`; `cacheDir` holds what earlier builds found. */
export async function cleanFiles(
  siteDir: string,
  files: readonly string[],
  cacheDir: string,
): Promise<Result<CleanFile>[]> {
  const before = await readIndex(cacheDir);
  const now = new Map<string, Found>();
  const results: Result<CleanFile>[] = [];
  const stamps = await Promise.all(files.map((file) => stampOf(join(siteDir, file))));
  for (const [index, file] of files.entries()) {
    const stamp = stamps[index] ?? "";
    const earlier = before.get(file);
    const known = earlier?.stamp === stamp ? earlier : undefined;
    if (!known && index % AT_A_TIME === 0) await nextTurn();
    const found = known ? success(known) : await examine(siteDir, file, stamp, cacheDir);
    if (found.ok) {
      const { copy, advice } = found.value;
      now.set(file, found.value);
      results.push(success({ file, stamp, advice, source: copy ? join(cacheDir, copy) : join(siteDir, file) }));
    } else results.push(found);
  }
  await writeIndex(cacheDir, before, now);
  return results;
}

/** A file that can't be cleaned is published as it is, unless it tells where a photograph was taken. */
async function examine(siteDir: string, file: string, stamp: string, cacheDir: string): Promise<Result<Found>> {
  const published = publishedOf(siteDir, file);
  if (!published.ok) {
    const [first] = published.problems;
    if (!first || withFile(join(siteDir, file), containsLocation)) return published;
    return success({ stamp, advice: { message: first.message, hint: first.hint } });
  }
  const bytes = "bytes" in published.value ? published.value.bytes : undefined;
  const isClean = bytes
    ? Buffer.compare(bytes, await readFile(join(siteDir, file))) === 0
    : "patches" in published.value && published.value.patches.length === 0;
  if (isClean) return success({ stamp });
  const copy = digestOf(`${file} ${stamp}`);
  await mkdir(cacheDir, { recursive: true });
  const temporary = join(cacheDir, `${copy}.${process.pid}`);
  if (bytes) await writeFile(temporary, bytes);
  else await publishFile(siteDir, file, temporary);
  await rename(temporary, join(cacheDir, copy));
  return success({ stamp, copy });
}

/** A change of a file changes its size or one of its times, whatever sets them back. */
async function stampOf(path: string): Promise<string> {
  const { size, mtimeMs, ctimeMs, ino } = await stat(path);
  return `${VERSION} ${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** Empty where there is none, or none that can be read. */
async function readIndex(cacheDir: string): Promise<Map<string, Found>> {
  try {
    return new Map(Object.entries(Index.parse(JSON.parse(await readFile(join(cacheDir, INDEX), "utf8")))));
  } catch {
    return new Map();
  }
}

async function writeIndex(
  cacheDir: string,
  before: ReadonlyMap<string, Found>,
  now: ReadonlyMap<string, Found>,
): Promise<void> {
  const [old, text] = [before, now].map((index) => JSON.stringify(Object.fromEntries(index)));
  if (old === text || text === undefined) return;
  const used = new Set([...now.values()].map(({ copy }) => copy));
  const gone = [...before.values()].flatMap(({ copy }) => (copy && !used.has(copy) ? [copy] : []));
  await mkdir(cacheDir, { recursive: true });
  const temporary = join(cacheDir, `${INDEX}.${process.pid}`);
  await writeFile(temporary, text);
  await rename(temporary, join(cacheDir, INDEX));
  await Promise.all(gone.map((copy) => rm(join(cacheDir, copy), { force: true })));
}
