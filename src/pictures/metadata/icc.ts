/** Colour profiles (ICC.1:2022). They stay, since colours depend on them; what names one single device in them goes. */

const TAGS = 128;
const TAG_LENGTH = 12;
/** MD5 of the profile; all zeros where it was not calculated. */
const ID = { from: 84, to: 100 };
/** Apple's "make and model": a display's, with its serial number, in the pictures of its screen. */
const MAKE_AND_MODEL = "mmod";

/** A profile of the same length. */
export function withoutDevice(profile: Uint8Array): Uint8Array {
  const bytes = Buffer.from(profile);
  for (const { from, to } of placesOf(bytes, MAKE_AND_MODEL)) {
    // The type stays, and what it says is nothing.
    bytes.fill(0, Math.min(from + 4, bytes.length), Math.min(to, bytes.length));
    bytes.fill(0, ID.from, ID.to);
  }
  return bytes;
}

/** A profile that photographs have for wide gamuts has few bytes; those of screens and scanners have many. */
const LONGEST_WIDE = 2048;
/** X of the red primary, as `rXYZ` has it: 0.436 in sRGB, 0.515 in Display P3, 0.609 in Adobe RGB. */
const RED = "rXYZ";
const WIDER_THAN_SRGB = 0.46;

/** Whether colours of it are lost in sRGB, and it is worth its bytes in each rendition. */
export function isWide(profile: Uint8Array | undefined): boolean {
  if (!profile || profile.length > LONGEST_WIDE || profile.length < TAGS + 4) return false;
  const bytes = Buffer.from(profile);
  if (bytes.toString("latin1", 16, 20) !== "RGB ") return false;
  const at = placesOf(bytes, RED)[0]?.from;
  // A type and four zeros come first, then numbers with 16 bits behind the point.
  return at !== undefined && at + 12 <= bytes.length && bytes.readInt32BE(at + 8) / 2 ** 16 > WIDER_THAN_SRGB;
}

/** Where the values of a tag stand. */
function placesOf(bytes: Buffer, tag: string): { from: number; to: number }[] {
  const count = bytes.length < TAGS + 4 ? 0 : bytes.readUInt32BE(TAGS);
  const places: { from: number; to: number }[] = [];
  for (let at = TAGS + 4; at < TAGS + 4 + count * TAG_LENGTH && at + TAG_LENGTH <= bytes.length; at += TAG_LENGTH) {
    if (bytes.toString("latin1", at, at + 4) !== tag) continue;
    const from = bytes.readUInt32BE(at + 4);
    places.push({ from, to: from + bytes.readUInt32BE(at + 8) });
  }
  return places;
}
