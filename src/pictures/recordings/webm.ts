/** Reads the head of WebM files, which are Matroska's (RFC 9559) with few codecs: tracks, size and length. */
import type { FileBytes } from "../metadata/file-bytes.ts";
import { type Element, elementAt, SEGMENT } from "../metadata/matroska.ts";
import { lengthOf, sizeOf, type Tracks } from "./tracks.ts";

const [HEADER, DOCUMENT_TYPE] = [0x1a45dfa3, 0x4282];
const [INFO, SCALE, DURATION] = [0x1549a966, 0x2ad7b1, 0x4489];
const [TRACKS, TRACK, TRACK_TYPE, CODEC] = [0x1654ae6b, 0xae, 0x83, 0x86];
const [VIDEO, PIXEL_WIDTH, PIXEL_HEIGHT] = [0xe0, 0xb0, 0xba];
const [DISPLAY_WIDTH, DISPLAY_HEIGHT, DISPLAY_UNIT] = [0x54b0, 0x54ba, 0x54b2];
const NANOSECONDS = 1e9;
const USUAL_SCALE = 1e6;
/** No head has more elements, or a longer one of those that are read. */
const MOST_ELEMENTS = 10_000;
const LONGEST = 2 ** 20;

/** Undefined for a file that is damaged or has no head. */
export function webmTracks(file: FileBytes): (Tracks & { readonly isWebm: boolean }) | undefined {
  const top = elementsIn(file, 0, file.length);
  const [header, segment] = [top.find(({ id }) => id === HEADER), top.find(({ id }) => id === SEGMENT)];
  if (!header || !segment) return undefined;
  const inside = elementsIn(file, segment.body, segment.to ?? file.length);
  const info = inside.find(({ id }) => id === INFO);
  const tracks = inside.find(({ id }) => id === TRACKS);
  if (!tracks) return undefined;
  const all = inner(file, tracks).filter(({ id }) => id === TRACK);
  const kinds = all.map((track) => ({ track, kind: numberIn(file, track, TRACK_TYPE) }));
  const codecsOf = (wanted: number) =>
    kinds.flatMap(({ track, kind }) => (kind === wanted ? textIn(file, track, CODEC) : []));
  const film = kinds.find(({ kind }) => kind === 1)?.track;
  return {
    isWebm: textIn(file, header, DOCUMENT_TYPE) === "webm",
    video: codecsOf(1),
    audio: codecsOf(2),
    size: film && shownSize(file, film),
    seconds: info && secondsIn(file, info),
  };
}

/** The size in which it is shown, unless that is a proportion or a length. */
function shownSize(file: FileBytes, track: Element): Tracks["size"] {
  const video = inner(file, track).find(({ id }) => id === VIDEO);
  if (!video) return undefined;
  const read = (id: number) => numberIn(file, video, id);
  const isInPixels = (read(DISPLAY_UNIT) ?? 0) === 0;
  const [width, height] = isInPixels ? [read(DISPLAY_WIDTH), read(DISPLAY_HEIGHT)] : [];
  return sizeOf(width ?? read(PIXEL_WIDTH) ?? 0, height ?? read(PIXEL_HEIGHT) ?? 0);
}

function secondsIn(file: FileBytes, info: Element): number | undefined {
  const scale = numberIn(file, info, SCALE) ?? USUAL_SCALE;
  const bytes = bytesIn(file, info, DURATION);
  const units = bytes?.length === 8 ? bytes.readDoubleBE(0) : bytes?.length === 4 ? bytes.readFloatBE(0) : 0;
  return lengthOf((units * scale) / NANOSECONDS);
}

/** Elements up to the first that is damaged or has no known end. All that is read comes before the media. */
function elementsIn(file: FileBytes, from: number, to: number): Element[] {
  const found: Element[] = [];
  for (let at = from; at < to && found.length < MOST_ELEMENTS; ) {
    const element = elementAt(file, at);
    if (!element) break;
    found.push(element);
    if (element.to === undefined || element.to > to || element.to <= at) break;
    at = element.to;
  }
  return found;
}

function inner(file: FileBytes, { body, to }: Element): Element[] {
  return elementsIn(file, body, Math.min(to ?? file.length, file.length));
}

function bytesIn(file: FileBytes, parent: Element, wanted: number): Buffer | undefined {
  const element = inner(file, parent).find(({ id }) => id === wanted);
  return element?.to === undefined ? undefined : file.read(element.body, Math.min(element.to, element.body + LONGEST));
}

function textIn(file: FileBytes, parent: Element, id: number): string {
  return bytesIn(file, parent, id)?.toString("latin1").replace(/\0.*$/s, "") ?? "";
}

function numberIn(file: FileBytes, parent: Element, id: number): number | undefined {
  const bytes = bytesIn(file, parent, id);
  return bytes?.subarray(0, 8).reduce((sum, byte) => sum * 256 + byte, 0);
}
