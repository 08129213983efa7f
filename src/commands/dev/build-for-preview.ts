/** The site with its drafts, built into one folder as often as it is asked for. */
import { join, sep } from "node:path";
import type { ContentError } from "../../content/problems/problem.ts";
import { siteWriter } from "../../eleventy/run.ts";
import { siteBuild } from "../../site/build-site.ts";
import { readServeOptions } from "../options.ts";
import type { Outcome } from "./outcome.ts";

/** `url` is where it is served, `args` are those of `npm start`. What the function returns throws where there are no pages. */
export async function previewBuild(outDir: string, url: string, args: string[]): Promise<() => Promise<Outcome>> {
  const options = readServeOptions(args, process.env);
  let problems = "";
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
  const build = siteBuild({ ...options, url, search }, { onProblems, onLoaded });
  const write = siteWriter(build, outDir);
  return async () => {
    problems = "";
    const start = performance.now();
    await write();
    build.catchUp().catch((error: unknown) => console.error("The search index could not be made:", error));
    return { kind: "built", problems, seconds: (performance.now() - start) / 1000 };
  };
}
