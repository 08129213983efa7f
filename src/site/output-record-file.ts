/** Keeps the output record of a build in a file: for the next build, and for commands that look at the output. */
import { join, resolve } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { readKeptData, writeKeptData } from "../cache/kept-file.ts";
import { readKeptNumbers, writeKeptNumbers } from "../cache/kept-numbers.ts";
import type { ServedSite } from "../publish/hosts/served-site.ts";
import type { LastOutput } from "./file-maker.ts";
import type { FileRow, OutputRecord } from "./kept-output.ts";

/** Records name their basis themselves. */
const ANY_BASIS = "";

/** The record without its rows of numbers, of which it has the lengths. */
interface RecordHead extends Omit<OutputRecord, "files"> {
  readonly files: Readonly<Record<string, Omit<FileRow, "asked"> & { readonly asked: number }>>;
}

/** Without a record if none can be read; then nothing is kept. */
export function readLastOutput(siteDir: string, outDir: string): LastOutput {
  return { folder: outDir, record: readRecord(fileOf(siteDir, outDir, "record")) };
}

/** How the files of a built folder are to be served; undefined if it was not built here. */
export function readServed(siteDir: string, outDir: string): ServedSite | undefined {
  return readKeptData(fileOf(siteDir, outDir, "served"), ANY_BASIS);
}

export function writeOutputRecord(siteDir: string, outDir: string, record: OutputRecord): void {
  const files = Object.entries(record.files);
  const head: RecordHead = {
    ...record,
    files: Object.fromEntries(files.map(([file, row]) => [file, { ...row, asked: row.asked.length }])),
  };
  const rows = files.map(([, { asked }]) => asked);
  writeKeptNumbers(fileOf(siteDir, outDir, "record"), ANY_BASIS, head, rows);
}

function readRecord(file: string): OutputRecord | undefined {
  const kept = readKeptNumbers<RecordHead>(file, ANY_BASIS);
  if (!kept) return undefined;
  const { head, numbers } = kept;
  let at = 0;
  const rows = Object.entries(head.files).map(([file, row]): [string, FileRow] => {
    const asked = numbers.subarray(at, at + row.asked);
    at += row.asked;
    return [file, { ...row, asked }];
  });
  return { ...head, files: Object.fromEntries(rows) };
}

export function writeServed(siteDir: string, outDir: string, served: ServedSite): void {
  writeKeptData(fileOf(siteDir, outDir, "served"), ANY_BASIS, served);
}

/** The folder that the last build has replaced, which the next one writes into. */
export function spareFolder(siteDir: string, outDir: string): string {
  return fileOf(siteDir, outDir, "spare");
}

function fileOf(siteDir: string, outDir: string, kind: "record" | "served" | "spare"): string {
  return join(siteDir, ".cache/output", `${digestOf(resolve(outDir)).slice(0, 16)}.${kind}`);
}
