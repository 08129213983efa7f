/** Checks the cover of a podcast, by the rules of podcast directories. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Picture } from "../content/picture.ts";
import { coverFault } from "../content/podcast.ts";
import type { Problem } from "../content/problems/problem.ts";
import type { Result } from "../content/problems/result.ts";
import type { PublicFile } from "../content/public-file.ts";
import type { Site } from "../content/site.ts";
import { pictureColours } from "../pictures/picture-colours.ts";

/** The file of the cover, if there is one. */
export function coverOf({ podcast }: Site, files: readonly PublicFile[]): string | undefined {
  return files.find(({ path }) => path === podcast?.image)?.file;
}

export function podcastProblems(
  siteDir: string,
  site: Site,
  files: readonly PublicFile[],
  pictures: ReadonlyMap<string, Result<Picture>>,
): Problem[] {
  if (!site.podcast) return [];
  const { image } = site.podcast;
  const cover = coverOf(site, files);
  const read = cover === undefined ? undefined : pictures.get(cover);
  const place = { file: "_data/site.ts", field: "podcast.image", written: `"${image}"` };
  const hint = /^\/.*[^/]$/.test(image) ? `put it there, as public${image}` : "write its address, such as /cover.jpg";
  if (!read) return [{ ...place, message: `"${image}" is not the address of a picture in public/`, hint }];
  if (!read.ok) return read.problems.map((problem) => ({ ...problem, field: undefined }));
  const colours = cover === undefined ? undefined : pictureColours(readFileSync(join(siteDir, cover)));
  const fault = coverFault(image, { ...read.value, colours });
  return fault ? [{ ...place, ...fault }] : [];
}
