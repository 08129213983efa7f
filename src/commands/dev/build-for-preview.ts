/** The site with its drafts, built into one folder as often as it is asked for. */
import { join, relative, sep } from "node:path";
import type { ContentError } from "../../content/problems/problem.ts";
import { siteWriter } from "../../eleventy/run.ts";
import { siteBuild } from "../../site/build-site.ts";
import type { WrittenSite } from "../../site/write.ts";
import { readServeOptions } from "../options/options.ts";
import type { Outcome } from "./outcome.ts";
import { type WorkshopPage, workshopPage } from "./workshop-page.ts";

export interface Preview {
  /** Writes the pages of these files, where nothing but their texts has changed; false where it did not. */
  first(changed: readonly string[]): Promise<boolean>;
  /** Throws where there are no pages. */
  build(): Promise<Outcome>;
  /** About a page of the last site that was built; undefined before the first. */
  workshop(path: string): WorkshopPage | undefined;
}

/** `url` is where it is served, `args` are those of `npm start`. */
export async function previewBuild(outDir: string, url: string, args: string[]): Promise<Preview> {
  const options = readServeOptions(args, process.env);
  let problems = "";
  let last: WrittenSite | undefined;
  const onProblems = ({ message }: ContentError) => {
    problems = message;
  };
  // Those below `theme/` are watched anyway, and styles there need no new process.
  const own = join(options.siteDir, "theme");
  const onLoaded = (paths: readonly string[]) => {
    for (const path of paths) if (path !== own && !path.startsWith(own + sep)) process.send?.({ loaded: path });
  };
  // The pages can be seen before they can be searched.
  const search = options.search ? "later" : false;
  const onWritten = (site: WrittenSite) => {
    last = site;
  };
  const build = siteBuild({ ...options, url, search }, { onProblems, onLoaded, onWritten });
  const write = siteWriter(build, outDir);
  return {
    // Where anything goes wrong, the build says so.
    first: (changed) =>
      build.writeFirst(changed.map((path) => relative(options.siteDir, path).replaceAll(sep, "/"))).catch(() => false),
    async build() {
      problems = "";
      const start = performance.now();
      await write();
      build.catchUp().catch((error: unknown) => console.error("The search index could not be made:", error));
      return { kind: "built", problems, seconds: (performance.now() - start) / 1000 };
    },
    workshop: (path) => last && workshopPage(last, path, process.env),
  };
}
