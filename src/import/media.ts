/** Files that posts show or offer: found by how the old text names them, and where each goes: to its old address, or beside its first post. */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { posix } from "node:path";
import { parsedUrl } from "../content/parsed-url.ts";
import type { Planned } from "./plan.ts";
import type { SourceFile, SourceSite } from "./source-site.ts";

export interface PlacedFile {
  readonly source: SourceFile;
  /** Relative to the new site. */
  readonly file: string;
}

export class Media {
  readonly #byPath = new Map<string, SourceFile>();
  readonly #byName = new Map<string, SourceFile | null>();
  readonly #atAddress: ReadonlyMap<string, PlacedFile>;
  readonly #placed = new Map<string, PlacedFile>();
  /** Those beside posts, by their lengths. */
  readonly #byLength = new Map<number, PlacedFile[]>();
  readonly #taken = new Set<string>();

  /** `atAddress` are those that stay where they were, by their files of this machine. */
  constructor({ files }: Pick<SourceSite, "files">, atAddress: ReadonlyMap<string, PlacedFile>) {
    this.#atAddress = atAddress;
    for (const file of files) {
      this.#byPath.set(file.path, file);
      const lower = file.path.toLowerCase();
      if (!this.#byPath.has(lower)) this.#byPath.set(lower, file);
      const name = posix.basename(lower);
      const other = this.#byName.get(name);
      this.#byName.set(name, other === undefined || (other && keyOf(other) === keyOf(file)) ? file : null);
    }
  }

  /** The first of several paths at which there was a file. */
  at(paths: readonly string[]): SourceFile | undefined {
    for (const path of paths) {
      const plain = path.replace(/[?#].*$/, "").normalize("NFC");
      const found = this.#byPath.get(path) ?? this.#byPath.get(plain) ?? this.#byPath.get(plain.toLowerCase());
      if (found) return found;
    }
    return undefined;
  }

  /** What was brought from an address of another host. */
  fetched(url: string): SourceFile | undefined {
    return this.#byPath.get(url);
  }

  /** The only file of that name, wherever it was. */
  named(name: string): SourceFile | undefined {
    return this.#byName.get(name.toLowerCase()) ?? undefined;
  }

  /** Where a file is in the new site: at its old address, or beside the post that needed it first. */
  place(source: SourceFile, { folder }: Planned): PlacedFile {
    const known = this.#placed.get(keyOf(source));
    if (known) return known;
    const own = this.#atAddress.get(keyOf(source));
    if (own) {
      this.#placed.set(keyOf(source), own);
      return own;
    }
    const length = lengthOf(source);
    const ofLength = this.#byLength.get(length) ?? [];
    const same = ofLength.find(
      (other) => extensionOf(other.source) === extensionOf(source) && isSame(other.source, source),
    );
    if (same) {
      this.#placed.set(keyOf(source), same);
      return same;
    }
    const name = safeName(nameOf(source));
    let file = `${folder}/${name}`;
    for (let number = 2; this.#taken.has(file.toLowerCase()); number++)
      file = `${folder}/${name.replace(/(\.\w+)?$/, `-${number}$1`)}`;
    this.#taken.add(file.toLowerCase());
    const placed = { source, file };
    this.#placed.set(keyOf(source), placed);
    this.#byLength.set(length, [...ofLength, placed]);
    return placed;
  }

  /** All that have a place, in the order in which they got it. */
  get placed(): readonly PlacedFile[] {
    return [...new Set(this.#placed.values())];
  }
}

function keyOf({ at }: SourceFile): string {
  return "file" in at ? at.file : at.url;
}

/** Of what was fetched, the name in its address, with the ending that it was kept under. */
function nameOf({ path, at }: SourceFile): string {
  const url = parsedUrl(path);
  if (!url || !("file" in at)) return posix.basename(path);
  const ending = posix.extname(at.file);
  const name = posix.basename(url.pathname);
  return name.endsWith(ending) ? name : `${name}${ending}`;
}

/** -1 for one that is not there. */
function lengthOf({ at }: SourceFile): number {
  return "file" in at ? (statSync(at.file, { throwIfNoEntry: false })?.size ?? -1) : -1;
}

function extensionOf({ path }: SourceFile): string {
  return posix.extname(path).toLowerCase();
}

/** True for two files of one length that hold the same bytes. */
function isSame(a: SourceFile, b: SourceFile): boolean {
  const digest = digestOf(a);
  return digest !== undefined && digest === digestOf(b);
}

function digestOf({ at }: SourceFile): string | undefined {
  if (!("file" in at) || !statSync(at.file, { throwIfNoEntry: false })?.isFile()) return undefined;
  return createHash("sha256").update(readFileSync(at.file)).digest("hex");
}

/** Without what hosts, shells and Markdown read into a name. A page of Markdown is a text. */
function safeName(name: string): string {
  const safe = name
    .normalize("NFC")
    .replace(/[?#%\s<>:"|*\\()[\]{}&=+,;!'$@^`~]+/g, "-")
    .replace(/^[-.]+|-+(?=\.\w+$)/g, "");
  return (safe || "file").replace(/\.(md|markdown)$/i, ".txt");
}
