/** Runs Eleventy from a program. It knows files by their path from the working folder, which therefore is the site's. */
import { Eleventy, type UserConfig } from "@11ty/eleventy";
import { type BuildOptions, type Listeners, type SiteBuild, siteBuild } from "../site/build-site.ts";
import type { WrittenSite } from "../site/write.ts";
import { addSite } from "./adapter.ts";

/** Writes the site into `outDir`, once. Throws a `ContentError` where the content is wrong. */
export async function writeSite(
  options: BuildOptions,
  outDir: string,
  { progress }: Pick<Listeners, "progress"> = {},
): Promise<WrittenSite> {
  const written: WrittenSite[] = [];
  const build = siteBuild({ ...options, outDir }, { progress, onWritten: (site) => written.push(site) });
  await run(createEleventy(build, outDir, "build")).finally(build.ended);
  const [site] = written;
  if (!site) throw new Error("Eleventy ended before the site was written");
  return site;
}

/** Returns what writes the site into `outDir`, as a preview, as often as it is called. It throws as `writeSite` does. */
export function siteWriter(build: SiteBuild, outDir: string): () => Promise<void> {
  return async () => {
    // Each run has an Eleventy of its own, since one keeps what it once knew of files.
    const eleventy = createEleventy(build, outDir, "serve");
    await run(eleventy);
  };
}

/** What there is to say is said by whoever called; Eleventy would say it again, in its own way. */
async function run(eleventy: Eleventy): Promise<void> {
  eleventy.logger.overrideLogger(false);
  await eleventy.init();
  await eleventy.write();
}

function createEleventy(build: SiteBuild, outDir: string, runMode: "build" | "serve"): Eleventy {
  process.chdir(build.siteDir);
  const config = (eleventy: UserConfig) => addSite(eleventy, build);
  // An empty path is no file: a configuration that lies in the site's folder, from the days of another engine, is not run.
  return new Eleventy(".", outDir, { quietMode: true, runMode, configPath: "", config });
}
