/** Keeps the output record of a build in a file: for the next build, and for commands that look at the output. */
import { join, resolve } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { engineDigest } from "../cache/engine-digest.ts";
import { readKeptData, writeKeptData } from "../cache/kept-file.ts";
import type { ServedSite } from "../publish/hosts/served-site.ts";
import type { LastOutput } from "./file-maker.ts";
import type { OutputRecord } from "./kept-output.ts";

/** What is served how does not depend on who made it, but on its form: 2 has the not-found pages of further languages. */
const SERVED_FORM = "2";

/** Without a record if none can be read, or another engine has written it; then nothing is kept. */
export function readLastOutput(siteDir: string, outDir: string): LastOutput {
  return { folder: outDir, record: readKeptData<OutputRecord>(fileOf(siteDir, outDir, "json"), engineDigest()) };
}

/** How the files of a built folder are to be served; undefined if it was not built here. */
export function readServed(siteDir: string, outDir: string): ServedSite | undefined {
  return readKeptData(fileOf(siteDir, outDir, "served"), SERVED_FORM);
}

export function writeOutputRecord(siteDir: string, outDir: string, record: OutputRecord): void {
  writeKeptData(fileOf(siteDir, outDir, "json"), engineDigest(), record);
}

export function writeServed(siteDir: string, outDir: string, served: ServedSite): void {
  writeKeptData(fileOf(siteDir, outDir, "served"), SERVED_FORM, served);
}

/** The folder that the last build has replaced, which the next one writes into. */
export function spareFolder(siteDir: string, outDir: string): string {
  return fileOf(siteDir, outDir, "spare");
}

function fileOf(siteDir: string, outDir: string, kind: "json" | "served" | "spare"): string {
  return join(siteDir, ".cache/output", `${digestOf(resolve(outDir)).slice(0, 16)}.${kind}`);
}
