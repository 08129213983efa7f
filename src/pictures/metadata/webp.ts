/** Removes metadata from WebP (RFC 9649) losslessly. */
import { orientationIn, orientationOnly } from "./exif.ts";
import { withoutDevice } from "./icc.ts";

const HEADER_LENGTH = 12;
const FRAME_HEADER_LENGTH = 16;
const PIXELS = new Set(["VP8 ", "VP8L", "ALPH", "ANIM"]);
/** Bits of the first byte of VP8X. */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

interface Chunk {
  type: string;
  data: Uint8Array;
}

/** Undefined for a damaged or truncated file. */
export function webpWithoutMetadata(file: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = bytes.length < HEADER_LENGTH ? 0 : 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return undefined;
  const chunks = chunksIn(bytes.subarray(HEADER_LENGTH, end));
  const kept = chunks?.map(keptOf).filter((chunk) => chunk !== undefined);
  if (!kept?.some(({ type }) => type !== "VP8X")) return undefined;
  const hasExif = kept.some(({ type }) => type === "EXIF");
  const body = Buffer.concat([Buffer.from("WEBP"), ...kept.map((chunk) => written(withFlags(chunk, hasExif)))]);
  return written({ type: "RIFF", data: body });
}

/** Exif's orientation, which image viewers apply to WebP and browsers do not. */
export function webpOrientation(file: Uint8Array): number {
  const exif = chunksIn(Buffer.from(file.subarray(HEADER_LENGTH)))?.find(({ type }) => type === "EXIF");
  return exif ? orientationIn(exif.data) : 1;
}

function chunksIn(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 8 > bytes.length) return undefined;
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size;
    if (end > bytes.length) return undefined;
    chunks.push({ type: bytes.toString("latin1", at, at + 4), data: bytes.subarray(at + 8, end) });
    at = end + (size % 2);
  }
  return chunks;
}

function keptOf(chunk: Chunk): Chunk | undefined {
  const { type, data } = chunk;
  if (PIXELS.has(type) || (type === "VP8X" && data.length > 0)) return chunk;
  if (type === "ICCP") return { type, data: withoutDevice(data) };
  if (type === "ANMF") return frameOf(data);
  if (type !== "EXIF") return undefined;
  const exif = orientationOnly(data);
  return exif && { type, data: exif };
}

/** A frame of an animation: a header, then chunks of its own. */
function frameOf(data: Uint8Array): Chunk | undefined {
  const inner = chunksIn(Buffer.from(data.subarray(FRAME_HEADER_LENGTH)))?.filter(({ type }) => PIXELS.has(type));
  return inner && { type: "ANMF", data: Buffer.concat([data.subarray(0, FRAME_HEADER_LENGTH), ...inner.map(written)]) };
}

function withFlags(chunk: Chunk, hasExif: boolean): Chunk {
  if (chunk.type !== "VP8X") return chunk;
  const data = Buffer.from(chunk.data);
  data[0] = ((data[0] ?? 0) & ~HAS_EXIF & ~HAS_XMP) | (hasExif ? HAS_EXIF : 0);
  return { ...chunk, data };
}

function written({ type, data }: Chunk): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
