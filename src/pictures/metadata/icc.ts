/** Colour profiles (ICC.1:2022) are kept, since colours depend on them, but must not identify a single device. */

const TAGS = 128;
const TAG_LENGTH = 12;
/** MD5 of the profile; zeros where it was not calculated. */
const ID = { from: 84, to: 100 };
/** Apple's "make and model" tag: screenshots contain the display's serial number. */
const MAKE_AND_MODEL = "mmod";

/** Returns a profile of the same length. */
export function withoutDevice(profile: Uint8Array): Uint8Array {
  const bytes = Buffer.from(profile);
  for (const { from, to } of rangesOf(bytes, MAKE_AND_MODEL)) {
    // The type signature is kept, the data zeroed.
    bytes.fill(0, Math.min(from + 4, bytes.length), Math.min(to, bytes.length));
    bytes.fill(0, ID.from, ID.to);
  }
  return bytes;
}

/** Wide-gamut profiles of cameras and phones are small; those of displays and scanners are large. */
const LONGEST_WIDE = 2048;
/** X of the red primary, as `rXYZ` has it: 0.436 in sRGB, 0.515 in Display P3, 0.609 in Adobe RGB. */
const RED = "rXYZ";
const WIDER_THAN_SRGB = 0.46;

/** True for a small profile with a wider gamut than sRGB, which is worth embedding in each rendition. */
export function isWide(profile: Uint8Array | undefined): boolean {
  if (!profile || profile.length > LONGEST_WIDE || profile.length < TAGS + 4) return false;
  const bytes = Buffer.from(profile);
  if (bytes.toString("latin1", 16, 20) !== "RGB ") return false;
  const at = rangesOf(bytes, RED)[0]?.from;
  // An XYZType: signature, four zeros, then s15Fixed16 numbers.
  return at !== undefined && at + 12 <= bytes.length && bytes.readInt32BE(at + 8) / 2 ** 16 > WIDER_THAN_SRGB;
}

/** Where the data of a tag is. */
function rangesOf(bytes: Buffer, tag: string): { from: number; to: number }[] {
  const count = bytes.length < TAGS + 4 ? 0 : bytes.readUInt32BE(TAGS);
  const ranges: { from: number; to: number }[] = [];
  for (let at = TAGS + 4; at < TAGS + 4 + count * TAG_LENGTH && at + TAG_LENGTH <= bytes.length; at += TAG_LENGTH) {
    if (bytes.toString("latin1", at, at + 4) !== tag) continue;
    const from = bytes.readUInt32BE(at + 4);
    ranges.push({ from, to: from + bytes.readUInt32BE(at + 8) });
  }
  return ranges;
}
