/** The output folder: files are written there, or kept from the last build. */
import { statSync } from "node:fs";
import { constants, copyFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { FolderWriter } from "../cache/folder-writer.ts";
import type { PublicFile } from "../content/public-file.ts";
import { publishFile } from "../pictures/metadata/published.ts";
import type { FileMaker } from "./file-maker.ts";
import { removeOthers } from "./used-folder.ts";

export class Output {
  readonly #writer: FolderWriter;
  readonly #maker: FileMaker;
  readonly #files = new Set<string>();

  constructor(folder: string, maker: FileMaker) {
    this.#writer = new FolderWriter(folder);
    this.#maker = maker;
  }

  get folder(): string {
    return this.#writer.folder;
  }

  /** The paths of all files, from the folder. */
  get files(): ReadonlySet<string> {
    return this.#files;
  }

  /** Writes a text that is made from observed content and `from`; see `FileMaker.make`. */
  putText(path: string, from: unknown, make: () => string): void {
    const { isKept, bytes } = this.#maker.make(fileOf(path), from, () => ({ bytes: Buffer.from(make()) }));
    this.#files.add(fileOf(path));
    if (!isKept) this.#writer.write(path, bytes());
  }

  /** Notes files that are there already; paths are from the folder. */
  note(files: readonly string[]): void {
    for (const file of files) this.#files.add(file);
  }

  /** Writes a file, which later builds know by its bytes. */
  async putBytes(path: string, bytes: Uint8Array): Promise<void> {
    await this.#unlessKept(path, digestOf(bytes), () => bytes);
  }

  /** Writes a file that follows from its name, such as one that is named by its digest. */
  putNamed = async (path: string, make: () => Promise<Uint8Array>): Promise<void> => {
    await this.#unlessKept(path, path, make);
  };

  /** Publishes a file of the site without its metadata. */
  async putCopy(path: string, siteDir: string, file: string): Promise<void> {
    const { size, mtimeMs, ctimeMs, ino } = statSync(join(siteDir, file));
    const from = [file, size, mtimeMs, ctimeMs, ino].join(" ");
    this.#files.add(fileOf(path));
    if (this.#maker.keeps(fileOf(path), from)) return;
    await publishFile(siteDir, file, this.#writer.place(path));
    this.#maker.note(fileOf(path), from);
  }

  /** Copies a file of `public/` without reading it into memory. */
  async putPublic({ path, source, stamp }: PublicFile): Promise<void> {
    this.#files.add(fileOf(path));
    if (this.#maker.keeps(fileOf(path), stamp)) return;
    await copyFile(source, this.#writer.place(path), constants.COPYFILE_FICLONE);
    this.#maker.note(fileOf(path), stamp);
  }

  /** Puts kept files in their place. */
  takeKept(): void {
    for (const file of this.#maker.left) this.#maker.take(file, this.#writer.folder);
    const { usedFolder } = this.#maker;
    if (usedFolder !== undefined) removeOthers(this.#writer.folder, this.#maker.files);
  }

  async #unlessKept(path: string, from: string, make: () => Uint8Array | Promise<Uint8Array>): Promise<void> {
    this.#files.add(fileOf(path));
    if (this.#maker.keeps(fileOf(path), from)) return;
    const bytes = await make();
    this.#writer.write(path, bytes);
    this.#maker.note(fileOf(path), from, digestOf(bytes));
  }
}

/** The path from the output folder, of a site-relative path. */
function fileOf(path: string): string {
  return join(path).slice(1);
}
