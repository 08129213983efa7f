/** Reads the pictures that pages may show, for their dimensions. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Picture } from "../content/picture.ts";
import type { Result } from "../content/problems/result.ts";
import type { Cache } from "../pictures/cache.ts";
import { PICTURE_FILE, readPicture } from "../pictures/read-picture.ts";

/**
 * The pictures in these folders, and `further` ones, by their files. A broken one is a failure in the map, and no problem until
 * a page shows it.
 */
export async function readPictures(
  siteDir: string,
  folders: readonly string[],
  further: readonly string[],
  cache: Cache,
): Promise<Map<string, Result<Picture>>> {
  const beside = (await Promise.all(folders.map((folder) => listPictures(siteDir, folder)))).flat();
  const files = [...beside, ...further].sort();
  const read = files.map(
    async (file) => [file, await readPicture(file, await readFile(join(siteDir, file)), cache)] as const,
  );
  return new Map(await Promise.all(read));
}

async function listPictures(siteDir: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(siteDir, folder), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && PICTURE_FILE.test(entry.name))
    .map((entry) => relative(siteDir, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}
