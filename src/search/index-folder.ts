/** The folder of an index: files that are right stay, and all others are written or removed. */
import { readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { digestOf } from "../cache/digest.ts";
import { FolderWriter } from "../cache/folder-writer.ts";

/** A file, by its path from the folder. It follows from `from` alone, which can be its name. */
export interface NamedFile {
  readonly name: string;
  readonly from: string;
}

export interface IndexFile extends NamedFile {
  /** Of its bytes, where that is known. */
  readonly digest?: string;
  make(): Uint8Array | Promise<Uint8Array>;
}

/** The index of an earlier build, which may be known to another thread. */
export interface EarlierIndex {
  /** True if the folder has files of an earlier index that must be removed here, if this one lacks them. */
  readonly isInPlace: boolean;
  /** True if there is nothing to take, and nothing in the way: who is in another thread need not ask. */
  readonly isEmpty: boolean;
  /** Keeps the files that are still right, and returns their names. Nothing stands in the way of the others. */
  take(files: readonly NamedFile[]): readonly string[] | Promise<readonly string[]>;
  /** Keeps files that were made together from what has the digest `from`, and returns their names; undefined if any is missing. */
  takeGroup(group: string, from: string): readonly string[] | undefined | Promise<readonly string[] | undefined>;
  /** Called for each file that was written, with the digest of its bytes. */
  note(file: NamedFile, digest: string): void;
  noteGroup(group: string, from: string, names: readonly string[]): void;
}

/** Without an earlier index, every file is made. */
export const NO_EARLIER_INDEX: EarlierIndex = {
  isInPlace: true,
  isEmpty: true,
  take: () => [],
  takeGroup: () => undefined,
  note: () => {},
  noteGroup: () => {},
};

/** After so many files, other work of this thread gets a turn. */
const AT_A_TIME = 8;

export class IndexFolder {
  readonly #writer: FolderWriter;
  readonly #earlier: EarlierIndex;
  readonly #names: Set<string>;
  readonly #signal: AbortSignal | undefined;
  #written = 0;

  /** `taken` names files that are in their place already. When the signal is given, nothing more is written. */
  constructor(folder: string, earlier: EarlierIndex, taken: Iterable<string> = [], signal?: AbortSignal) {
    this.#writer = new FolderWriter(folder);
    this.#earlier = earlier;
    this.#names = new Set(taken);
    this.#signal = signal;
  }

  /** How many files were written. */
  get written(): number {
    return this.#written;
  }

  async put(files: readonly IndexFile[]): Promise<void> {
    const taken = new Set(await this.#earlier.take(files.map(({ name, from }) => ({ name, from }))));
    for (const name of taken) this.#names.add(name);
    await this.write(files.filter(({ name }) => !taken.has(name)));
  }

  /** Files that are known not to be there. */
  async write(files: readonly IndexFile[]): Promise<void> {
    for (const { name, from, digest, make } of files) {
      this.#names.add(name);
      const bytes = await make();
      this.#signal?.throwIfAborted();
      this.#writer.write(name, bytes);
      this.#earlier.note({ name, from }, digest ?? digestOf(bytes));
      this.#written++;
      if (this.#written % AT_A_TIME === 0) await nextTurn();
    }
  }

  /** Writes files that are made together, in their order. */
  async putGroup(
    group: string,
    from: string,
    make: () => ReadonlyMap<string, Uint8Array> | Promise<ReadonlyMap<string, Uint8Array>>,
  ): Promise<void> {
    const taken = await this.#earlier.takeGroup(group, from);
    if (taken) {
      for (const name of taken) this.#names.add(name);
      return;
    }
    const files = await make();
    const digested = Array.from(files, ([name, bytes]): IndexFile => {
      const digest = digestOf(bytes);
      return { name, from: digest, digest, make: () => bytes };
    });
    await this.put(digested);
    this.#earlier.noteGroup(group, from, [...files.keys()]);
  }

  /** Removes all files that were not put. */
  async removeOthers(): Promise<void> {
    if (!this.#earlier.isInPlace) return;
    const { folder } = this.#writer;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const names = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
    const others = names.filter((name) => !this.#names.has(name));
    await Promise.all(others.map((name) => rm(join(folder, name), { force: true })));
  }
}
