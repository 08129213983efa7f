/** The files of a build, as they are published. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

export interface BuiltFolder {
  readonly folder: string;
  /** Paths from the folder, with `/` between their parts. */
  readonly files: ReadonlySet<string>;
  /** A digest of all paths and contents. */
  readonly digest: string;
}

export async function readBuiltFolder(folder: string): Promise<BuiltFolder> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
  const files = paths.map((path) => relative(folder, path).split(sep).join("/")).sort();
  const all = createHash("sha256");
  for (const file of files) {
    const contents = createHash("sha256")
      .update(await readFile(join(folder, file)))
      .digest("hex");
    all.update(`${contents} ${file}\n`);
  }
  return { folder, files: new Set(files), digest: all.digest("hex") };
}
