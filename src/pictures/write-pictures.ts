/** Makes the renditions of pictures, or takes them from an earlier build. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AvifOptions, JpegOptions, PngOptions, Sharp, WebpOptions } from "sharp";
import type { Picture, Rendition } from "../content/picture.ts";
import { ContentError } from "../content/problems/problem.ts";
import type { Cache } from "./cache.ts";
import { isWide } from "./metadata/icc.ts";

const AVIF: AvifOptions = { quality: 58, effort: 3 };
const WEBP: WebpOptions = { quality: 80, effort: 5, smartSubsample: true };
const JPEG: JpegOptions = { quality: 80, mozjpeg: true };
const PNG: PngOptions = { compressionLevel: 9, effort: 8 };

type Write = (path: string, make: () => Promise<Uint8Array>) => Promise<void>;

/** `write` is given each file by its site-relative path, which has a digest. Throws a `ContentError` for a broken picture. */
export async function writePictures(pictures: Picture[], siteDir: string, cache: Cache, write: Write): Promise<void> {
  const byFile = new Map(pictures.map((picture) => [picture.file, picture]));
  for (const picture of byFile.values()) await writePicture(picture, siteDir, cache, write);
}

async function writePicture({ file, renditions, fallback }: Picture, siteDir: string, cache: Cache, write: Write) {
  const all = fallback ? [...renditions, fallback] : renditions;
  const source = readOnce(join(siteDir, file));
  const made = all.map(async (rendition) => {
    // The path names the content's digest, the width and the format.
    await write(rendition.path, () =>
      cache.bytes("pictures", rendition.path, async () => encode(await source(), rendition)),
    );
  });
  const failed = (await Promise.allSettled(made)).find((one) => one.status === "rejected");
  if (!failed) return;
  const { reason } = failed;
  throw new ContentError([
    { file, message: `can't be made smaller: ${reason instanceof Error ? reason.message : reason}` },
  ]);
}

/** The file of one rendition, made now if no earlier build has made it. */
export function renditionBytes(file: string, rendition: Rendition, siteDir: string, cache: Cache): Promise<Uint8Array> {
  return cache.bytes("pictures", rendition.path, async () => encode(await readFile(join(siteDir, file)), rendition));
}

/** sharp writes no metadata; colours are converted to sRGB unless their gamut is wider. */
async function encode(source: Uint8Array, { type, width }: Rendition): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const image = sharp(source);
  const { icc } = await image.metadata();
  const resized = image.autoOrient().resize({ width });
  return inFormat(isWide(icc) ? resized.keepIccProfile() : resized, type).toBuffer();
}

function inFormat(image: Sharp, type: string): Sharp {
  if (type === "image/avif") return image.avif(AVIF);
  if (type === "image/webp") return image.webp(WEBP);
  return type === "image/png" ? image.png(PNG) : image.jpeg(JPEG);
}

function readOnce(path: string): () => Promise<Uint8Array> {
  let bytes: Promise<Uint8Array> | undefined;
  return () => {
    bytes ??= readFile(path);
    return bytes;
  };
}
