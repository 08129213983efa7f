/** Files are published without the metadata that cameras, phones and programs put into them. */
import { copyFileSync } from "node:fs";
import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatProblem } from "../../content/problems/problem.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { svgFault } from "../svg/svg-file.ts";
import { svgSource } from "../svg/svg-source.ts";
import { patchesKeeping } from "./boxes.ts";
import { type FileBytes, inMemory, type Patch, patched, withFile } from "./file-bytes.ts";
import { type FileKind, HEAD_LENGTH, isCalledSvg, KIND_NAMES, kindOf } from "./file-kind.ts";
import { gifWithoutMetadata } from "./gif.ts";
import { heifPatches } from "./heif.ts";
import { jpegWithoutMetadata } from "./jpeg.ts";
import { containsLocation } from "./location.ts";
import { matroskaPatches } from "./matroska.ts";
import { moviePatches } from "./movie.ts";
import { pngWithoutMetadata } from "./png.ts";
import { svgWithoutMetadata } from "./svg.ts";
import { tiffHasMetadata } from "./tiff.ts";
import { webpWithoutMetadata } from "./webp.ts";

/** New contents, or a copy in which some bytes are replaced. */
export type Published = { bytes: Uint8Array } | { patches: Patch[] };

const HOW_TO_REMOVE = "remove it with exiftool -all=";

/** Undefined for a file that can't be read to its end. */
type Publisher = (bytes: FileBytes, file: string) => Result<Published> | undefined;

const BY_KIND: Partial<Record<FileKind, Publisher>> = {
  jpeg: rewritten(jpegWithoutMetadata),
  png: rewritten(pngWithoutMetadata),
  gif: rewritten(gifWithoutMetadata),
  webp: rewritten(webpWithoutMetadata),
  avif: written(heifPatches),
  heic: written(heifPatches),
  movie: written(moviePatches),
  matroska: written(matroskaPatches),
  // A bare codestream has no metadata.
  jxl: written((file) =>
    file.read(0, 1)[0] === 0 ? patchesKeeping(["JXL ", "ftyp", "jxlc", "jxlp", "jxll", "jxli"])(file) : [],
  ),
  jp2: written((file) =>
    file.read(0, 1)[0] === 0 ? patchesKeeping(["jP  ", "ftyp", "rreq", "jp2h", "jp2c"])(file) : [],
  ),
  svg: publishedSvg,
  tiff: (bytes, file) => {
    if (!tiffHasMetadata(wholeOf(bytes))) return success({ patches: [] });
    const hint = `save it as JPEG or PNG, or ${HOW_TO_REMOVE}`;
    return failure({ file, message: "contains metadata, such as Exif or XMP", hint });
  },
};

/** Fails where metadata can't be removed, and for SVG that is not harmless. `file` is relative to the site's folder. */
export function publishedOf(siteDir: string, file: string): Result<Published> {
  return withFile(join(siteDir, file), (bytes) => publishedBytes(bytes, file, isCalledSvg(file)));
}

/** A file's bytes without metadata; undefined where it can't be removed. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const published = publishedBytes(inMemory(bytes), "", false);
  if (!published.ok) return undefined;
  return "bytes" in published.value ? published.value.bytes : patched(bytes, published.value.patches);
}

/** Copies a file of the site without its metadata. Throws where `publishedOf` fails, which is checked before. */
export async function publishFile(siteDir: string, file: string, to: string): Promise<void> {
  const published = publishedOf(siteDir, file);
  if (!published.ok) throw new Error(published.problems.map(formatProblem).join("\n"));
  if ("bytes" in published.value) return writeFile(to, published.value.bytes);
  copyFileSync(join(siteDir, file), to);
  const { patches } = published.value;
  if (patches.length === 0) return;
  const copy = await open(to, "r+");
  try {
    for (const { at, bytes } of patches) await copy.write(bytes, 0, bytes.length, at);
  } finally {
    await copy.close();
  }
}

function publishedBytes(bytes: FileBytes, file: string, isSvg: boolean): Result<Published> {
  const kind = isSvg ? "svg" : kindOf(bytes.read(0, HEAD_LENGTH));
  const publisher = kind && BY_KIND[kind];
  if (!publisher) {
    if (!containsLocation(bytes)) return success({ patches: [] });
    return failure({ file, message: "contains the location where a photograph was taken", hint: HOW_TO_REMOVE });
  }
  const message = `is ${KIND_NAMES[kind]} that is damaged or truncated`;
  return publisher(bytes, file) ?? failure({ file, message, hint: "save it again" });
}

function rewritten(clean: (bytes: Uint8Array) => Uint8Array | undefined): Publisher {
  return (file) => {
    const bytes = clean(wholeOf(file));
    return bytes && success({ bytes });
  };
}

function written(patchesOf: (file: FileBytes) => Patch[] | undefined): Publisher {
  return (file) => {
    const patches = patchesOf(file);
    return patches && success({ patches });
  };
}

function publishedSvg(bytes: FileBytes, file: string): Result<Published> {
  const source = svgSource(file, wholeOf(bytes));
  if (!source.ok) return source;
  const fault = svgFault(source.value);
  if (fault) return failure({ file, ...fault });
  // A damaged embedded picture is kept as it is.
  const clean = svgWithoutMetadata(source.value, (inner) => withoutMetadata(inner) ?? inner);
  return success({ bytes: Buffer.from(clean) });
}

function wholeOf(file: FileBytes): Buffer {
  return file.read(0, file.length);
}
