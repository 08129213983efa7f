/** What keeps a folder from becoming a site's. */
import { readdir } from "node:fs/promises";
import { UsageError } from "../../content/problems/usage-error.ts";

/** What a fresh repository, an editor or a system may have put there, and a packed engine. */
const HARMLESS =
  /^(\.git|\.gitattributes|\.github|\.gitlab|\.idea|\.vscode|\.DS_Store|LICEN[CS]E(\..+)?|wellformed-.+\.tgz)$/i;

/** The names of files and folders that are not to be mixed with a new site's, in their order; none where there is no folder. */
export async function inTheWay(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") throw new UsageError(`${folder} is a file, or is in one; a site takes a folder`);
    throw error;
  });
  return names.filter((name) => !HARMLESS.test(name)).sort();
}
