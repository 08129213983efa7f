/** Writes the files of a new site. What an editor has put there before stays as it was. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Returns the paths of those that stay. */
export async function writeNew(folder: string, files: ReadonlyMap<string, string>): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
      kept.add(path);
    });
  }
  return kept;
}
