/** Reads the head of MP3 files (ISO/IEC 11172-3 and 13818-3, layer III): their length. */
import type { FileBytes } from "../metadata/file-bytes.ts";
import { lengthOf, type Tracks } from "./tracks.ts";

/** Bit rates in kbit/s, by the four bits of a frame's header. */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const FREQUENCIES = [44_100, 48_000, 32_000];
/** How far after the tags the first frame may begin, in bytes. */
const SEARCHED = 2 ** 16;

interface Frame {
  readonly at: number;
  readonly bytesASecond: number;
  /** Samples of one frame, and how many there are a second. */
  readonly samples: number;
  readonly frequency: number;
  readonly length: number;
  /** The offset of a Xing header, if there is one. */
  readonly side: number;
}

/** Undefined for a file that is not MP3. */
export function mp3Tracks(file: FileBytes): Tracks | undefined {
  const start = tagLength(file);
  const frame = firstFrame(file, start);
  if (!frame) return undefined;
  const count = frameCount(file, frame);
  const seconds =
    count === undefined ? (file.length - frame.at) / frame.bytesASecond : (count * frame.samples) / frame.frequency;
  return { video: [], audio: ["mp3"], size: undefined, seconds: lengthOf(seconds) };
}

/** ID3v2.4, 3.1: seven bits of each byte. */
function tagLength(file: FileBytes): number {
  const head = file.read(0, 10);
  if (head.length < 10 || head.toString("latin1", 0, 3) !== "ID3") return 0;
  const size = head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0);
  return 10 + size + ((head[5] ?? 0) & 16 ? 10 : 0);
}

/** A frame that another follows: any two bytes can look like a frame's header. */
function firstFrame(file: FileBytes, start: number): Frame | undefined {
  const bytes = file.read(start, start + SEARCHED);
  for (let offset = 0; offset + 4 <= bytes.length; offset++) {
    const frame = frameAt(bytes, offset, start + offset);
    if (!frame) continue;
    const next = file.read(frame.at + frame.length, frame.at + frame.length + 4);
    if (frameAt(next, 0, 0) || frame.at + frame.length === file.length) return frame;
  }
  return undefined;
}

function frameAt(bytes: Buffer, offset: number, at: number): Frame | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(offset, offset + 4);
  const isLayer3 = (second & 0b110) === 0b010;
  if (first !== 0xff || (second & 0xe0) !== 0xe0 || !isLayer3) return undefined;
  const version = (second >> 3) & 3;
  const frequency = FREQUENCIES[(third >> 2) & 3];
  const rate = (version === 3 ? RATES_1 : RATES_2)[third >> 4];
  if (version === 1 || !frequency || !rate) return undefined;
  const isFirst = version === 3;
  const played = isFirst ? frequency : version === 2 ? frequency / 2 : frequency / 4;
  const samples = isFirst ? 1152 : 576;
  const isMono = fourth >> 6 === 3;
  const side = isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  const bytesASecond = (rate * 1000) / 8;
  const length = Math.floor((samples * bytesASecond) / played) + ((third >> 1) & 1);
  return { at, bytesASecond, samples, frequency: played, length, side };
}

/** The number of frames in an encoder's header, in a silent first frame: Xing's, or Fraunhofer's VBRI. */
function frameCount(file: FileBytes, { at, side }: Frame): number | undefined {
  const bytes = file.read(at, at + 4 + 36 + 32);
  const name = bytes.toString("latin1", 4 + side, 8 + side);
  if ((name === "Xing" || name === "Info") && bytes.length >= 16 + side && (bytes.readUInt32BE(8 + side) & 1) === 1)
    return bytes.readUInt32BE(12 + side);
  return bytes.toString("latin1", 36, 40) === "VBRI" && bytes.length >= 54 ? bytes.readUInt32BE(50) : undefined;
}
