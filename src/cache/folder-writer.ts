/** Writes files into a folder, and makes the folders that they need. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export class FolderWriter {
  readonly folder: string;
  readonly #made = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Synchronous: handing a small file to another thread takes longer than writing it. */
  write(path: string, bytes: Uint8Array): void {
    writeFileSync(this.place(path), bytes);
  }

  /** The absolute path of a file, whose folder is made; `path` is from this writer's folder. */
  place(path: string): string {
    const to = join(this.folder, path);
    const folder = dirname(to);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    return to;
  }
}
