/** `npm start`: builds the site with its drafts, serves it, and builds again whenever something changes. */
import { once } from "node:events";
import { watch } from "node:fs";
import { rm } from "node:fs/promises";
import type { ContentError } from "../content/problems/problem.ts";
import { serveSite } from "../eleventy/run.ts";
import { siteBuild } from "../site/build-site.ts";
import { type CommandOptions, readOptions } from "./options.ts";
import { contentErrorIn, reportFailure } from "./report.ts";
import { serveMessage } from "./serve-message.ts";

try {
  const options = readOptions(process.argv.slice(2), process.env, ".cache/dev");
  await rm(options.outDir, { recursive: true, force: true });
  await serve(options);
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}

/** If nothing of a site can be read, for example because its settings are wrong, this waits until that is fixed. */
async function serve(options: CommandOptions): Promise<void> {
  const { port, outDir } = options;
  try {
    const url = `http://localhost:${port}/`;
    const onProblems = (error: ContentError) => console.error(error.message);
    await serveSite(siteBuild({ ...options, url }, { onProblems }), outDir, port);
  } catch (error) {
    const problems = contentErrorIn(error);
    if (!problems) throw error;
    console.error(problems.message);
    const stop = await serveMessage(problems.message, port);
    console.log("Waiting for a change …");
    await once(watch(options.siteDir, { recursive: true }), "change");
    await stop();
    await serve(options);
  }
}
