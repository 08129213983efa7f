/** Makes the files of a site from its content, unless the last build has made the same and they are still there. */
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

/** What the last build has written, and where it is. */
export interface LastOutput {
  /** Absolute. */
  readonly folder: string;
  readonly record: OutputRecord | undefined;
  /** The folder that is written now, where it has files of an earlier build. */
  readonly used?: string | undefined;
}

/** What a file is made into. */
export interface Making extends PageNeeds {
  /** UTF-8. */
  readonly bytes: Buffer;
}

export interface Made extends PageNeeds {
  /** True for a file that an earlier build has written, and that is still right. */
  readonly isKept: boolean;
  /** True where its bytes are read at each call, as those of a file that is kept are. */
  readonly isOnDisk: boolean;
  readonly bytes: () => Buffer;
}

/** A file that is made elsewhere, of what it is described as. */
export interface DescribedFile<Description> {
  readonly description: Description;
  /** When it is written: a digest of its bytes, and the names of the questions that were asked besides. */
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
  /** Those that are there for files that are taken. */
  readonly #folders = new Set<string>();

  /** `about` is plain data that any file may be made of, beside what the observer sees. */
  constructor(observer: Observer, about: unknown, theme: SiteTheme, last: LastOutput | undefined) {
    this.#observer = observer;
    this.#basis = digestOf([engineDigest(), JSON.stringify(about), digestOfTheme(theme)].join("\0"));
    this.#used = last?.used;
    this.#kept = last && new KeptOutput(last.folder, last.record, this.#basis, observer);
  }

  /**
   * A file, by its path from the output folder. `from` is plain data, with observed values in it, that `make` uses: of all else it may
   * only use what is observed.
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

  /** As `make`, of a file that another thread makes of what `describe` gives. Undefined for one that is kept. */
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

  /** True for a file of which `from` says all, as its name may do, if the last build has written it and it is still there. */
  keeps(file: string, from: string): boolean {
    return this.#find(file, from) !== undefined;
  }

  /** One that the last build has written, and that is kept; for another there is room. */
  #find(file: string, source: string): MadeFile | undefined {
    const kept = this.#kept?.find(file, source);
    if (kept) this.#files.set(file, kept);
    else this.#makeRoom(file);
    return kept;
  }

  /** Notes such a file, which was made otherwise; without a digest of its bytes it is known by its size and its time only. */
  note(file: string, from: string, digest = ""): void {
    this.#files.set(file, { from, asked: NOTHING, digest });
    this.#new.add(file);
  }

  /** A digest of all content, as far as it is observed by now, and of `from`. */
  digestOfAll(from: unknown): string {
    return digestOf([this.#observer.everything, this.#observer.digest(from)].join("\0"));
  }

  /** Files that are made together of what `source` is a digest of, if the last build has made them and all are still there. */
  keptGroup(name: string, source: string): Group | undefined {
    const kept = this.#kept?.findGroup(name, source);
    if (!kept) return undefined;
    this.#groups.set(name, kept.group);
    for (const [file, made] of kept.files) this.#files.set(file, made);
    return kept.group;
  }

  /** Notes that files, which are noted each by itself, were made together; by path from the output folder. */
  noteGroup(name: string, source: string, files: readonly string[]): void {
    this.#groups.set(name, { from: source, files });
  }

  /** Where files that are kept are; undefined where none can be. */
  get lastFolder(): string | undefined {
    return this.#kept?.folder;
  }

  /** All files, by path from the output folder. */
  get files(): ReadonlyMap<string, MadeFile> {
    return this.#files;
  }

  /** Files that stay as the last build has written them and are not taken yet. */
  get left(): string[] {
    return [...this.#files.keys()].filter((file) => !this.#new.has(file) && !this.#taken.has(file));
  }

  /** Where an earlier build has files, of which some may be this one's. */
  get usedFolder(): string | undefined {
    return this.#used;
  }

  /** Puts a file that is kept in its place, where that is in another folder than the last build's. */
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

  /** A copy has another time. */
  #forgetStats(file: string): void {
    const { stats: _, ...made } = this.#files.get(file) ?? {};
    if ("from" in made) this.#files.set(file, made);
  }

  get made(): ReadonlySet<string> {
    return this.#new;
  }

  /** What an earlier build has there may be a published file under another name: nothing may be written into it. */
  #makeRoom(file: string): void {
    if (this.#used !== undefined) makeRoom(this.#used, file);
  }

  /** When all is written: what is known of each file on disk, in lines as those of `stampsOf`. */
  stampsIn(folder: string): string[] {
    return [...this.#files].flatMap(([file, made]) => {
      const stats = made.stats ?? lstatSync(join(folder, file), { throwIfNoEntry: false });
      return stats ? [stampOf(file.split(sep).join("/"), stats)] : [];
    });
  }

  /** Works out most of what the record says, while others still write. */
  prepareRecord(): void {
    for (const { asked } of this.#files.values()) for (const question of asked) this.#observer.answer(question);
  }

  /** When all is written: for the next build. */
  recordOf(folder: string): OutputRecord {
    return outputRecord(folder, this.#files, this.#groups, this.#basis, this.#observer);
  }
}

/**
 * The same file under two names takes no room, and keeps its time; nothing writes into it, since builds replace files. False
 * where it had to be copied.
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
