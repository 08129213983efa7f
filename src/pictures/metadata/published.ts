/** What is published of a file: without what cameras, phones and programs noted in it, whatever way leads to it. */
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
import { matroskaPatches } from "./matroska.ts";
import { moviePatches } from "./movie.ts";
import { placeIn } from "./place-in.ts";
import { pngWithoutMetadata } from "./png.ts";
import { svgWithoutMetadata } from "./svg.ts";
import { tiffHasNotes } from "./tiff.ts";
import { webpWithoutMetadata } from "./webp.ts";

/** Other bytes, or a copy with some of its bytes written over. */
export type Published = { bytes: Uint8Array } | { patches: Patch[] };

type Outcome = Published | PictureFault;

const HOW_TO_REMOVE = "exiftool -all= removes it";

const BY_KIND: Partial<Record<FileKind, (file: FileBytes) => Outcome | undefined>> = {
  jpeg: rewritten(jpegWithoutMetadata),
  png: rewritten(pngWithoutMetadata),
  gif: rewritten(gifWithoutMetadata),
  webp: rewritten(webpWithoutMetadata),
  avif: written(heifPatches),
  heic: written(heifPatches),
  movie: written(moviePatches),
  matroska: written(matroskaPatches),
  // Without a container, a codestream has nothing but pixels.
  jxl: written((file) =>
    file.read(0, 1)[0] === 0 ? patchesKeeping(["JXL ", "ftyp", "jxlc", "jxlp", "jxll", "jxli"])(file) : [],
  ),
  jp2: written((file) =>
    file.read(0, 1)[0] === 0 ? patchesKeeping(["jP  ", "ftyp", "rreq", "jp2h", "jp2c"])(file) : [],
  ),
  svg: (file) => publishedSvg(wholeOf(file)),
  tiff: (file) => {
    if (!tiffHasNotes(wholeOf(file))) return { patches: [] };
    return { message: "has notes of a camera or a program in it", hint: `save it as JPEG or PNG, or ${HOW_TO_REMOVE}` };
  },
};

/** A fault where it can't be published without what was noted in it. */
export function publishedOf(path: string): Outcome {
  return withFile(path, (file) => outcomeOf(file, isCalledSvg(path)));
}

/** The file's bytes as they are published; undefined for a file that can't be. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const outcome = outcomeOf(inMemory(bytes));
  if ("message" in outcome) return undefined;
  return "bytes" in outcome ? outcome.bytes : patched(bytes, outcome.patches);
}

/** Writes what is published of one file to another. */
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
    if (!placeIn(file)) return { patches: [] };
    return { message: "says where something in it was taken", hint: HOW_TO_REMOVE };
  }
  return known(file) ?? { message: `is ${KIND_NAMES[kind]} that is broken or breaks off`, hint: "save it again" };
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
  // A picture in it that is broken stays as it is: what it shows is no secret, and what it hides no program finds.
  return fault ?? { bytes: Buffer.from(svgWithoutMetadata(source, (inner) => withoutMetadata(inner) ?? inner)) };
}

function wholeOf(file: FileBytes): Buffer {
  return file.read(0, file.length);
}
