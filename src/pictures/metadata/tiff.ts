/** Detects metadata in TIFF and in TIFF-based camera raw files. */
import { tiffReader } from "./exif.ts";

/** Tags of Exif, GPS, XMP, IPTC, Photoshop, maker notes and serial numbers. */
const METADATA = [0x8769, 0x8825, 0x02bc, 0x83bb, 0x8649, 0x927c, 0xc62f, 0xc4a5];

export function tiffHasMetadata(file: Uint8Array): boolean {
  const tiff = tiffReader(file);
  // A camera's own variant with another header.
  if (!tiff) return true;
  const seen = new Set<number>();
  for (let at = tiff.first; at !== 0 && !seen.has(at); ) {
    seen.add(at);
    const { entries, next } = tiff.directory(at);
    if (METADATA.some((tag) => entries.has(tag))) return true;
    at = next;
  }
  return false;
}
