/** Whether a file of any other kind, such as a PDF with a photograph in it, says where on earth something was taken. */
import { EXIF_MARK, hasPlace } from "./exif.ts";
import type { FileBytes } from "./file-bytes.ts";

/** XMP's names, and QuickTime's. */
const NAMES = /exif:GPSL(?:at|ong)itude|location\.ISO6709/i;
const PART = 2 ** 24;
/** As much as Exif may take in a JPEG: parts overlap by it. */
const OVERLAP = 2 ** 16;

/** A text that speaks of such names is none. */
export function placeIn(file: FileBytes): boolean {
  for (let from = 0; from < file.length; from += PART) {
    const part = file.read(from, from + PART + OVERLAP);
    if (placeInExif(part) || (part.includes(0) && NAMES.test(part.toString("latin1")))) return true;
  }
  return false;
}

function placeInExif(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(EXIF_MARK); at !== -1; at = bytes.indexOf(EXIF_MARK, at + 1)) {
    if (hasPlace(bytes.subarray(at + EXIF_MARK.length))) return true;
  }
  return false;
}
