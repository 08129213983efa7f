/** Files that stay open for as long as something may read from them. */
import { closeSync, openSync, readSync } from "node:fs";

/** An open file, closed when nothing refers to it any more. */
export class OpenFile {
  static readonly #left = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));
  readonly descriptor: number;

  constructor(path: string, flags: "r" | "w+") {
    this.descriptor = openSync(path, flags);
    OpenFile.#left.register(this, this.descriptor);
  }
}

/** Fills `bytes` from the file, beginning at `at`. */
export function readInto(bytes: Buffer, { descriptor }: Pick<OpenFile, "descriptor">, at: number): Buffer {
  const { length } = bytes;
  let done = 0;
  while (done < length) {
    const count = readSync(descriptor, bytes, done, length - done, at + done);
    if (count === 0) throw new Error("a file of the cache is shorter than it was");
    done += count;
  }
  return bytes;
}
