/** Holds pages from when they are made until they are written: in memory, or in a file if there are many. */
import { mkdirSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { OpenFile, readInto } from "../cache/open-file.ts";

/** In bytes. */
const MOST_IN_MEMORY = 16_000_000;

export class PageStore {
  readonly #folder: string;
  readonly #mostInMemory: number;
  #inMemory = 0;
  /** Undefined until it is needed; `null` if it can't be opened, in which case all pages stay in memory. */
  #file: OpenFile | null | undefined;
  #length = 0;

  /** The folder need not exist. */
  constructor(folder: string, mostInMemory = MOST_IN_MEMORY) {
    this.#folder = folder;
    this.#mostInMemory = mostInMemory;
  }

  /** Takes these bytes, and returns what gives them again: from the file, a new buffer at each call. */
  hold(bytes: Buffer): { readonly bytes: () => Buffer; readonly isOnDisk: boolean } {
    const file = this.#inMemory + bytes.length > this.#mostInMemory ? this.#openFile() : null;
    if (!file) {
      this.#inMemory += bytes.length;
      return { bytes: () => bytes, isOnDisk: false };
    }
    const [at, { length }] = [this.#length, bytes];
    for (let done = 0; done < length; ) done += writeSync(file.descriptor, bytes, done, length - done, at + done);
    this.#length += length;
    release(bytes);
    return { bytes: () => readInto(Buffer.allocUnsafeSlow(length), file, at), isOnDisk: true };
  }

  #openFile(): OpenFile | null {
    if (this.#file !== undefined) return this.#file;
    try {
      mkdirSync(this.#folder, { recursive: true });
      const path = join(this.#folder, `pages-${process.pid}`);
      this.#file = new OpenFile(path, "w+");
      // An open file can still be used, and the system frees it however this process ends.
      unlinkSync(path);
    } catch {
      this.#file ??= null;
    }
    return this.#file;
  }
}

/**
 * Gives the memory of bytes back, which must be their own; they are empty then. V8 counts what lies outside of its heap, and looks
 * through the whole heap for every 64 MB, whatever it would find: for each thousandth page, and the longer the more pages there are.
 */
export function release({ buffer }: Buffer): void {
  structuredClone(null, { transfer: [buffer] });
}
