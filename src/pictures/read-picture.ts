/** A picture file to a `Picture`: its size, and the renditions that will be made of it. */
import { parse } from "node:path";
import type { Metadata } from "sharp";
import type { Picture, Rendition } from "../content/picture.ts";
import type { Problem } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { type Cache, digestOf } from "./cache.ts";
import { inMemory } from "./metadata/file-bytes.ts";
import { type FileKind, isCalledSvg, KIND_NAMES, kindOf, SHOWN } from "./metadata/file-kind.ts";
import { animationSize } from "./metadata/heif.ts";
import { isWide } from "./metadata/icc.ts";
import { pngFrames } from "./metadata/png.ts";
import { withoutMetadata } from "./metadata/published.ts";
import { needsPaper } from "./needs-paper.ts";
import { svgFault } from "./svg/svg-file.ts";
import { svgSize } from "./svg/svg-size.ts";
import { svgSource } from "./svg/svg-source.ts";

export const PICTURE_FILE =
  /\.(a?png|jpe?g|jpe|jfif|pjpeg|webp|avifs?|gif|svgz?|hei[cf]s?|tiff?|bmp|dib|jxl|jp2|jpx|jpf|j2k|psd|psb|ico|cur|dng|cr[23]|nef|arw|raf|orf|rw2)$/i;

/** For files whose content is not recognized. */
const UNSEEN_ENDINGS = /^\.(hei[cf]|tiff?|bmp|jxl|jp2|psd|ico|dng)$/i;

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
/** The largest width or height of a format, or of its encoder, in pixels. */
const LONGEST_SIDE: Record<string, number> = { avif: 16_384, webp: 16_383, jpg: 65_500 };
/** sharp's limit. */
const MOST_PIXELS = 0x3fff ** 2;

/** Fails for a file that browsers don't show; `file` is relative to the site's folder. */
export async function readPicture(file: string, bytes: Uint8Array, cache: Cache): Promise<Result<Picture>> {
  const kind = kindOf(bytes);
  const notShown = pictureKindProblem(file, kind);
  if (notShown) return failure(notShown);
  if (isCalledSvg(file)) return readSvgPicture(file, bytes, cache);
  const animation = kind === "avif" ? animationSize(inMemory(bytes)) : undefined;
  // sharp does not read animated AVIF.
  if (animation) return asItIs({ file, ...animation, needsPaper: false }, bytes);
  // Loaded when the first picture is met: it takes 0.1 s.
  const { default: sharp } = await import("sharp");
  try {
    return await readPixels(file, bytes, kind, await sharp(bytes, { limitInputPixels: false }).metadata(), cache);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    return failure({ file, message: `is no picture that can be read: ${reason}` });
  }
}

/** The reason why browsers do not show a file as a picture, given its name and the format of its content. */
export function pictureKindProblem(file: string, kind: FileKind | undefined): Problem | undefined {
  const hint = "save it as JPEG or PNG";
  const { name, ext } = parse(file);
  const isSvg = isCalledSvg(file);
  // Parsing it will tell what is wrong.
  if (isSvg && (kind === undefined || kind === "gzip")) return undefined;
  if (SHOWN.has(kind) && isSvg === (kind === "svg")) return undefined;
  if (kind !== undefined && SHOWN.has(kind))
    return { file, message: `is ${KIND_NAMES[kind]}, whatever its name says`, hint: `call it ${name}.${kind}` };
  const isFilm = kind === "movie" || kind === "matroska";
  const known = kind ? KIND_NAMES[kind] : UNSEEN_ENDINGS.exec(ext)?.[1]?.toUpperCase();
  if (known) return { file, message: `is ${known}, which browsers don't show`, hint: isFilm ? "write <video>" : hint };
  return { file, message: "is no picture that browsers show", hint };
}

async function readPixels(
  file: string,
  bytes: Uint8Array,
  kind: FileKind | undefined,
  { autoOrient, hasAlpha, icc, pages = 1 }: Metadata,
  cache: Cache,
): Promise<Result<Picture>> {
  const { width, height } = autoOrient;
  if (width * height > MOST_PIXELS) {
    const millions = Math.round((width * height) / 1e6);
    const message = `has ${millions} million pixels, and ${Math.floor(MOST_PIXELS / 1e6)} million is the most`;
    return failure({ file, message, hint: "make it smaller" });
  }
  const isPaperNeeded = hasAlpha && (await paperFor(bytes, cache));
  const picture = { file, width, height, needsPaper: isPaperNeeded };
  // Animations are published as they are.
  if (kind === "gif" || pages > 1 || (kind === "png" && pngFrames(bytes) > 1)) return asItIs(picture, bytes);
  // Earlier versions made sRGB renditions of wide-gamut pictures, which caches may keep for ever under the same name.
  const version = `${VERSION}${isWide(icc) ? "w" : ""}`;
  const digest = digestOf(bytes).slice(0, 10) + version;
  const plain = kind === "png" || hasAlpha ? "png" : "jpg";
  return success({ ...picture, ...renditionsOf(file, digest, { width, height }, plain) });
}

/** Published without renditions, if it can be. */
function asItIs(picture: Omit<Picture, "renditions" | "fallback">, bytes: Uint8Array): Result<Picture> {
  if (withoutMetadata(bytes)) return success({ ...picture, renditions: [], fallback: undefined });
  return failure({ file: picture.file, message: "is damaged or truncated", hint: "save it again" });
}

async function readSvgPicture(file: string, bytes: Uint8Array, cache: Cache): Promise<Result<Picture>> {
  const source = svgSource(file, bytes);
  if (!source.ok) return source;
  const fault = svgFault(source.value);
  if (fault) return failure({ file, ...fault });
  const size = svgSize(source.value);
  if (!size) return failure({ file, message: "does not say how large it is", hint: "give its <svg> a viewBox" });
  const needsPaper = await paperFor(Buffer.from(source.value), cache);
  return success({ file, ...size, needsPaper, renditions: [], fallback: undefined });
}

/** Cached between builds, since it examines all pixels. Pictures that sharp can't decode get none. */
async function paperFor(bytes: Uint8Array, cache: Cache): Promise<boolean> {
  const answer = await cache.bytes("paper", digestOf(bytes), async () =>
    Buffer.from([Number(await needsPaper(bytes).catch(() => false))]),
  );
  return answer[0] === 1;
}

/** Leaves out formats that can't hold the largest rendition, since browsers would choose a smaller one of theirs. */
function renditionsOf(
  file: string,
  digest: string,
  { width, height }: { width: number; height: number },
  plain: "jpg" | "png",
): Pick<Picture, "renditions" | "fallback"> {
  const largest = Math.min(width, Math.max(...WIDTHS));
  const widths = [...WIDTHS.filter((one) => one < largest), largest];
  const stem = parse(file).name.normalize("NFC");
  const name = `${stem.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")}-${digest}`;
  const rendition = (extension: string, to: number): Rendition => ({
    path: `/assets/pictures/${name}-${to}.${extension}`,
    type: TYPES[extension] ?? "",
    width: to,
    height: Math.max(1, Math.round((height * to) / width)),
  });
  const hasRoom = (extension: string) =>
    Math.max(largest, rendition(extension, largest).height) <= (LONGEST_SIDE[extension] ?? Number.POSITIVE_INFINITY);
  return {
    renditions: ["avif", "webp"].filter(hasRoom).flatMap((extension) => widths.map((to) => rendition(extension, to))),
    fallback: rendition(hasRoom(plain) ? plain : "png", largest),
  };
}
