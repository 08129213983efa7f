/** Keeps the results of expensive work in a folder between builds, under a digest of everything they were made from. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export class Cache {
  readonly folder: string;
  #made = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** A text that is made synchronously. */
  text(kind: string, from: string, make: () => string): string {
    const file = this.#fileFor(kind, from);
    try {
      return readFileSync(file, "utf8");
    } catch {
      const text = make();
      mkdirSync(dirname(file), { recursive: true });
      const temporary = this.#temporaryFor(file);
      writeFileSync(temporary, text);
      renameSync(temporary, file);
      return text;
    }
  }

  /** Bytes that are made asynchronously. */
  async bytes(kind: string, from: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const file = this.#fileFor(kind, from);
    try {
      return await readFile(file);
    } catch {
      const bytes = await make();
      await mkdir(dirname(file), { recursive: true });
      const temporary = this.#temporaryFor(file);
      await writeFile(temporary, bytes);
      await rename(temporary, file);
      return bytes;
    }
  }

  #fileFor(kind: string, from: string): string {
    const digest = digestOf(from);
    return join(this.folder, kind, digest.slice(0, 2), digest.slice(2));
  }

  /** Renaming a temporary file keeps half a file from being seen, whether a build is killed or two run at once. */
  #temporaryFor(file: string): string {
    this.#made += 1;
    return `${file}.${process.pid}.${this.#made}`;
  }
}

/** The SHA-256 of some bytes, or of a text as UTF-8, in hexadecimal. */
export function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
