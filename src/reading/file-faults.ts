/** Finds files that can't be published or shown. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Picture, PictureFault } from "../content/picture.ts";
import type { FileUse } from "../markdown/extension.ts";
import { withFile } from "../pictures/metadata/file-bytes.ts";
import { HEAD_LENGTH, kindOf } from "../pictures/metadata/file-kind.ts";
import { publishedOf } from "../pictures/metadata/published.ts";
import { webpOrientation } from "../pictures/metadata/webp.ts";
import { pictureKindFault } from "../pictures/read-picture.ts";

/** `file` is relative to the site's folder; undefined for a file without a fault. */
export type FileFaults = (file: string, use: FileUse) => PictureFault | undefined;

/** Renditions are upright, but this is a file that is shown itself. */
function orientationFault(path: string): PictureFault | undefined {
  if (webpOrientation(readFileSync(path)) === 1) return undefined;
  return {
    message: "is rotated by its Exif orientation, which browsers ignore in WebP",
    hint: "save it upright, or use ![…](…)",
  };
}

/** Examines each file once, on first use. */
export function fileFaults(siteDir: string, pictures: Map<string, Picture | PictureFault>): FileFaults {
  const known = new Map<string, PictureFault | undefined>();
  const faultOf = (file: string, use: FileUse) => {
    const picture = use === "picture" ? pictures.get(file) : undefined;
    if (picture && "message" in picture) return picture;
    const path = join(siteDir, file);
    const kind = withFile(path, (bytes) => kindOf(bytes.read(0, HEAD_LENGTH)));
    const published = publishedOf(path);
    if ("message" in published || use === "file") return "message" in published ? published : undefined;
    return pictureKindFault(file, kind) ?? (kind === "webp" ? orientationFault(path) : undefined);
  };
  return (file, use) => {
    const key = `${use} ${file}`;
    if (!known.has(key)) known.set(key, faultOf(file, use));
    return known.get(key);
  };
}
