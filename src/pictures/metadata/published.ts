/** Files are published without the metadata that cameras, phones and programs put into them. */
import { copyFileSync } from "node:fs";
import { open, writeFile } from "node:fs/promises";
import type { PictureFault } from "../../content/picture.ts";
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

type Outcome = Published | PictureFault;

const HOW_TO_REMOVE = "remove it with exiftool -all=";

const BY_KIND: Partial<Record<FileKind, (file: FileBytes) => Outcome | undefined>> = {
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
  svg: (file) => publishedSvg(wholeOf(file)),
  tiff: (file) => {
    if (!tiffHasMetadata(wholeOf(file))) return { patches: [] };
    return { message: "contains metadata, such as Exif or XMP", hint: `save it as JPEG or PNG, or ${HOW_TO_REMOVE}` };
  },
};

/** Returns a fault where metadata can't be removed, and for SVG that is not harmless. */
export function publishedOf(path: string): Outcome {
  return withFile(path, (file) => outcomeOf(file, isCalledSvg(path)));
}

/** A file's bytes without metadata; undefined where it can't be removed. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const outcome = outcomeOf(inMemory(bytes));
  if ("message" in outcome) return undefined;
  return "bytes" in outcome ? outcome.bytes : patched(bytes, outcome.patches);
}

/** Copies a file without its metadata. Throws for one that has a fault. */
export async function publishFile(from: string, to: string): Promise<void> {
  const outcome = publishedOf(from);
  if ("message" in outcome) throw new Error(`${from} ${outcome.message}`);
  if ("bytes" in outcome) return writeFile(to, outcome.bytes);
  copyFileSync(from, to);
  if (outcome.patches.length === 0) return;
  const file = await open(to, "r+");
  try {
    for (const { at, bytes } of outcome.patches) await file.write(bytes, 0, bytes.length, at);
  } finally {
    await file.close();
  }
}

function outcomeOf(file: FileBytes, isSvg = false): Outcome {
  const kind = isSvg ? "svg" : kindOf(file.read(0, HEAD_LENGTH));
  const known = kind && BY_KIND[kind];
  if (!known) {
    if (!containsLocation(file)) return { patches: [] };
    return { message: "contains the location where a photograph was taken", hint: HOW_TO_REMOVE };
  }
  return known(file) ?? { message: `is ${KIND_NAMES[kind]} that is damaged or truncated`, hint: "save it again" };
}

function rewritten(clean: (bytes: Uint8Array) => Uint8Array | undefined) {
  return (file: FileBytes): Outcome | undefined => {
    const bytes = clean(wholeOf(file));
    return bytes && { bytes };
  };
}

function written(patchesOf: (file: FileBytes) => Patch[] | undefined) {
  return (file: FileBytes): Outcome | undefined => {
    const patches = patchesOf(file);
    return patches && { patches };
  };
}

function publishedSvg(bytes: Uint8Array): Outcome {
  const source = svgSource(bytes);
  if (typeof source !== "string") return source;
  const fault = svgFault(source);
  // A damaged embedded picture is kept as it is.
  return fault ?? { bytes: Buffer.from(svgWithoutMetadata(source, (inner) => withoutMetadata(inner) ?? inner)) };
}

function wholeOf(file: FileBytes): Buffer {
  return file.read(0, file.length);
}
