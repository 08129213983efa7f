/** `npm run check`: everything that a build would refuse, in one run; nothing is published. */
import { rm } from "node:fs/promises";
import { buildSite } from "./build-site.ts";
import { readOptions } from "./options.ts";
import { reportFailure } from "./report.ts";

try {
  const options = readOptions(process.argv.slice(2), process.env, ".cache/check");
  await buildSite({ ...options, record: false });
  await rm(options.outDir, { recursive: true });
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}
