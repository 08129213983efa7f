/** `wellformed build`: builds the whole site into a folder, or fails and leaves the folder as it was. */
import { buildSite } from "./build-site.ts";
import { readBuildOptions } from "./options.ts";

export async function build(args: string[]): Promise<void> {
  await buildSite(readBuildOptions("build", args, process.env));
}
