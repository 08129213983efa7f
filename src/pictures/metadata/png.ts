/** Removes metadata from PNG and APNG (W3C, third edition) losslessly. */
import { crc32, deflateSync, inflateSync } from "node:zlib";
import { orientationOnly } from "./exif.ts";
import { withoutDevice } from "./icc.ts";

const SIGNATURE_LENGTH = 8;
/** Bytes of a chunk besides its data: length, type and checksum. */
const FRAME = 12;
/** Pixels, colours, density and animation. */
const KEPT = new Set(
  ("IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB cICP mDCV mDCv cLLI cLLi sBIT bKGD pHYs hIST " + "acTL fcTL fdAT").split(
    " ",
  ),
);
/** Replaces names such as that of the author's display. */
const PROFILE_NAME = Buffer.from("ICC profile\0\0", "latin1");
const LARGEST_PROFILE = 2 ** 24;

interface Chunk {
  type: string;
  data: Uint8Array;
  /** As it stands in the file, with its frame. */
  whole: Uint8Array;
}

/** Undefined for a file that is damaged or truncated, or has critical chunks that browsers do not support. */
export function pngWithoutMetadata(file: Uint8Array): Uint8Array | undefined {
  const chunks = pngChunks(file);
  if (!chunks || chunks.some(({ type }) => isCritical(type) && !KEPT.has(type))) return undefined;
  return Buffer.concat([file.subarray(0, SIGNATURE_LENGTH), ...chunks.flatMap((chunk) => keptOf(chunk) ?? [])]);
}

/** Number of frames; 1 for a PNG that is not animated. */
export function pngFrames(file: Uint8Array): number {
  const control = pngChunks(file)?.find(({ type }) => type === "acTL");
  return control && control.data.length >= 4 ? Buffer.from(control.data).readUInt32BE(0) : 1;
}

/** The chunks up to IEND. */
function pngChunks(file: Uint8Array): Chunk[] | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const chunks: Chunk[] = [];
  let at = SIGNATURE_LENGTH;
  while (chunks.at(-1)?.type !== "IEND") {
    if (at + FRAME > bytes.length) return undefined;
    const end = at + FRAME + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    const type = bytes.toString("latin1", at + 4, at + 8);
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    at = end;
  }
  return chunks;
}

/** The names of critical chunks begin with a capital letter. */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

function keptOf({ type, data, whole }: Chunk): Uint8Array | undefined {
  if (KEPT.has(type)) return whole;
  if (type === "iCCP") return chunkOf(type, withPlainName(data));
  if (type !== "eXIf") return undefined;
  const exif = orientationOnly(data);
  return exif && chunkOf(type, exif);
}

/** A name, a zero, the method of compression, and the profile. */
function withPlainName(data: Uint8Array): Uint8Array {
  const compressed = data.subarray(data.indexOf(0) + 2);
  const profile = inflated(compressed);
  const plain = profile && withoutDevice(profile);
  const isSame = !plain || Buffer.from(plain).equals(profile);
  // Stored and not compressed, since that gives the same bytes with every version of zlib.
  return Buffer.concat([PROFILE_NAME, isSame ? compressed : deflateSync(plain, { level: 0 })]);
}

function inflated(compressed: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(compressed, { maxOutputLength: LARGEST_PROFILE });
  } catch {
    return undefined;
  }
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
