/** The folder of an index: files that are right already stay, and all others are written or removed. */
import { readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { digestOf } from "../cache/digest.ts";
import { FolderWriter } from "../cache/folder-writer.ts";

/** A file by its name in the folder. `from` says all that it is made of, as its name may do. */
export interface NamedFile {
  readonly name: string;
  readonly from: string;
}

export interface IndexFile extends NamedFile {
  make(): Uint8Array | Promise<Uint8Array>;
}

/** What an earlier build has written of the index; whoever knows may be another thread. */
export interface EarlierIndex {
  /** True where the folder has files of an earlier index, and nobody else removes those that this one lacks. */
  readonly isInPlace: boolean;
  /** Takes the files that are still right, and returns their names. For the others there is room. */
  take(files: readonly NamedFile[]): readonly string[] | Promise<readonly string[]>;
  /** Takes files that were made together, of what `from` is a digest of, and names them; undefined where one is missing. */
  takeGroup(group: string, from: string): readonly string[] | undefined | Promise<readonly string[] | undefined>;
  /** Hears of a file that was written, with the digest of its bytes. */
  note(file: NamedFile, digest: string): void;
  noteGroup(group: string, from: string, names: readonly string[]): void;
}

/** Everything is made. */
export const NO_EARLIER_INDEX: EarlierIndex = {
  isInPlace: true,
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
  #written = 0;

  /** `taken` names files that are in their place already. */
  constructor(folder: string, earlier: EarlierIndex, taken: Iterable<string> = []) {
    this.#writer = new FolderWriter(folder);
    this.#earlier = earlier;
    this.#names = new Set(taken);
  }

  /** How many files were written. */
  get written(): number {
    return this.#written;
  }

  async put(files: readonly IndexFile[]): Promise<void> {
    const taken = new Set(await this.#earlier.take(files.map(({ name, from }) => ({ name, from }))));
    for (const { name, from, make } of files) {
      this.#names.add(name);
      if (taken.has(name)) continue;
      const bytes = await make();
      this.#writer.write(name, bytes);
      this.#earlier.note({ name, from }, digestOf(bytes));
      this.#written++;
      if (this.#written % AT_A_TIME === 0) await nextTurn();
    }
  }

  /** Files that are made together, in the order in which they are written. */
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
    await this.put(Array.from(files, ([name, bytes]) => ({ name, from: digestOf(bytes), make: () => bytes })));
    this.#earlier.noteGroup(group, from, [...files.keys()]);
  }

  /** Removes what was not put. */
  async removeOthers(): Promise<void> {
    if (!this.#earlier.isInPlace) return;
    const { folder } = this.#writer;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const names = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
    const others = names.filter((name) => !this.#names.has(name));
    await Promise.all(others.map((name) => rm(join(folder, name), { force: true })));
  }
}
