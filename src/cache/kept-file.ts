/** A file that is kept whole from one build to the next. One that is damaged, cut off or of another version counts as missing. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { digestOf } from "./digest.ts";

/** Of a digest in hexadecimal. */
const DIGEST_LENGTH = 64;
/** Two digests come first: of the basis, and of all that follows. */
const CONTENT_FROM = 2 * DIGEST_LENGTH;

/** The content as it was written, if it was written with the same `basis`, which names what it depends on. */
export function readKept(file: string, basis: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(CONTENT_FROM);
    const head = bytes.toString("latin1", 0, CONTENT_FROM);
    // The basis first: where it differs, the content need not be hashed.
    return head.startsWith(digestOf(basis)) && head.endsWith(digestOf(content)) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** A file that can't be written is not kept, without an error. */
export function writeKept(file: string, basis: string, parts: readonly Uint8Array[]): void {
  const unfinished = `${file}.${process.pid}`;
  const content = Buffer.concat(parts);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, Buffer.concat([Buffer.from(digestOf(basis) + digestOf(content), "latin1"), content]));
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

/** The same for plain data. `Data` is the caller's word: nothing else is written under the file's name. */
export function readKeptData<Data>(file: string, basis: string): Data | undefined {
  const content = readKept(file, basis);
  return content && JSON.parse(content.toString());
}

export function writeKeptData(file: string, basis: string, data: unknown): void {
  writeKept(file, basis, [Buffer.from(JSON.stringify(data))]);
}
