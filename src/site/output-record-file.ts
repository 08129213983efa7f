/** Files in which is kept what a build has written into a folder: for the next build, and for commands that look at it. */
import { join, resolve } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { readKeptData, writeKeptData } from "../cache/kept-file.ts";
import type { ServedSite } from "../publish/hosts/served-site.ts";
import type { LastOutput } from "./file-maker.ts";
import type { OutputRecord } from "./kept-output.ts";

/** Each says itself what it was made from. */
const ANY_BASIS = "";

/** Without a record where there is none that can be read: then nothing is kept. */
export function readLastOutput(siteDir: string, outDir: string): LastOutput {
  return { folder: outDir, record: readKeptData<OutputRecord>(fileOf(siteDir, outDir, "json"), ANY_BASIS) };
}

/** What of a built folder is served how; undefined where it was not built here. */
export function readServed(siteDir: string, outDir: string): ServedSite | undefined {
  return readKeptData(fileOf(siteDir, outDir, "served"), ANY_BASIS);
}

export function writeOutputRecord(siteDir: string, outDir: string, record: OutputRecord): void {
  writeKeptData(fileOf(siteDir, outDir, "json"), ANY_BASIS, record);
}

export function writeServed(siteDir: string, outDir: string, served: ServedSite): void {
  writeKeptData(fileOf(siteDir, outDir, "served"), ANY_BASIS, served);
}

/** Where the folder that a build has replaced is kept for the next one. */
export function spareFolder(siteDir: string, outDir: string): string {
  return fileOf(siteDir, outDir, "spare");
}

function fileOf(siteDir: string, outDir: string, kind: "json" | "served" | "spare"): string {
  return join(siteDir, ".cache/output", `${digestOf(resolve(outDir)).slice(0, 16)}.${kind}`);
}
