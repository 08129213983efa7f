/** Runs Eleventy from a program. It knows files by their path from the working folder, which therefore is the site's. */
import { Eleventy } from "@11ty/eleventy";
import configure from "../../eleventy.config.ts";
import { type BuildOptions, type SiteBuild, siteBuild } from "../site/build-site.ts";
import type { WrittenSite } from "../site/write.ts";

/** Writes the site into `outDir`, once. Throws a `ContentError` where the content is wrong. */
export async function writeSite(options: BuildOptions, outDir: string): Promise<WrittenSite> {
  const written: WrittenSite[] = [];
  const eleventy = createEleventy(siteBuild(options, { onWritten: (site) => written.push(site) }), outDir, "build");
  eleventy.logger.overrideLogger(false);
  await eleventy.init();
  await eleventy.write();
  const [site] = written;
  if (!site) throw new Error("Eleventy ended before the site was written");
  return site;
}

/** Writes the site into `outDir`, serves it at `http://localhost:port`, and writes it again whenever a file changes. */
export async function serveSite(build: SiteBuild, outDir: string, port: number): Promise<void> {
  const eleventy = createEleventy(build, outDir, "serve");
  await eleventy.init();
  const writeAgain = await eleventy.watch();
  // Eleventy itself takes note of a deleted file, and does nothing about it.
  eleventy.watcher.on("unlink", writeAgain);
  await eleventy.serve(port);
}

function createEleventy(build: SiteBuild, outDir: string, runMode: "build" | "serve"): Eleventy {
  process.chdir(build.siteDir);
  return new Eleventy(".", outDir, { quietMode: true, runMode, config: (eleventy) => configure(eleventy, build) });
}
