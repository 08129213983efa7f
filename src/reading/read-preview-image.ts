/** An entry's own `image`: the picture that previews and feeds show. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Picture, PictureFault } from "../content/picture.ts";
import type { PreviewImage } from "../content/preview-image.ts";
import type { Place } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { pictureTypeOf } from "../content/text/media-type.ts";
import type { Target } from "../markdown/extension.ts";
import type { Cache } from "../pictures/cache.ts";
import { publishedOf } from "../pictures/metadata/published.ts";
import { renditionBytes } from "../pictures/write-pictures.ts";

interface Folder {
  siteDir: string;
  pictures: ReadonlyMap<string, Picture | PictureFault>;
  cache: Cache;
}

/** `place` is where front matter names it. */
export async function readPreviewImage(
  target: Target,
  alt: string,
  place: Place,
  folder: Folder,
): Promise<Result<PreviewImage>> {
  const refuse = (message: string, hint?: string) => failure({ ...place, field: "image.src", message, hint });
  if (target.kind === "missing") return refuse(target.message);
  const picture = target.kind === "asset" ? folder.pictures.get(target.file) : undefined;
  if (target.kind !== "asset" || !picture) return refuse("must be a picture beside the post");
  if ("message" in picture) return refuse(picture.message, picture.hint);
  const { file, path } = target;
  const { fallback, width, height } = picture;
  if (!fallback) {
    const bytes = publishedLength(join(folder.siteDir, file));
    return success({ path, alt, width, height, type: pictureTypeOf(file) ?? "", bytes, asset: { file, path } });
  }
  const { length: bytes } = await renditionBytes(file, fallback, folder.siteDir, folder.cache);
  return success({ ...fallback, alt, bytes, picture });
}

function publishedLength(path: string): number {
  const published = publishedOf(path);
  return "bytes" in published ? published.bytes.length : statSync(path).size;
}
