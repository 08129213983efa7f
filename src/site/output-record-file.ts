/** Files in which is kept what a build has written into a folder: for the next build, and for commands that look at it. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { digestOf } from "../cache/digest.ts";
import type { ServedSite } from "../publish/hosts/served-site.ts";
import type { LastOutput } from "./file-maker.ts";
import type { OutputRecord } from "./kept-output.ts";

/** Without a record where there is none that can be read: then nothing is kept. */
export async function readLastOutput(siteDir: string, outDir: string): Promise<LastOutput> {
  return { folder: outDir, record: await readKept<OutputRecord>(fileOf(siteDir, outDir, "json")) };
}

/** What of a built folder is served how; undefined where it was not built here. */
export function readServed(siteDir: string, outDir: string): Promise<ServedSite | undefined> {
  return readKept(fileOf(siteDir, outDir, "served"));
}

export async function writeOutputRecord(siteDir: string, outDir: string, record: OutputRecord): Promise<void> {
  await writeKept(fileOf(siteDir, outDir, "json"), record);
}

export async function writeServed(siteDir: string, outDir: string, served: ServedSite): Promise<void> {
  await writeKept(fileOf(siteDir, outDir, "served"), served);
}

/** What it was made from, plain data: its digest tells whether it is whole. */
async function readKept<Kept>(file: string): Promise<Kept | undefined> {
  try {
    const text = await readFile(file, "utf8");
    const end = text.indexOf("\n");
    const kept = text.slice(end + 1);
    return digestOf(kept) === text.slice(0, end) ? JSON.parse(kept) : undefined;
  } catch {
    return undefined;
  }
}

/** One that can't be written is none. */
async function writeKept(file: string, kept: unknown): Promise<void> {
  const text = JSON.stringify(kept);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.${process.pid}`, `${digestOf(text)}\n${text}`);
    await rename(`${file}.${process.pid}`, file);
  } catch {
    // The next build makes everything.
  }
}

/** Where the folder that a build has replaced is kept for the next one. */
export function spareFolder(siteDir: string, outDir: string): string {
  return fileOf(siteDir, outDir, "spare");
}

function fileOf(siteDir: string, outDir: string, kind: "json" | "served" | "spare"): string {
  return join(siteDir, ".cache/output", `${digestOf(resolve(outDir)).slice(0, 16)}.${kind}`);
}
