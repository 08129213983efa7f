/** An Eleventy for one build. It knows files by their path from the working folder, which therefore is the site's. */
import { Eleventy } from "@11ty/eleventy";
import configure from "../../eleventy.config.ts";
import type { Build } from "../site/build.ts";

/** Writes the site into `outDir`, once. Throws a `ContentError` where the content is wrong. */
export async function writeSite(build: Build, outDir: string): Promise<void> {
  const eleventy = createEleventy(build, outDir, "build");
  eleventy.logger.overrideLogger(false);
  await eleventy.init();
  await eleventy.write();
}

/** Writes the site into `outDir`, serves it at `http://localhost:port`, and writes it again whenever a file changes. */
export async function serveSite(build: Build, outDir: string, port: number): Promise<void> {
  const eleventy = createEleventy(build, outDir, "serve");
  await eleventy.init();
  const writeAgain = await eleventy.watch();
  // Eleventy itself takes note of a deleted file, and does nothing about it.
  eleventy.watcher.on("unlink", writeAgain);
  await eleventy.serve(port);
}

function createEleventy(build: Build, outDir: string, runMode: "build" | "serve"): Eleventy {
  process.chdir(build.options.siteDir);
  return new Eleventy(".", outDir, {
    quietMode: true,
    runMode,
    config: (eleventy) => configure(eleventy, build, outDir),
  });
}
