/** `npm run build`: the whole site into a folder, or an error and the folder as it was. */
import { existsSync } from "node:fs";
import { Build } from "../eleventy/build.ts";
import { writeSite } from "../eleventy/run.ts";
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
    await publishTo(options.outDir, (stagingDir) => writeSite(build, stagingDir));
  } finally {
    stop();
  }
  reportSuccess(build, options.outDir, (performance.now() - start) / 1000);
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}
