/** Writes files into a folder, and the folders that they need. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export class FolderWriter {
  readonly folder: string;
  readonly #made = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** At once: to hand a small file to another thread takes longer than to write it. */
  write(path: string, bytes: Uint8Array): void {
    writeFileSync(this.place(path), bytes);
  }

  /** Where a file is to be written, by its path from the folder; the folder that it is in is made. */
  place(path: string): string {
    const to = join(this.folder, path);
    const folder = dirname(to);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    return to;
  }
}
