/** Prepares a post's own `image`, which previews and feeds show. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Body } from "../content/body.ts";
import type { Picture, PictureFault } from "../content/picture.ts";
import type { PostImage } from "../content/post.ts";
import { pictureTypeOf } from "../content/text/media-type.ts";
import type { Target } from "../markdown/extension.ts";
import type { Cache } from "../pictures/cache.ts";
import { publishedOf } from "../pictures/metadata/published.ts";
import { renditionBytes } from "../pictures/write-pictures.ts";

export interface PreviewImage {
  image: PostImage;
  /** What the build must publish for it. */
  needs: Pick<Body, "assets" | "pictures">;
}

interface Folder {
  siteDir: string;
  pictures: Map<string, Picture | PictureFault>;
  cache: Cache;
}

/** Returns the problem as a string where it can't be shown. */
export async function previewImage(target: Target, alt: string, folder: Folder): Promise<PreviewImage | string> {
  if (target.kind === "missing") return target.message;
  const picture = target.kind === "asset" ? folder.pictures.get(target.file) : undefined;
  if (target.kind !== "asset" || !picture) return "must be a picture beside the post";
  if ("message" in picture) return picture.message + (picture.hint ? ` (${picture.hint})` : "");
  const { file, path } = target;
  const { fallback, width, height } = picture;
  if (!fallback) {
    const bytes = publishedLength(join(folder.siteDir, file));
    const image = { path, alt, width, height, type: pictureTypeOf(file) ?? "", bytes };
    return { image, needs: { assets: [{ file, path }], pictures: [] } };
  }
  const { length: bytes } = await renditionBytes(file, fallback, folder.siteDir, folder.cache);
  return { image: { ...fallback, alt, bytes }, needs: { assets: [], pictures: [picture] } };
}

function publishedLength(path: string): number {
  const published = publishedOf(path);
  return "bytes" in published ? published.bytes.length : statSync(path).size;
}
