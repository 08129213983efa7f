/** `npm run build`: builds the whole site into a folder, or fails and leaves the folder as it was. */
import { UsageError } from "../content/problems/usage-error.ts";
import { buildSite } from "./build-site.ts";
import { readOptions } from "./options.ts";
import { reportFailure } from "./report.ts";

try {
  const options = readOptions(process.argv.slice(2), process.env, "_site");
  if (options.external) throw new UsageError("--external is an option of npm run check: no build asks other sites");
  await buildSite(options);
} catch (error) {
  reportFailure(error, "Nothing was published; what was there before is as it was.");
  process.exitCode = 1;
}
