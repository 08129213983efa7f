/** Exif (CIPA DC-008), which uses TIFF's header and directories. Published pictures keep the orientation only. */

/** Precedes Exif in containers that do not label it otherwise. */
export const EXIF_MARK = Buffer.from("Exif\0\0", "latin1");

const ORIENTATION = 0x0112;
const GPS = 0x8825;
const SHORT = 3;
const ENTRY_LENGTH = 12;
/** A GPS directory may contain nothing but its version. */
const GPS_VERSION = 0;

export interface Directory {
  /** Offset of the value (or of the pointer to it), by tag. */
  entries: Map<number, number>;
  /** Offset of the next directory; 0 for none. */
  next: number;
}

/** Reads numbers in the file's byte order; undefined for a file without a TIFF header. */
export function tiffReader(bytes: Uint8Array) {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = data.toString("latin1", 0, 4);
  const isLittle = header === "II*\0";
  if (!isLittle && header !== "MM\0*") return undefined;
  const canRead = (at: number, length: number) => at >= 0 && at + length <= data.length;
  const short = (at: number) => (canRead(at, 2) ? (isLittle ? data.readUInt16LE(at) : data.readUInt16BE(at)) : 0);
  const long = (at: number) => (canRead(at, 4) ? (isLittle ? data.readUInt32LE(at) : data.readUInt32BE(at)) : 0);
  return {
    short,
    long,
    /** Offset of the first directory. */
    first: long(4),
    directory(at: number): Directory {
      const count = short(at);
      const places = Array.from({ length: count }, (_, index) => at + 2 + index * ENTRY_LENGTH);
      const whole = places.filter((place) => canRead(place, ENTRY_LENGTH));
      return {
        entries: new Map(whole.map((place) => [short(place), place + 8])),
        next: long(at + 2 + count * ENTRY_LENGTH),
      };
    },
  };
}

/** Exif's orientation, 1 to 8; 1 (upright) where there is none. */
export function orientationIn(exif: Uint8Array): number {
  const tiff = tiffReader(withoutMark(exif));
  const at = tiff?.directory(tiff.first).entries.get(ORIENTATION);
  const value = at === undefined ? 1 : tiff?.short(at);
  return value && value <= 8 ? value : 1;
}

/** True for Exif with GPS data. */
export function hasLocation(exif: Uint8Array): boolean {
  const tiff = tiffReader(withoutMark(exif));
  const at = tiff?.directory(tiff.first).entries.get(GPS);
  if (!tiff || at === undefined) return false;
  return [...tiff.directory(tiff.long(at)).entries.keys()].some((tag) => tag !== GPS_VERSION);
}

/** Exif with the orientation only; undefined for an upright picture. */
export function orientationOnly(exif: Uint8Array): Buffer | undefined {
  const orientation = orientationIn(exif);
  return orientation === 1 ? undefined : exifOf(orientation);
}

function exifOf(orientation: number): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.write("MM\0*", "latin1");
  bytes.writeUInt32BE(8, 4);
  bytes.writeUInt16BE(1, 8);
  bytes.writeUInt16BE(ORIENTATION, 10);
  bytes.writeUInt16BE(SHORT, 12);
  bytes.writeUInt32BE(1, 14);
  bytes.writeUInt16BE(orientation, 18);
  return bytes;
}

function withoutMark(exif: Uint8Array): Uint8Array {
  const isMarked = EXIF_MARK.equals(exif.subarray(0, EXIF_MARK.length));
  return isMarked ? exif.subarray(EXIF_MARK.length) : exif;
}
