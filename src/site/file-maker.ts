/** Makes the files of a site from its content, and keeps those that the last build would have made the same. */
import { copyFileSync, linkSync, lstatSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { engineDigest } from "../cache/engine-digest.ts";
import { stampOf } from "../cache/folder-stamp.ts";
import type { Observer } from "../cache/observer.ts";
import type { PageNeeds } from "../content/page-needs.ts";
import type { SiteTheme } from "../looks/site-theme.ts";
import { type Group, KeptOutput, type MadeFile, type OutputRecord, outputRecord } from "./kept-output.ts";
import { isSameFile, makeRoom } from "./used-folder.ts";

/** What the last build has written, and where. */
export interface LastOutput {
  /** An absolute path. */
  readonly folder: string;
  readonly record: OutputRecord | undefined;
  /** The folder that is written now, if it has files of an earlier build. */
  readonly used?: string | undefined;
}

/** A file as `make` returns it. */
export interface Making extends PageNeeds {
  /** UTF-8. */
  readonly bytes: Buffer;
}

export interface Made extends PageNeeds {
  /** True for a file of an earlier build that is still right. */
  readonly isKept: boolean;
  /** True if each call of `bytes` reads the file, as for one that is kept. */
  readonly isOnDisk: boolean;
  readonly bytes: () => Buffer;
}

/** A file that another thread makes from its description. */
export interface DescribedFile<Description> {
  readonly description: Description;
  /** Called when it is written, with a digest of its bytes and the names of further questions that were asked. */
  note(digest: string, asked: readonly string[]): void;
}

const NOTHING = new Uint32Array();

export class FileMaker {
  readonly #observer: Observer;
  readonly #basis: string;
  readonly #kept: KeptOutput | undefined;
  readonly #used: string | undefined;
  readonly #files = new Map<string, MadeFile>();
  readonly #groups = new Map<string, Group>();
  readonly #new = new Set<string>();
  readonly #taken = new Set<string>();
  /** Folders that were made for kept files. */
  readonly #folders = new Set<string>();

  /** `about` is plain data that any file may depend on and that the observer does not see. */
  constructor(observer: Observer, about: unknown, theme: SiteTheme, last: LastOutput | undefined) {
    this.#observer = observer;
    this.#basis = digestOf([engineDigest(), JSON.stringify(about), digestOfTheme(theme)].join("\0"));
    this.#used = last?.used;
    this.#kept = last && new KeptOutput(last.folder, last.record, this.#basis, observer);
  }

  /**
   * Makes a file, or keeps it; `file` is its path from the output folder. `make` may use `from`, which is plain data with observed
   * values in it, and else only what is observed.
   */
  make(file: string, from: unknown, make: () => Making): Made {
    const source = this.#observer.digest(from);
    const kept = this.#find(file, source);
    if (this.#kept && kept) {
      const { folder } = this.#kept;
      const { shareImage, allowed } = kept;
      return { shareImage, allowed, isKept: true, isOnDisk: true, bytes: () => readFileSync(join(folder, file)) };
    }
    const { made, asked } = this.#observer.during(make);
    const { bytes, ...needs } = made;
    this.#files.set(file, { ...needs, from: source, asked, digest: digestOf(bytes) });
    this.#new.add(file);
    return { ...needs, isKept: false, isOnDisk: false, bytes: () => bytes };
  }

  /** As `make`, for a file that another thread makes from what `describe` returns. Undefined if the file is kept. */
  describe<Description>(
    file: string,
    from: unknown,
    describe: () => Description,
  ): DescribedFile<Description> | undefined {
    const source = this.#observer.digest(from);
    if (this.#find(file, source)) return undefined;
    const { made: description, asked } = this.#observer.during(describe);
    const note = (digest: string, more: readonly string[]) => {
      const all = new Set([...asked, ...more.map((name) => this.#observer.questionOf(name))]);
      this.#files.set(file, { from: source, asked: Uint32Array.from(all), digest });
      this.#new.add(file);
    };
    return { description, note };
  }

  /** For a file that follows from `from` alone, such as one named by its digest: true if the last build's is kept. */
  keeps(file: string, from: string): boolean {
    return this.#find(file, from) !== undefined;
  }

  /** The last build's file, if it is kept. If not, what stands in the way of a new one is removed. */
  #find(file: string, source: string): MadeFile | undefined {
    const kept = this.#kept?.find(file, source);
    if (kept) this.#files.set(file, kept);
    else this.#makeRoom(file);
    return kept;
  }

  /** Notes a file that was written without `make`. Without a digest of its bytes, later builds know it by size and time only. */
  note(file: string, from: string, digest = ""): void {
    this.#files.set(file, { from, asked: NOTHING, digest });
    this.#new.add(file);
  }

  /** Stands for what is in many `from`s, of which it is worked out once. */
  digestOf(part: unknown): string {
    return this.#observer.digest(part);
  }

  /** A digest of all content that is observed by now, and of `from`. */
  digestOfAll(from: unknown): string {
    return digestOf([this.#observer.everything, this.#observer.digest(from)].join("\0"));
  }

  /** Files that were made together from what has the digest `source`, if the last build's are all kept. */
  keptGroup(name: string, source: string): Group | undefined {
    const kept = this.#kept?.findGroup(name, source);
    if (!kept) return undefined;
    this.#groups.set(name, kept.group);
    for (const [file, made] of kept.files) this.#files.set(file, made);
    return kept.group;
  }

  /** Notes that files were made together; each is noted by itself as well. Paths are from the output folder. */
  noteGroup(name: string, source: string, files: readonly string[]): void {
    this.#groups.set(name, { from: source, files });
  }

  /** True if no file of an earlier build can be kept, and none is in the way. */
  get isFirst(): boolean {
    return this.#used === undefined && (this.#kept?.isEmpty ?? true);
  }

  /** The folder with the kept files; undefined if none can be kept. */
  get lastFolder(): string | undefined {
    return this.#kept?.folder;
  }

  /** All files of this build, by path from the output folder. */
  get files(): ReadonlyMap<string, MadeFile> {
    return this.#files;
  }

  /** Kept files that were not taken yet. */
  get left(): string[] {
    return [...this.#files.keys()].filter((file) => !this.#new.has(file) && !this.#taken.has(file));
  }

  /** The folder that is written, if it has files of an earlier build. */
  get usedFolder(): string | undefined {
    return this.#used;
  }

  /** Puts a kept file in its place, if that is not in the last build's folder. */
  take(file: string, folder: string): void {
    this.#taken.add(file);
    const from = this.lastFolder;
    if (from === undefined || from === folder) return;
    const to = join(folder, file);
    if (this.#used !== undefined) {
      const stats = this.#files.get(file)?.stats;
      if (stats && isSameFile(to, stats)) return;
      makeRoom(folder, file);
    }
    const parent = dirname(to);
    if (!this.#folders.has(parent)) mkdirSync(parent, { recursive: true });
    this.#folders.add(parent);
    if (!isLinked(join(from, file), to)) this.#forgetStats(file);
  }

  /** A copy has another modification time than the kept file. */
  #forgetStats(file: string): void {
    const { stats: _, ...made } = this.#files.get(file) ?? {};
    if ("from" in made) this.#files.set(file, made);
  }

  get made(): ReadonlySet<string> {
    return this.#new;
  }

  /** A file there may be a hard link to a published one, so it is removed and never written into. */
  #makeRoom(file: string): void {
    if (this.#used !== undefined) makeRoom(this.#used, file);
  }

  /** When all is written: the stamps of all files, as `stampsOf` gives them. */
  stampsIn(folder: string): string[] {
    return [...this.#files].flatMap(([file, made]) => {
      const stats = made.stats ?? lstatSync(join(folder, file), { throwIfNoEntry: false });
      return stats ? [stampOf(file.split(sep).join("/"), stats)] : [];
    });
  }

  /** Prepares most of the record while files are still being written. */
  prepareRecord(): void {
    for (const { asked } of this.#files.values()) for (const question of asked) this.#observer.answer(question);
  }

  /** When all is written: the record for the next build. */
  recordOf(folder: string): OutputRecord {
    return outputRecord(folder, this.#files, this.#groups, this.#basis, this.#observer);
  }
}

/**
 * Puts a file under a second name. A hard link takes no space and keeps the time; it is safe since builds replace files and
 * never write into them. False if the file had to be copied.
 */
function isLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    copyFileSync(from, to);
    return false;
  }
}

function digestOfTheme({ assets, inputs }: SiteTheme): string {
  const own = inputs.map((file) => digestOf(readFileSync(file)));
  const files = assets.files.map(({ path, contents }) => [path, digestOf(contents)]);
  const patterns = (_: string, value: unknown) => (value instanceof RegExp ? String(value) : value);
  return digestOf(JSON.stringify([own, { ...assets, files }], patterns));
}
