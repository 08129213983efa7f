/**
 * Rows of numbers that are kept from one build to the next with plain data that tells them apart, in one file, which is read and
 * written whole. As JSON, a million numbers would take ten times as long.
 *
 * ```
 * length of the head │ head: JSON │ numbers of all rows
 * ```
 */
import { readKept, writeKept } from "./kept-file.ts";

/** In bytes. */
const LENGTH = 4;

/** `Head` is the caller's word, as in `readKeptData`. `numbers` has all rows, one after the other. */
export function readKeptNumbers<Head>(file: string, basis: string): { head: Head; numbers: Uint32Array } | undefined {
  const bytes = readKept(file, basis);
  if (!bytes) return undefined;
  const end = LENGTH + bytes.readUInt32LE(0);
  const head: Head = JSON.parse(bytes.toString("utf8", LENGTH, end));
  // Copied, since a Uint32Array must begin at a multiple of four bytes.
  const numbers = new Uint32Array((bytes.length - end) / Uint32Array.BYTES_PER_ELEMENT);
  new Uint8Array(numbers.buffer).set(bytes.subarray(end));
  return { head, numbers };
}

/** A file that can't be written is not kept, without an error. */
export function writeKeptNumbers(file: string, basis: string, head: unknown, rows: readonly Uint32Array[]): void {
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(text.length);
  const numbers = rows.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  writeKept(file, basis, [length, text, ...numbers]);
}
