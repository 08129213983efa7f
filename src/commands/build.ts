/** `npm run build`: the whole site into a folder, or an error and the folder as it was. */
import { buildSite } from "./build-site.ts";
import { readBuildOptions } from "./options.ts";
import { runCommand } from "./report.ts";

await runCommand(
  "build",
  (args) => buildSite(readBuildOptions("build", args, process.env)),
  "Nothing was published; what was there before is as it was.",
);
