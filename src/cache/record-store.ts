/**
 * Records that are kept from one build to the next, in a folder of packs. Each build reads all packs and writes one of its
 * own, so builds that run at once, here or on other machines, can share a folder. A record that is lost is made again.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { held } from "../content/text/held-text.ts";
import { Pack, PackWriter, type PutTexts, type StoredRecord, temporary } from "./pack.ts";

const PACK = ".pack";
const DAY = 24 * 60 * 60 * 1000;
/** Packs that were not used for so long are deleted. */
const MOST_UNUSED = 30 * DAY;
/** No build takes so long: an older unfinished pack was left by one that was killed. */
const MOST_UNFINISHED = DAY;
const MOST_PACKS = 16;
/** The folder may be so many times as large as the records that this build has used, */
const MOST_TIMES_USED = 3;
/** or this large. */
const ALWAYS_ALLOWED = 32 << 20;

export class RecordStore {
  readonly folder: string;
  readonly #packs: Pack[];
  /** The pack of each record that this build has read or put, by key. */
  readonly #used = new Map<string, Pack>();
  #writer: PackWriter | undefined;

  constructor(folder: string) {
    this.folder = folder;
    this.#packs = packsIn(folder);
  }

  /** True if neither an earlier build nor this one has put anything. */
  get isEmpty(): boolean {
    return this.#packs.length === 0 && this.#writer === undefined;
  }

  /** Undefined if no undamaged record is kept. */
  get(key: string): StoredRecord | undefined {
    const own = this.#writer?.get(key);
    if (own) return own;
    for (const pack of this.#packs) {
      const record = pack.get(key);
      if (!record) continue;
      this.#used.set(key, pack);
      return record;
    }
    return undefined;
  }

  /** Puts texts aside; `keep` makes a record of them that later builds find. */
  put(texts: readonly string[]): PutTexts {
    const writer = this.#openWriter();
    if (!writer) return { texts: texts.map(held), keep: () => {} };
    return writer.add(texts);
  }

  /**
   * Hands what was put on to later builds, if that is at least so many records. All of it can still be read here. Records that
   * can't be written are not kept, without an error.
   */
  save(atLeast = 1): void {
    const writer = this.#writer;
    if (writer && writer.size > 0 && writer.size < atLeast) return;
    this.#writer = undefined;
    try {
      const pack = writer && writer.size > 0 ? Pack.open(writer.finish()) : undefined;
      if (pack) this.#adopt(pack);
      else writer?.discard();
    } catch {
      writer?.discard();
    }
  }

  /** Opens the packs that others have added since. */
  lookAgain(): void {
    const known = new Set(this.#packs.map(({ path }) => path));
    this.#packs.unshift(...packsIn(this.folder).filter(({ path }) => !known.has(path)));
  }

  /** Of all packs in the folder, in bytes. */
  get size(): number {
    return packFilesIn(this.folder).reduce(
      (sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
  }

  /** Records of this pack take precedence over those of packs opened before. */
  #adopt(pack: Pack): void {
    this.#packs.unshift(pack);
    for (const key of pack.keys()) this.#used.set(key, pack);
  }

  #openWriter(): PackWriter | undefined {
    if (this.#writer) return this.#writer;
    try {
      mkdirSync(this.folder, { recursive: true });
      this.#writer = new PackWriter(this.#newPath());
    } catch {
      // Nothing is kept in a folder that can't be written to.
    }
    return this.#writer;
  }

  #newPath(): string {
    // In microseconds, since packs are ordered by name, and the newest counts.
    const moment = Math.round((performance.timeOrigin + performance.now()) * 1000).toString(36);
    return join(this.folder, `${moment}-${randomBytes(6).toString("hex")}${PACK}`);
  }

  /** Deletes packs that are no longer needed. What was read can still be read. */
  clean(): void {
    const now = Date.now();
    const inUse = new Set(this.#used.values());
    for (const { path } of inUse) touch(path, now);
    for (const { path, age } of filesWithAge(this.folder, now)) {
      const isOld = path.endsWith(PACK) ? age > MOST_UNUSED : age > MOST_UNFINISHED;
      if (isOld) remove(path);
    }
    const used = [...this.#used].reduce((sum, [key, pack]) => sum + pack.lengthOf(key), 0);
    const all = this.#packs.reduce((sum, { size }) => sum + size, 0);
    const isLarge = all > ALWAYS_ALLOWED && all > used * MOST_TIMES_USED;
    if (isLarge || this.#packs.length > MOST_PACKS) this.#compact();
  }

  /** Replaces all packs with one that has what this build has used. */
  #compact(): void {
    try {
      const writer = new PackWriter(this.#newPath());
      for (const [key, pack] of this.#used) {
        const record = pack.get(key);
        if (record) writer.add(record.texts.map((text) => text())).keep(key, record.head);
      }
      writer.finish();
      for (const { path } of this.#packs) remove(path);
    } catch {
      // The folder stays as it was.
    }
  }
}

function packsIn(folder: string): Pack[] {
  return packFilesIn(folder).flatMap((path) => Pack.open(path) ?? []);
}

/** The newest first. */
function packFilesIn(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => name.endsWith(PACK))
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}

function filesWithAge(folder: string, now: number): { path: string; age: number }[] {
  return namesIn(folder)
    .filter((name) => name.endsWith(PACK) || name.endsWith(temporary(PACK)))
    .map((name) => join(folder, name))
    .map((path) => ({ path, age: now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) }));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Windows does not delete what another build has open; a later build will.
  }
}

function touch(path: string, now: number): void {
  try {
    utimesSync(path, now / 1000, now / 1000);
  } catch {
    // Another build has deleted it.
  }
}
