/** Watches a site for a process that builds or checks it. The process keeps its modules loaded, so a change of code needs a new one. */
import { join, sep } from "node:path";
import { collections } from "../../site/collections.ts";
import { ENGINE } from "../engine.ts";
import type { Builder } from "./start-builder.ts";
import { type Watcher, watchFiles } from "./watch-files.ts";

/** Our own sources, unless the engine is an installed package, which does not change while it runs. */
const SOURCES = ENGINE.includes(`${sep}node_modules${sep}`) ? [] : [join(ENGINE, "src")];
/** Folders of a site that may have modules. */
const WITH_CODE = ["_data", "theme"];
const MODULE = /\.([cm]?[jt]sx?|json)$/;

/** Starts a process; it reports each module that it loads to `onLoaded`. */
type Start<Done> = (onLoaded: (file: string) => void) => Builder<Done>;

export class FollowedSite<Done> {
  readonly #siteDir: string;
  readonly #start: Start<Done>;
  readonly #watcher: Watcher;
  /** All modules that the processes have loaded. */
  readonly #loaded = new Set<string>();
  #builder: Builder<Done> | undefined;

  constructor(siteDir: string, start: Start<Done>) {
    const folders = [...collections.map(({ folder }) => folder), ...WITH_CODE, "public"];
    this.#siteDir = siteDir;
    this.#start = start;
    this.#watcher = watchFiles([...folders.map((folder) => join(siteDir, folder)), ...SOURCES], (paths) => {
      // Ended at once, since it may be hanging.
      if (paths.some((path) => this.#isCode(path))) this.#builder?.end();
    });
  }

  /** The latest process, running or not. */
  get last(): Builder<Done> | undefined {
    return this.#builder;
  }

  /** A running process with the current code. */
  builder(): Builder<Done> {
    if (this.#builder?.isRunning) return this.#builder;
    this.#builder = this.#start((file) => {
      this.#loaded.add(file);
      this.#watcher.add(file);
    });
    return this.#builder;
  }

  /** Waits for a change; resolves to the paths that have changed since the last call. */
  changes(): Promise<string[]> {
    return this.#watcher.changes();
  }

  hasChanged(): boolean {
    return this.#watcher.hasChanged();
  }

  async end(): Promise<void> {
    this.#watcher.close();
    await this.#builder?.end();
  }

  #isCode(path: string): boolean {
    const isBeside = WITH_CODE.some((folder) => isBelow(path, join(this.#siteDir, folder)));
    return this.#loaded.has(path) || SOURCES.some((folder) => isBelow(path, folder)) || (isBeside && MODULE.test(path));
  }
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
