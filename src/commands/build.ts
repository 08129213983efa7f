/** `wellformed build`: builds the whole site into a folder, or fails and leaves the folder as it was. */
import { buildPart, buildSite } from "./build-site.ts";
import { readBuildOptions } from "./options/build-options.ts";

export async function build(args: string[]): Promise<void> {
  const options = readBuildOptions("build", args, process.env);
  await (options.part ? buildPart(options, options.part) : buildSite(options));
}
