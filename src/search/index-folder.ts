/** The folder of an index: files that are right stay, and all others are written or removed. */
import { readdirSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { digestOf } from "../cache/digest.ts";

/** The index of an earlier build. Files are named by their paths from its folder. */
export interface EarlierIndex {
  /** True if the folder has files of an earlier index that must be removed here, if this one lacks them. */
  readonly isInPlace: boolean;
  /** Keeps a file that follows from `from` alone, which can be its name; false if the earlier index has no such file. */
  take(name: string, from: string): boolean;
  /** Keeps files that were made together from what has the digest `from`, and returns their names; undefined if any is missing. */
  takeGroup(group: string, from: string): readonly string[] | undefined;
  note(name: string, from: string, bytes: Uint8Array): void;
  noteGroup(group: string, from: string, names: readonly string[]): void;
}

/** Without an earlier index, every file is made. */
export const NO_EARLIER_INDEX: EarlierIndex = {
  isInPlace: true,
  take: () => false,
  takeGroup: () => undefined,
  note: () => {},
  noteGroup: () => {},
};

export class IndexFolder {
  readonly #folder: string;
  readonly #earlier: EarlierIndex;
  readonly #names = new Set<string>();
  readonly #made = new Map<string, Promise<unknown>>();
  #written = 0;

  constructor(folder: string, earlier: EarlierIndex) {
    this.#folder = folder;
    this.#earlier = earlier;
  }

  /** How many files were written. */
  get written(): number {
    return this.#written;
  }

  async put(name: string, from: string, make: () => Uint8Array | Promise<Uint8Array>): Promise<void> {
    this.#names.add(name);
    if (this.#earlier.take(name, from)) return;
    const bytes = await make();
    await this.#write(name, bytes);
    this.#earlier.note(name, from, bytes);
  }

  /** Writes files that are made together, in their order. */
  async putGroup(
    group: string,
    from: string,
    make: () => ReadonlyMap<string, Uint8Array> | Promise<ReadonlyMap<string, Uint8Array>>,
  ): Promise<void> {
    const kept = this.#earlier.takeGroup(group, from);
    if (kept) {
      for (const name of kept) this.#names.add(name);
      return;
    }
    const files = await make();
    for (const [name, bytes] of files) await this.put(name, digestOf(bytes), () => bytes);
    this.#earlier.noteGroup(group, from, [...files.keys()]);
  }

  /** Removes all files that were not put. */
  async removeOthers(): Promise<void> {
    if (!this.#earlier.isInPlace) return;
    const files = readdirSync(this.#folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const names = files.map(({ parentPath, name }) => relative(this.#folder, join(parentPath, name)));
    const others = names.filter((name) => !this.#names.has(name));
    await Promise.all(others.map((name) => rm(join(this.#folder, name), { force: true })));
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const to = join(this.#folder, name);
    const folder = dirname(to);
    if (!this.#made.has(folder)) this.#made.set(folder, mkdir(folder, { recursive: true }));
    await this.#made.get(folder);
    await writeFile(to, bytes);
    this.#written++;
  }
}
