/** Reads the head of MP4 files (ISO/IEC 14496-12): tracks, size and length. */
import { type Box, bodyOf, boxBelow, boxesIn } from "../metadata/boxes.ts";
import type { FileBytes } from "../metadata/file-bytes.ts";
import { lengthOf, sizeOf, type Tracks } from "./tracks.ts";

/** ISO/IEC 14496-10, annex A: ten bits, 4:2:2 and 4:4:4, which only some browsers play. */
const RARE_PROFILES = new Set([110, 122, 244]);

/** Undefined for a file that is damaged or has no `moov` box. */
export function mp4Tracks(file: FileBytes): Tracks | undefined {
  const film = boxesIn(file)?.find(({ type }) => type === "moov");
  const boxes = film && boxesIn(file, film.body, film.to);
  if (!film || !boxes) return undefined;
  const tracks = boxes.filter(({ type }) => type === "trak").map((track) => trackOf(file, track));
  const codecsOf = (kind: string) => tracks.flatMap((track) => (track.kind === kind ? track.codec : []));
  return {
    video: codecsOf("vide"),
    audio: codecsOf("soun"),
    size: tracks.find(({ kind, size }) => kind === "vide" && size)?.size,
    seconds: secondsOf(file, film),
  };
}

/** True for QuickTime files, by their major brand. */
export function isQuickTime(head: Buffer): boolean {
  return head.toString("latin1", 4, 8) !== "ftyp" || head.toString("latin1", 8, 12) === "qt  ";
}

interface Track {
  readonly kind: string;
  readonly codec: string;
  readonly size: Tracks["size"];
}

function trackOf(file: FileBytes, track: Box): Track {
  const read = (path: string[]) => {
    const box = boxBelow(file, track, path);
    return box && bodyOf(file, box);
  };
  const header = read(["tkhd"]);
  return {
    // Version and flags, four bytes of QuickTime's, then the kind.
    kind: read(["mdia", "hdlr"])?.toString("latin1", 8, 12) ?? "",
    // Version and flags, a count, then the first entry: its size and its codec.
    codec: codecIn(read(["mdia", "minf", "stbl", "stsd"])),
    size: header && sizeIn(header),
  };
}

/** H.264 in a profile of few programs has that behind its name, such as `avc1.244`: many cameras and screen recorders write them. */
function codecIn(description: Buffer | undefined): string {
  const codec = description?.toString("latin1", 12, 16) ?? "";
  const settings = description?.indexOf("avcC") ?? -1;
  const profile = settings === -1 ? undefined : description?.[settings + 5];
  return profile !== undefined && RARE_PROFILES.has(profile) ? `${codec}.${profile}` : codec;
}

/** ISO/IEC 14496-12, 8.3.2: a matrix, whose first and fifth value are 0 in a film that is turned by 90°, then the size in 1/65536. */
function sizeIn(header: Buffer): Tracks["size"] {
  const matrix = header[0] === 1 ? 52 : 40;
  if (header.length < matrix + 44) return undefined;
  const isTurned = header.readInt32BE(matrix) === 0 && header.readInt32BE(matrix + 16) === 0;
  const [width, height] = [header.readUInt32BE(matrix + 36) / 65_536, header.readUInt32BE(matrix + 40) / 65_536];
  return isTurned ? sizeOf(height, width) : sizeOf(width, height);
}

/** The length of the film; a fragmented one may not tell it. */
function secondsOf(file: FileBytes, film: Box): number | undefined {
  const box = boxBelow(file, film, ["mvhd"]);
  const header = box && bodyOf(file, box);
  if (!header || header.length < 32) return undefined;
  const isLong = header[0] === 1;
  const scale = header.readUInt32BE(isLong ? 20 : 12);
  const units = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  const fragments = boxBelow(file, film, ["mvex", "mehd"]);
  const whole = units === 0 && fragments ? unitsIn(bodyOf(file, fragments)) : units;
  return lengthOf(whole / scale);
}

function unitsIn(header: Buffer): number {
  if (header[0] === 1) return header.length < 12 ? 0 : Number(header.readBigUInt64BE(4));
  return header.length < 8 ? 0 : header.readUInt32BE(4);
}
