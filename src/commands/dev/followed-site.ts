/** A site whose changes are followed by a process that has loaded its modules: a change of code needs a new one. */
import { join, sep } from "node:path";
import { collections } from "../../site/collections.ts";
import { ENGINE } from "../engine.ts";
import type { Builder } from "./start-builder.ts";
import { type Watcher, watchFiles } from "./watch-files.ts";

/** Installed packages don't change while they are used. */
const SOURCES = ENGINE.includes(`${sep}node_modules${sep}`) ? [] : [join(ENGINE, "src")];
/** Folders of a site with modules that are loaded, beside files that are read. */
const WITH_CODE = ["_data", "theme"];
const MODULE = /\.([cm]?[jt]sx?|json)$/;

/** Starts a process; `onLoaded` is to hear of each module that it loads. */
type Start<Done> = (onLoaded: (file: string) => void) => Builder<Done>;

export class FollowedSite<Done> {
  readonly #siteDir: string;
  readonly #start: Start<Done>;
  readonly #watcher: Watcher;
  /** Modules that builders have loaded, wherever they are. */
  readonly #loaded = new Set<string>();
  #builder: Builder<Done> | undefined;

  constructor(siteDir: string, start: Start<Done>) {
    const folders = [...collections.map(({ folder }) => folder), ...WITH_CODE, "public"];
    this.#siteDir = siteDir;
    this.#start = start;
    this.#watcher = watchFiles([...folders.map((folder) => join(siteDir, folder)), ...SOURCES], (paths) => {
      // It is ended at once, since it may be one that never answers.
      if (paths.some((path) => this.#isCode(path))) this.#builder?.end();
    });
  }

  /** The last one, if any was started. */
  get last(): Builder<Done> | undefined {
    return this.#builder;
  }

  /** One that runs and has the present code. */
  builder(): Builder<Done> {
    if (this.#builder?.isRunning) return this.#builder;
    this.#builder = this.#start((file) => {
      this.#loaded.add(file);
      this.#watcher.add(file);
    });
    return this.#builder;
  }

  /** The paths that have changed since they were asked for last, once there are any. */
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
