/** Finds files that can't be published or shown. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Picture } from "../content/picture.ts";
import type { Problem } from "../content/problems/problem.ts";
import type { Result } from "../content/problems/result.ts";
import { publicPath } from "../content/public-file.ts";
import type { FileUse } from "../markdown/extension.ts";
import { withFile } from "../pictures/metadata/file-bytes.ts";
import { HEAD_LENGTH, kindOf } from "../pictures/metadata/file-kind.ts";
import { publishedOf } from "../pictures/metadata/published.ts";
import { webpOrientation } from "../pictures/metadata/webp.ts";
import { pictureKindProblem } from "../pictures/read-picture.ts";

/** The problems of using a file in this way; `file` is relative to the site's folder. */
export type FileProblems = (file: string, use: FileUse) => readonly Problem[];

/** Examines each file once, on first use. */
export function fileProblems(siteDir: string, pictures: ReadonlyMap<string, Result<Picture>>): FileProblems {
  const known = new Map<string, readonly Problem[]>();
  return (file, use) => {
    const key = `${use} ${file}`;
    const problems = known.get(key) ?? problemsOf(file, use, siteDir, pictures);
    known.set(key, problems);
    return problems;
  };
}

function problemsOf(
  file: string,
  use: FileUse,
  siteDir: string,
  pictures: ReadonlyMap<string, Result<Picture>>,
): readonly Problem[] {
  const picture = use === "picture" ? pictures.get(file) : undefined;
  if (picture && !picture.ok) return picture.problems;
  // Files of public/ are checked when that folder is read.
  const published = publicPath(file) ? undefined : publishedOf(siteDir, file);
  if (published?.ok === false) return published.problems;
  if (use === "file") return [];
  const path = join(siteDir, file);
  const kind = withFile(path, (bytes) => kindOf(bytes.read(0, HEAD_LENGTH)));
  const notShown = pictureKindProblem(file, kind) ?? (kind === "webp" ? rotationProblem(file, path) : undefined);
  return notShown ? [notShown] : [];
}

/** Renditions are turned upright, but a file that is shown itself is not. */
function rotationProblem(file: string, path: string): Problem | undefined {
  if (webpOrientation(readFileSync(path)) === 1) return undefined;
  const message = "is rotated by its Exif orientation, which browsers ignore in WebP";
  return { file, message, hint: "save it upright, or use ![…](…)" };
}
