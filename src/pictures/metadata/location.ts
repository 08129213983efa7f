/** Looks for a location in files of other kinds, such as a PDF that contains a photograph. */
import { EXIF_MARK, hasLocation } from "./exif.ts";
import type { FileBytes } from "./file-bytes.ts";

/** Properties of XMP and QuickTime. */
const NAMES = /exif:GPSL(?:at|ong)itude|location\.ISO6709/i;
const CHUNK = 2 ** 24;
/** The largest Exif segment of a JPEG: chunks overlap by it. */
const OVERLAP = 2 ** 16;

/** A text file that merely mentions such properties has none. */
export function containsLocation(file: FileBytes): boolean {
  for (let from = 0; from < file.length; from += CHUNK) {
    const chunk = file.read(from, from + CHUNK + OVERLAP);
    if (exifHasLocation(chunk) || (chunk.includes(0) && NAMES.test(chunk.toString("latin1")))) return true;
  }
  return false;
}

function exifHasLocation(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(EXIF_MARK); at !== -1; at = bytes.indexOf(EXIF_MARK, at + 1)) {
    if (hasLocation(bytes.subarray(at + EXIF_MARK.length))) return true;
  }
  return false;
}
