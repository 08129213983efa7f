/** A file that is kept whole from one build to the next. What is damaged, cut off or of another version is not there. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { digestOf } from "./digest.ts";

/** The first bytes: a digest of the basis, then the CRC-32 of all that follows. */
const BASIS_LENGTH = 32;
const CONTENT_FROM = BASIS_LENGTH + 4;

/** What was written with the same `basis`, which says what it is made with; undefined where there is nothing of the kind. */
export function readKept(file: string, basis: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    if (bytes.toString("latin1", 0, BASIS_LENGTH) !== markOf(basis)) return undefined;
    const content = bytes.subarray(CONTENT_FROM);
    return crc32(content) === bytes.readUInt32LE(BASIS_LENGTH) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** What can't be written is not kept. */
export function writeKept(file: string, basis: string, parts: readonly Uint8Array[]): void {
  const unfinished = `${file}.${process.pid}`;
  const head = Buffer.alloc(CONTENT_FROM);
  head.write(markOf(basis), "latin1");
  const content = Buffer.concat(parts);
  head.writeUInt32LE(crc32(content), BASIS_LENGTH);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, Buffer.concat([head, content]));
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

function markOf(basis: string): string {
  return digestOf(basis).slice(0, BASIS_LENGTH);
}
