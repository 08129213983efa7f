/** The file in which a build finds what the last one has written into the same folder. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { digestOf } from "../cache/digest.ts";
import type { LastOutput } from "./file-maker.ts";
import type { OutputRecord } from "./kept-output.ts";

/** Without a record where there is none that can be read: then nothing is kept. */
export async function readLastOutput(siteDir: string, outDir: string): Promise<LastOutput> {
  try {
    const [digest = "", text = ""] = split(await readFile(fileOf(siteDir, outDir), "utf8"));
    const record: OutputRecord | undefined = digestOf(text) === digest ? JSON.parse(text) : undefined;
    return { folder: outDir, record };
  } catch {
    return { folder: outDir, record: undefined };
  }
}

/** A record that can't be written is none. */
export async function writeOutputRecord(siteDir: string, outDir: string, record: OutputRecord): Promise<void> {
  const file = fileOf(siteDir, outDir);
  const text = JSON.stringify(record);
  try {
    await mkdir(folderIn(siteDir), { recursive: true });
    await writeFile(`${file}.${process.pid}`, `${digestOf(text)}\n${text}`);
    await rename(`${file}.${process.pid}`, file);
  } catch {
    // The next build makes everything.
  }
}

/** Where the folder that a build has replaced is kept for the next one. */
export function spareFolder(siteDir: string, outDir: string): string {
  return fileOf(siteDir, outDir).replace(/\.json$/, ".spare");
}

function split(text: string): string[] {
  const end = text.indexOf("\n");
  return [text.slice(0, end), text.slice(end + 1)];
}

function folderIn(siteDir: string): string {
  return join(siteDir, ".cache/output");
}

function fileOf(siteDir: string, outDir: string): string {
  return join(folderIn(siteDir), `${digestOf(resolve(outDir)).slice(0, 16)}.json`);
}
