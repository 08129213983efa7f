/** Pictures of other sites, drawn anew, so that nothing of a file is published but what is seen. */
import { kindOf } from "../pictures/metadata/file-kind.ts";

const WIDEST = 1280;
const QUALITY = 82;
/** A picture of more is no still. */
const MOST_PIXELS = 40_000_000;
const KINDS = ["jpeg", "png", "webp"];

/** A JPEG; undefined for bytes that are no picture, or too large a one. */
export async function jpegOf(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const buffer = Buffer.from(bytes);
  if (!KINDS.includes(String(kindOf(buffer)))) return undefined;
  const { default: sharp } = await import("sharp");
  try {
    return await sharp(buffer, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize({ width: WIDEST, withoutEnlargement: true })
      .flatten({ background: "white" })
      .jpeg({ quality: QUALITY })
      .toBuffer();
  } catch {
    return undefined;
  }
}
