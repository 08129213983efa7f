/** `npm start`: builds the site with its drafts, serves it, and builds again whenever something changes. */
import { once } from "node:events";
import { watch } from "node:fs";
import { rm } from "node:fs/promises";
import { Build } from "../eleventy/build.ts";
import { serveSite } from "../eleventy/run.ts";
import { type CommandOptions, readOptions } from "./options.ts";
import { contentErrorIn, reportFailure } from "./report.ts";

try {
  const options = readOptions(process.argv.slice(2), process.env, ".cache/dev");
  await rm(options.outDir, { recursive: true, force: true });
  await serve(options);
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}

/** A site that is wrong from the start is waited for until it is mended. */
async function serve(options: CommandOptions): Promise<void> {
  const { port, outDir } = options;
  try {
    const build = new Build({ ...options, url: `http://localhost:${port}/`, preview: true });
    await serveSite(build, outDir, port);
  } catch (error) {
    if (!contentErrorIn(error)) throw error;
    console.log("Waiting for a change …");
    await once(watch(options.siteDir, { recursive: true }), "change");
    await serve(options);
  }
}
