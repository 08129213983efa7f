/** The life of `npm start`: build, show, wait for a change, and again. */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Announcer } from "./announcer.ts";
import { FollowedSite } from "./followed-site.ts";
import type { Outcome } from "./outcome.ts";
import type { PreviewServer } from "./serve-preview.ts";
import { startBuilder } from "./start-builder.ts";

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
  readonly #site: FollowedSite<Outcome>;
  #builders = 0;
  #isEnded = false;

  constructor(options: FollowOptions) {
    const { siteDir, server, args } = options;
    this.#options = options;
    this.#announcer = new Announcer(siteDir, server.urls);
    this.#site = new FollowedSite(siteDir, (onLoaded) => {
      this.#builders += 1;
      return startBuilder("dev/builder", [this.#outDir(), server.urls[0] ?? "", ...args], onLoaded, faultOf);
    });
  }

  /** Goes on until it is ended. */
  async run(): Promise<void> {
    for (let changed: string[] = []; !this.#isEnded; changed = await this.#site.changes()) {
      const builder = this.#site.builder();
      const outDir = this.#outDir();
      const outcome = await builder.build(changed, () => void this.#showFolder(outDir));
      if (!outcome) continue;
      // What is wrong in a text that has changed since is not worth saying: the next build tells what is wrong now.
      const isOlder = this.#site.hasChanged();
      if (outcome.kind === "built") await this.#showFolder(outDir);
      else if (!isOlder) this.#options.server.show(messageOf(outcome));
      if (!isOlder) this.#announcer.announce(outcome, changed);
    }
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    await this.#site.end();
  }

  /** Of the present builder. What an earlier one has written is served until this one has written all. */
  #outDir(): string {
    return join(this.#options.folder, String(this.#builders));
  }

  async #showFolder(outDir: string): Promise<void> {
    const { folder, server } = this.#options;
    server.show({ folder: outDir, workshop: async (path) => this.#site.last?.workshop(path) });
    const earlier = (await readdir(folder)).map((name) => join(folder, name)).filter((path) => path !== outDir);
    for (const path of earlier) await rm(path, { recursive: true, force: true });
  }
}

function faultOf(description: string): Outcome {
  return { kind: "fault", description };
}

function messageOf(outcome: Exclude<Outcome, { kind: "built" }>): { title: string; text: string } {
  if (outcome.kind === "unreadable") return { title: "This site can’t be made", text: outcome.problems };
  return { title: "The build failed", text: outcome.description };
}
