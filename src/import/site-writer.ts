/** Writes files into the folder of a site, and nowhere else. Existing files are kept, unless an earlier import wrote them. */
import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../content/problems/usage-error.ts";

export type Bytes = string | Uint8Array;

/** Digests of what an import wrote, by file. */
export type Manifest = Readonly<Record<string, string>>;

export class SiteWriter {
  readonly #dir: string;
  readonly #before: Manifest;
  readonly #mayOverwrite: boolean;
  readonly #written = new Map<string, string>();

  /** The folder is made if it is not there. */
  constructor(dir: string, before: Manifest, mayOverwrite: boolean) {
    mkdirSync(dir, { recursive: true });
    this.#dir = realpathSync(resolve(dir));
    this.#before = before;
    this.#mayOverwrite = mayOverwrite;
  }

  /** Throws a `UsageError` for a file that is there and that no import wrote, before anything is written. */
  checkFree(files: Iterable<readonly [file: string, bytes: () => Bytes]>): void {
    if (this.#mayOverwrite) return;
    const inTheWay: string[] = [];
    for (const [file, bytes] of files) {
      const path = this.#pathOf(file);
      if (existsSync(path) && !this.#isOurs(file, path) && digestOf(readFileSync(path)) !== digestOf(bytes()))
        inTheWay.push(file);
    }
    if (inTheWay.length === 0) return;
    const names = `${inTheWay.slice(0, 5).join(", ")}${inTheWay.length > 5 ? ` and ${inTheWay.length - 5} more` : ""}`;
    throw new UsageError(
      `${this.#dir} has ${names} already: choose another folder, or write --force to replace existing files`,
    );
  }

  write(file: string, bytes: Bytes): void {
    const path = this.#pathOf(file);
    mkdirSync(dirname(path), { recursive: true });
    const digest = digestOf(bytes);
    if (!existsSync(path) || digestOf(readFileSync(path)) !== digest) writeFileSync(path, bytes);
    this.#written.set(file, digest);
  }

  /** True for what this import wrote. */
  has(file: string): boolean {
    return this.#written.has(file);
  }

  /** Takes back what this import wrote. */
  remove(file: string): void {
    this.#removeAt(this.#pathOf(file));
    this.#written.delete(file);
  }

  /** True for a file that is there and was not written by an import, or was changed since. */
  isOwners(file: string): boolean {
    const path = this.#pathOf(file);
    return existsSync(path) && !this.#isOurs(file, path);
  }

  /** Removes files that an earlier import wrote and this one did not, if they are unchanged. */
  removeStale(): void {
    for (const file of Object.keys(this.#before)) {
      if (this.#written.has(file)) continue;
      const path = this.#pathOf(file);
      if (!existsSync(path) || !this.#isOurs(file, path)) continue;
      this.#removeAt(path);
    }
  }

  get manifest(): Manifest {
    return Object.fromEntries([...this.#written].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** With the folders that are empty then. */
  #removeAt(path: string): void {
    rmSync(path, { force: true });
    let folder = dirname(path);
    while (folder !== this.#dir && readdirSync(folder).length === 0) {
      rmdirSync(folder);
      folder = dirname(folder);
    }
  }

  #isOurs(file: string, path: string): boolean {
    return this.#before[file] === digestOf(readFileSync(path));
  }

  /** Throws a `UsageError` if a symbolic link leads out of the folder, or is in the file's place. */
  #pathOf(file: string): string {
    const parts = file.split("/");
    if (parts.some((part) => part === "" || part === "." || part === ".."))
      throw new UsageError(`"${file}" lies outside of the site`);
    parts.forEach((_, index) => {
      const path = join(this.#dir, ...parts.slice(0, index + 1));
      if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
        throw new UsageError(`${path} is a symbolic link: put the folder itself there`);
    });
    return join(this.#dir, ...parts);
  }
}

function digestOf(bytes: Bytes): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 32);
}
