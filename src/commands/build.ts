/** `npm run build`: the whole site into a folder, or an error and the folder as it was. */
import { Build } from "../eleventy/build.ts";
import { writeSite } from "../eleventy/run.ts";
import { publishTo } from "../publish/staging.ts";
import { readOptions } from "./options.ts";
import { reportFailure, reportSuccess, withProgress } from "./report.ts";

try {
  const start = performance.now();
  const { outDir, out, ...options } = readOptions(process.argv.slice(2), process.env, "_site");
  const build = new Build({ ...options, preview: false });
  await withProgress(publishTo(outDir, (stagingDir) => writeSite(build, stagingDir)));
  reportSuccess(build, out, (performance.now() - start) / 1000);
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}
