/**
 * Says which files have changed, by comparing what is on disk with what was there. Notices of the system only say when to
 * look: which file they name, in which order they come and whether one is missing makes no difference, so that renaming,
 * saving by way of another file, or putting one folder in the place of another are all the same.
 */
import { type FSWatcher, lstatSync, readdirSync, watch } from "node:fs";
import { dirname, join } from "node:path";
import { isEditorsFile } from "../../reading/editors-files.ts";

/** Milliseconds without a change after which files count as written; longer than a tick of a file system's clock. */
const REST = 40;
/** What does not come to rest, such as a video that is copied, is waited for no longer. */
const LONGEST = 1000;
/** Some file systems, such as those of containers and networks, send no notices. */
const LOOK_AGAIN = 1000;
/** At most so much of the time is spent on looking without a notice. */
const SHARE = 0.02;

export interface Watcher {
  /** Looks now whether there is a change that has not been reported yet. */
  hasChanged(): boolean;
  /** The paths that have come, gone or changed since they were asked for last, once there are any and they are at rest. */
  changes(): Promise<string[]>;
  /** Watches a further file, from its present state on. */
  add(file: string): void;
  close(): void;
}

interface Seen {
  /** Another one where a file or a folder is another one, or has other content. */
  stamp: string;
  isFolder: boolean;
}

/** By path. */
type Snapshot = Map<string, Seen>;

/** Watches files, and folders with all below them, whether they are there or not. `onChange` hears of each change at once. */
export function watchFiles(roots: readonly string[], onChange: (paths: readonly string[]) => void = () => {}): Watcher {
  return new FileWatcher(roots, onChange);
}

class FileWatcher implements Watcher {
  readonly #roots: Set<string>;
  readonly #onChange: (paths: readonly string[]) => void;
  readonly #notices = new Map<string, { stamp: string; watcher: FSWatcher }>();
  readonly #changed = new Set<string>();
  #before: Snapshot;
  /** Since when it has not been at rest. */
  #restlessSince: number | undefined;
  #timer: { due: number; handle: NodeJS.Timeout } | undefined;
  #answer: (() => void) | undefined;
  #isClosed = false;

  constructor(roots: readonly string[], onChange: (paths: readonly string[]) => void) {
    this.#roots = new Set(roots);
    this.#onChange = onChange;
    this.#before = snapshotOf(this.#roots);
    this.#follow();
    this.#lookIn(LOOK_AGAIN);
  }

  hasChanged(): boolean {
    if (this.#compare()) this.#lookIn(REST);
    return this.#changed.size > 0;
  }

  async changes(): Promise<string[]> {
    if (this.#changed.size === 0 || this.#restlessSince !== undefined) {
      await new Promise<void>((resolve) => {
        this.#answer = resolve;
      });
    }
    const paths = [...this.#changed];
    this.#changed.clear();
    return paths;
  }

  add(file: string): void {
    if (this.#before.has(file)) return;
    this.#roots.add(file);
    for (const [path, seen] of snapshotOf([file])) this.#before.set(path, seen);
    this.#follow();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer?.handle);
    for (const { watcher } of this.#notices.values()) watcher.close();
  }

  /** An earlier look that is due stays. */
  #lookIn(delay: number): void {
    const due = performance.now() + delay;
    if (this.#isClosed || (this.#timer && this.#timer.due <= due)) return;
    clearTimeout(this.#timer?.handle);
    this.#timer = { due, handle: setTimeout(() => this.#look(), delay) };
  }

  #look(): void {
    this.#timer = undefined;
    const start = performance.now();
    const isDifferent = this.#compare();
    if (isDifferent && start - (this.#restlessSince ?? start) < LONGEST) {
      this.#lookIn(REST);
      return;
    }
    this.#restlessSince = undefined;
    if (this.#changed.size > 0) this.#answer?.();
    this.#lookIn(Math.max(LOOK_AGAIN, (performance.now() - start) / SHARE));
  }

  #compare(): boolean {
    const now = snapshotOf(this.#roots);
    const different = differences(this.#before, now);
    this.#before = now;
    this.#follow();
    if (different.length === 0) return false;
    this.#restlessSince ??= performance.now();
    for (const path of different) this.#changed.add(path);
    this.#onChange(different);
    return true;
  }

  /** Asks for notices of each folder, and of those in which something that is watched can come and go. */
  #follow(): void {
    const folders = new Map([...this.#before].flatMap(([path, seen]) => (seen.isFolder ? [[path, seen.stamp]] : [])));
    for (const root of this.#roots) {
      const parent = dirname(root);
      const seen = folders.has(parent) ? undefined : seenAt(parent);
      if (seen) folders.set(parent, seen.stamp);
    }
    for (const [path, { stamp, watcher }] of this.#notices) {
      if (folders.get(path) === stamp) continue;
      watcher.close();
      this.#notices.delete(path);
    }
    for (const [path, stamp] of folders) if (!this.#notices.has(path)) this.#askForNotices(path, stamp);
  }

  #askForNotices(folder: string, stamp: string): void {
    try {
      const watcher = watch(folder, () => this.#lookIn(REST / 2));
      // On some systems it is one that the folder is deleted.
      watcher.on("error", () => watcher.close());
      this.#notices.set(folder, { stamp, watcher });
    } catch {
      // The system has run out of watches, or the folder is gone: it is polled instead.
    }
  }
}

function differences(before: Snapshot, now: Snapshot): string[] {
  const paths = new Set([...before.keys(), ...now.keys()]);
  return [...paths].filter((path) => before.get(path)?.stamp !== now.get(path)?.stamp);
}

function snapshotOf(roots: Iterable<string>): Snapshot {
  const found: Snapshot = new Map();
  const visit = (path: string) => {
    const seen = seenAt(path);
    if (!seen) return;
    found.set(path, seen);
    if (seen.isFolder) for (const name of namesIn(path)) if (!isEditorsFile(name)) visit(join(path, name));
  };
  for (const root of roots) visit(root);
  return found;
}

function seenAt(path: string): Seen | undefined {
  try {
    const stats = lstatSync(path);
    const { ino, size, mtimeMs, ctimeMs } = stats;
    const isFolder = stats.isDirectory();
    // A folder's times change with what is in it, which is seen by itself.
    return { stamp: isFolder ? String(ino) : [ino, size, mtimeMs, ctimeMs].join(), isFolder };
  } catch {
    return undefined;
  }
}

/** None of a folder that is gone since it was seen. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
