/** TIFF, and what cameras call raw, which is TIFF: whether it has more than a picture. */
import { tiffReader } from "./exif.ts";

/** Tags of Exif, GPS, XMP, IPTC, Photoshop, a maker's notes and serial numbers. */
const NOTES = [0x8769, 0x8825, 0x02bc, 0x83bb, 0x8649, 0x927c, 0xc62f, 0xc4a5];

export function tiffHasNotes(file: Uint8Array): boolean {
  const tiff = tiffReader(file);
  // A camera's own kind, which has another header.
  if (!tiff) return true;
  const seen = new Set<number>();
  for (let at = tiff.first; at !== 0 && !seen.has(at); ) {
    seen.add(at);
    const { entries, next } = tiff.directory(at);
    if (NOTES.some((tag) => entries.has(tag))) return true;
    at = next;
  }
  return false;
}
