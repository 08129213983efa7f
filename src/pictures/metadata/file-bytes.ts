/** Random access to a file, since videos are too large to read as a whole. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

export interface FileBytes {
  length: number;
  /** The bytes between two offsets; fewer at the end of the file. */
  read: (from: number, to: number) => Buffer;
}

/** Bytes that replace as many others in a copy of a file. */
export interface Patch {
  at: number;
  bytes: Uint8Array;
}

/** Opens a file for the duration of `work`. */
export function withFile<Result>(path: string, work: (file: FileBytes) => Result): Result {
  const descriptor = openSync(path, "r");
  try {
    const { size: length } = fstatSync(descriptor);
    const read = (from: number, to: number) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(to, length) - from));
      return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, from));
    };
    return work({ length, read });
  } finally {
    closeSync(descriptor);
  }
}

export function inMemory(bytes: Uint8Array): FileBytes {
  return { length: bytes.length, read: (from, to) => Buffer.from(bytes.subarray(from, Math.max(from, to))) };
}

export function patched(bytes: Uint8Array, patches: Patch[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const patch of patches) copy.set(patch.bytes, patch.at);
  return copy;
}
