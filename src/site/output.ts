/** The output folder: files are written there, or taken from where the last build has written them. */
import { statSync } from "node:fs";
import { constants, copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { digestOf } from "../cache/digest.ts";
import type { PublicFile } from "../content/public-file.ts";
import { publishFile } from "../pictures/metadata/published.ts";
import type { FileMaker } from "./file-maker.ts";
import { removeOthers } from "./used-folder.ts";

export class Output {
  readonly #folder: string;
  readonly #maker: FileMaker;
  readonly #made = new Map<string, Promise<unknown>>();
  readonly #files = new Set<string>();

  constructor(folder: string, maker: FileMaker) {
    this.#folder = folder;
    this.#maker = maker;
  }

  /** All that is there, by path from the folder. */
  get files(): ReadonlySet<string> {
    return this.#files;
  }

  /** A text that is made of observed content, and of `from`; see `FileMaker.make`. */
  async putText(path: string, from: unknown, make: () => string): Promise<void> {
    const { isKept, bytes } = this.#maker.make(fileOf(path), from, () => ({ bytes: Buffer.from(make()) }));
    this.#files.add(fileOf(path));
    if (!isKept) await writeFile(await this.#place(path), bytes());
  }

  /** A file that is known by its bytes. */
  async putBytes(path: string, bytes: Uint8Array): Promise<void> {
    await this.#unlessKept(path, digestOf(bytes), () => bytes);
  }

  /** A file whose name says all that it is made of. */
  putNamed = async (path: string, make: () => Promise<Uint8Array>): Promise<void> => {
    await this.#unlessKept(path, path, make);
  };

  /** A file of the site, published as it is but for its metadata. */
  async putCopy(path: string, siteDir: string, file: string): Promise<void> {
    const { size, mtimeMs, ctimeMs, ino } = statSync(join(siteDir, file));
    const from = [file, size, mtimeMs, ctimeMs, ino].join(" ");
    this.#files.add(fileOf(path));
    if (this.#maker.keeps(fileOf(path), from)) return;
    await publishFile(siteDir, file, await this.#place(path));
    this.#maker.note(fileOf(path), from, undefined);
  }

  /** A file of `public/`, not through memory. */
  async putPublic({ path, source, stamp }: PublicFile): Promise<void> {
    this.#files.add(fileOf(path));
    if (this.#maker.keeps(fileOf(path), stamp)) return;
    await copyFile(source, await this.#place(path), constants.COPYFILE_FICLONE);
    this.#maker.note(fileOf(path), stamp, undefined);
  }

  /** Puts files that are kept in their place. */
  takeKept(): void {
    for (const file of this.#maker.left) this.#maker.take(file, this.#folder);
    const { usedFolder } = this.#maker;
    if (usedFolder !== undefined) removeOthers(this.#folder, this.#maker.files);
  }

  async #unlessKept(path: string, from: string, make: () => Uint8Array | Promise<Uint8Array>): Promise<void> {
    this.#files.add(fileOf(path));
    if (this.#maker.keeps(fileOf(path), from)) return;
    const bytes = await make();
    await writeFile(await this.#place(path), bytes);
    this.#maker.note(fileOf(path), from, bytes);
  }

  /** Where a file is to be written; its folder is made. */
  async #place(path: string): Promise<string> {
    const to = join(this.#folder, path);
    const folder = dirname(to);
    if (!this.#made.has(folder)) this.#made.set(folder, mkdir(folder, { recursive: true }));
    await this.#made.get(folder);
    return to;
  }
}

/** Of a site-relative path: by this the output folder knows it. */
function fileOf(path: string): string {
  return join(path).slice(1);
}
