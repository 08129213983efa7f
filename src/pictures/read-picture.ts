/** A picture file to a `Picture`: its size, and the renditions that will be made of it. */
import { parse } from "node:path";
import type { Picture, Rendition } from "../content/picture.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { digestOf } from "./cache.ts";
import { svgFault, svgSize } from "./svg-file.ts";

export const PICTURE_FILE = /\.(png|jpe?g|webp|avif|gif|svg)$/i;

/** Goes up when renditions are to be made anew. */
const VERSION = 1;
/** For a column of 580 CSS pixels and for phones, at one to two device pixels each. */
const WIDTHS = [480, 800, 1160];
const TYPES: Record<string, string> = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
  png: "image/png",
};

export async function readPicture(file: string, bytes: Uint8Array): Promise<Result<Picture>> {
  if (/\.svg$/i.test(file)) return readSvgPicture(file, bytes);
  // Loaded when the first picture is met: it takes 0.1 s.
  const { default: sharp } = await import("sharp");
  try {
    const { autoOrient, format, hasAlpha, pages = 1 } = await sharp(bytes).metadata();
    const { width, height } = autoOrient;
    // What moves stays as its author made it.
    if (format === "gif" || pages > 1) return success({ file, width, height, renditions: [], fallback: undefined });
    const plain = format === "png" || hasAlpha ? "png" : "jpg";
    return success(withRenditions(file, digestOf(bytes), { width, height }, plain));
  } catch (error) {
    const message = `is no picture that can be read: ${error instanceof Error ? error.message : error}`;
    return failure({ file, message });
  }
}

function readSvgPicture(file: string, bytes: Uint8Array): Result<Picture> {
  const source = Buffer.from(bytes).toString("utf8");
  const fault = svgFault(source);
  if (fault) return failure({ file, message: fault, hint: "save it as plain SVG" });
  const size = svgSize(source);
  if (!size) return failure({ file, message: "does not say how large it is", hint: "give its <svg> a viewBox" });
  return success({ file, ...size, renditions: [], fallback: undefined });
}

function withRenditions(
  file: string,
  digest: string,
  { width, height }: { width: number; height: number },
  plain: "jpg" | "png",
): Picture {
  const largest = Math.min(width, Math.max(...WIDTHS));
  const widths = [...WIDTHS.filter((one) => one < largest), largest];
  const name = `${parse(file).name.replace(/[^\p{L}\p{N}._-]+/gu, "-")}-${digest.slice(0, 10)}${VERSION}`;
  const rendition = (extension: string, to: number): Rendition => ({
    path: `/assets/pictures/${name}-${to}.${extension}`,
    type: TYPES[extension] ?? "",
    width: to,
    height: Math.max(1, Math.round((height * to) / width)),
  });
  return {
    file,
    width,
    height,
    renditions: ["avif", "webp"].flatMap((extension) => widths.map((to) => rendition(extension, to))),
    fallback: rendition(plain, largest),
  };
}
