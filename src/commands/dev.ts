/** `npm start`: builds the site with its drafts, serves it, and builds again whenever something changes. */

import { once } from "node:events";
import { watch } from "node:fs";
import { rm } from "node:fs/promises";
import { Build } from "../eleventy/build.ts";
import { serveSite } from "../eleventy/run.ts";
import { readOptions } from "./options.ts";
import { contentErrorIn } from "./report.ts";

const { port, outDir, ...options } = readOptions(process.argv.slice(2), process.env, ".cache/dev");
await rm(outDir, { recursive: true, force: true });
await serve();

/** A site that is wrong from the start is waited for until it is mended. */
async function serve(): Promise<void> {
  try {
    const build = new Build({ ...options, url: `http://localhost:${port}/`, preview: true });
    await serveSite(build, outDir, port);
  } catch (error) {
    if (!contentErrorIn(error)) throw error;
    console.log("Waiting for a change …");
    await once(watch(options.siteDir, { recursive: true }), "change");
    await serve();
  }
}
