/** Reads an entry's `image`: the picture that previews and feeds show. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Picture } from "../../content/picture.ts";
import type { PreviewImage } from "../../content/preview-image.ts";
import type { Place, Reason } from "../../content/problems/problem.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { pictureTypeOf } from "../../content/text/media-type.ts";
import type { Target } from "../../markdown/extension.ts";
import type { Cache } from "../../pictures/cache.ts";
import { publishedOf } from "../../pictures/metadata/published.ts";
import { renditionBytes } from "../../pictures/write-pictures.ts";

interface Folder {
  siteDir: string;
  pictures: ReadonlyMap<string, Result<Picture>>;
  cache: Cache;
}

/** `place` is that of the key in front matter. */
export async function readPreviewImage(
  resolved: Result<Target>,
  alt: string,
  place: Place,
  folder: Folder,
): Promise<Result<PreviewImage>> {
  const refuse = (reasons: readonly Reason[]) =>
    failure(...reasons.map(({ message, hint }) => ({ ...place, field: "image.src", message, hint })));
  if (!resolved.ok) return refuse(resolved.problems);
  const target = resolved.value;
  const read = target.kind === "asset" ? folder.pictures.get(target.file) : undefined;
  if (target.kind !== "asset" || !read)
    return refuse([{ message: "must be a picture beside the text, or one of public/" }]);
  if (!read.ok) return refuse(read.problems);
  const picture = read.value;
  const { file, path } = target;
  const { fallback, width, height } = picture;
  if (!fallback) {
    const bytes = publishedLength(folder.siteDir, file);
    return success({ path, alt, width, height, type: pictureTypeOf(file) ?? "", bytes, asset: { file, path } });
  }
  const { length: bytes } = await renditionBytes(file, fallback, folder.siteDir, folder.cache);
  return success({ ...fallback, alt, bytes, picture });
}

function publishedLength(siteDir: string, file: string): number {
  const published = publishedOf(siteDir, file);
  if (published.ok && "bytes" in published.value) return published.value.bytes.length;
  return statSync(join(siteDir, file)).size;
}
