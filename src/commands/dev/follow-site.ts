/** The life of `npm start`: build, show, wait for a change, and again. */
import { readdir, rm } from "node:fs/promises";
import { join, sep } from "node:path";
import { collections } from "../../site/collections.ts";
import { ENGINE } from "../engine.ts";
import { Announcer } from "./announcer.ts";
import type { Outcome } from "./outcome.ts";
import type { PreviewServer } from "./serve-preview.ts";
import { type Builder, startBuilder } from "./start-builder.ts";
import { type Watcher, watchFiles } from "./watch-files.ts";

/** Installed packages don't change while they are used. */
const SOURCES = ENGINE.includes(`${sep}node_modules${sep}`) ? [] : [join(ENGINE, "src")];
/** Folders of a site with modules that are loaded, beside files that are read. */
const WITH_CODE = ["_data", "theme"];
const MODULE = /\.([cm]?[jt]sx?|json)$/;

export interface FollowOptions {
  siteDir: string;
  /** The server's own, to build into. */
  folder: string;
  /** Those of `npm start`, which each builder reads for itself. */
  args: readonly string[];
  server: PreviewServer;
}

/** A change of content is a build by the builder that there is, which has all loaded; a change of code needs a new one. */
export class SiteFollower {
  readonly #options: FollowOptions;
  readonly #announcer: Announcer;
  readonly #watcher: Watcher;
  /** Modules that builders have loaded, wherever they are. */
  readonly #loaded = new Set<string>();
  #builder: Builder | undefined;
  #builders = 0;
  #isEnded = false;

  constructor(options: FollowOptions) {
    const { siteDir, server } = options;
    const folders = [...collections.map(({ folder }) => folder), ...WITH_CODE, "public"].map((folder) =>
      join(siteDir, folder),
    );
    this.#options = options;
    this.#announcer = new Announcer(siteDir, server.urls);
    this.#watcher = watchFiles([...folders, ...SOURCES], (paths) => {
      // It is ended at once, since it may be one that never answers.
      if (paths.some((path) => this.#isCode(path))) this.#builder?.end();
    });
  }

  /** Goes on until it is ended. */
  async run(): Promise<void> {
    for (let changed: string[] = []; !this.#isEnded; changed = await this.#watcher.changes()) {
      this.#builder = this.#builder?.isRunning ? this.#builder : this.#start();
      const outDir = this.#outDir();
      const outcome = await this.#builder.build(changed, () => void this.#showFolder(outDir));
      if (!outcome) continue;
      // What is wrong in a text that has changed since is not worth saying: the next build tells what is wrong now.
      const isOlder = this.#watcher.hasChanged();
      if (outcome.kind === "built") await this.#showFolder(outDir);
      else if (!isOlder) this.#options.server.show(messageOf(outcome));
      if (!isOlder) this.#announcer.announce(outcome, changed);
    }
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    this.#watcher.close();
    await this.#builder?.end();
  }

  #start(): Builder {
    this.#builders += 1;
    const args = [this.#outDir(), this.#options.server.urls[0] ?? "", ...this.#options.args];
    return startBuilder(args, (file) => {
      this.#loaded.add(file);
      this.#watcher.add(file);
    });
  }

  /** Of the present builder. What an earlier one has written is served until this one has written all. */
  #outDir(): string {
    return join(this.#options.folder, String(this.#builders));
  }

  async #showFolder(outDir: string): Promise<void> {
    const { folder, server } = this.#options;
    server.show({ folder: outDir, workshop: async (path) => this.#builder?.workshop(path) });
    const earlier = (await readdir(folder)).map((name) => join(folder, name)).filter((path) => path !== outDir);
    for (const path of earlier) await rm(path, { recursive: true, force: true });
  }

  #isCode(path: string): boolean {
    const isBeside = WITH_CODE.some((folder) => isBelow(path, join(this.#options.siteDir, folder)));
    return this.#loaded.has(path) || SOURCES.some((folder) => isBelow(path, folder)) || (isBeside && MODULE.test(path));
  }
}

function messageOf(outcome: Exclude<Outcome, { kind: "built" }>): { title: string; text: string } {
  if (outcome.kind === "unreadable") return { title: "This site can’t be made", text: outcome.problems };
  return { title: "The build failed", text: outcome.description };
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
