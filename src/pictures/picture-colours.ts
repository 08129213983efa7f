/** Which colours a JPEG or a PNG file can have, by its head. */

export type PictureColours = "colour" | "grey" | "CMYK" | "transparent";

/** Undefined for other formats, and for truncated files. A PNG with an alpha channel or a transparent colour counts as transparent. */
export function pictureColours(bytes: Buffer): PictureColours | undefined {
  if (bytes.length > 33 && bytes.readUInt32BE(0) === 0x89504e47) return coloursOfPng(bytes);
  if (bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8) return coloursOfJpeg(bytes);
  return undefined;
}

/** https://www.w3.org/TR/png-3/#11IHDR */
function coloursOfPng(bytes: Buffer): PictureColours {
  const type = bytes.readUInt8(25);
  const isTransparent = type === 4 || type === 6 || hasChunk(bytes, "tRNS");
  if (isTransparent) return "transparent";
  return type === 0 ? "grey" : "colour";
}

/** True where a chunk stands before the picture's data. */
function hasChunk(bytes: Buffer, wanted: string): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (name === wanted) return true;
    if (name === "IDAT") return false;
  }
  return false;
}

/** By the components in the frame header (ITU-T T.81, B.2.2). */
function coloursOfJpeg(bytes: Buffer): PictureColours | undefined {
  for (let at = 2; at + 10 <= bytes.length && bytes.readUInt8(at) === 0xff; ) {
    const marker = bytes.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return COMPONENTS[bytes.readUInt8(at + 9)];
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

const COMPONENTS: Readonly<Record<number, PictureColours>> = { 1: "grey", 3: "colour", 4: "CMYK" };
