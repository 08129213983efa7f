/** `npm run build`: the whole site into a folder, or an error and the folder as it was. */
import { existsSync } from "node:fs";
import { Eleventy } from "@11ty/eleventy";
import configure from "../../eleventy.config.ts";
import { Build } from "../eleventy/build.ts";
import { publishTo } from "../publish/staging.ts";
import { readOptions } from "./options.ts";
import { progress, reportFailure, reportSuccess } from "./report.ts";

try {
  const start = performance.now();
  const options = readOptions(process.argv.slice(2), process.env, "_site");
  if (!existsSync(options.siteDir)) throw new Error(`there is no folder ${options.siteDir}`);
  const build = new Build({ ...options, preview: false });
  const stop = progress();
  try {
    await publishTo(options.outDir, async (stagingDir) => {
      const eleventy = new Eleventy(options.siteDir, stagingDir, {
        quietMode: true,
        config: (config) => configure(config, build, stagingDir),
      });
      eleventy.logger.overrideLogger(false);
      await eleventy.init();
      await eleventy.write();
    });
  } finally {
    stop();
  }
  reportSuccess(build, options.outDir, (performance.now() - start) / 1000);
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}
