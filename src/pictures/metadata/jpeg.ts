/** JPEG (ITU-T T.81) without what is noted in it. Its pixels are copied as they are coded. */
import { EXIF_MARK, orientationOnly } from "./exif.ts";
import { withoutDevice } from "./icc.ts";

const START = Buffer.from([0xff, 0xd8]);
const END = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const JFIF = "JFIF\0";
/** Up to the size of a thumbnail, which follows. */
const JFIF_LENGTH = 12;
const PROFILE = "ICC_PROFILE\0";
/** Behind its name, a part of a profile has its number and the number of parts. */
const PROFILE_HEAD = PROFILE.length + 2;
const ADOBE = "Adobe";
/** With the transform of colours at its end. */
const ADOBE_LENGTH = 12;

interface Segment {
  marker: number;
  /** Without its marker and its length. */
  body: Uint8Array;
  /** What is coded behind a scan's header. */
  coded: Uint8Array;
}

/** Undefined for a file that is broken or breaks off. What follows the picture, such as a second one or a film, goes. */
export function jpegWithoutMetadata(file: Uint8Array): Uint8Array | undefined {
  const segments = segmentsOf(file);
  if (!segments?.some(({ marker }) => marker === SCAN)) return undefined;
  const kept = segments.map(keptOf).filter((segment) => segment !== undefined);
  return Buffer.concat([START, ...withProfile(kept).flatMap(written), Buffer.from([0xff, END])]);
}

function segmentsOf(file: Uint8Array): Segment[] | undefined {
  const segments: Segment[] = [];
  let at = START.length;
  for (;;) {
    if (file[at] !== 0xff) return undefined;
    while (file[at] === 0xff) at++;
    const marker = file[at++];
    if (marker === END) return segments;
    if (marker === undefined || isAlone(marker) || at + 2 > file.length) return undefined;
    const length = ((file[at] as number) << 8) | (file[at + 1] as number);
    const end = at + length;
    if (length < 2 || end > file.length) return undefined;
    const codedEnd = marker === SCAN ? endOfCoded(file, end) : end;
    segments.push({ marker, body: file.subarray(at + 2, end), coded: file.subarray(end, codedEnd) });
    at = codedEnd;
  }
}

/** Markers without a length, which stand nowhere between segments. */
function isAlone(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** Where the next marker stands that is none within a scan. */
function endOfCoded(file: Uint8Array, from: number): number {
  let at = file.indexOf(0xff, from);
  while (at !== -1) {
    const next = file[at + 1];
    const isWithin = next === 0 || next === 0xff || (next !== undefined && next >= 0xd0 && next <= 0xd7);
    if (!isWithin) return at;
    at = file.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return file.length;
}

/** Undefined for what goes; how the picture is turned, its profile and its way of coding colours stay. */
function keptOf(segment: Segment): Segment | undefined {
  const { marker, body } = segment;
  const begins = (name: string) => Buffer.from(name, "latin1").equals(body.subarray(0, name.length));
  if (marker >= 0xc0 && marker <= 0xdf) return segment;
  if (marker === APP0 && begins(JFIF)) return { ...segment, body: withoutThumbnail(body) };
  if (marker === APP1 && begins(EXIF_MARK.toString("latin1"))) return turned(segment);
  if (marker === APP2 && begins(PROFILE) && body.length > PROFILE_HEAD) return segment;
  if (marker === APP14 && begins(ADOBE)) return { ...segment, body: body.subarray(0, ADOBE_LENGTH) };
  return undefined;
}

function withoutThumbnail(body: Uint8Array): Uint8Array {
  return Buffer.concat([body.subarray(0, JFIF_LENGTH), Buffer.alloc(2)]);
}

function turned(segment: Segment): Segment | undefined {
  const exif = orientationOnly(segment.body);
  return exif && { ...segment, body: Buffer.concat([EXIF_MARK, exif]) };
}

/** A profile may be spread over several segments. */
function withProfile(segments: Segment[]): Segment[] {
  const parts = segments.filter(({ marker }) => marker === APP2).map(({ body }) => body.subarray(PROFILE_HEAD));
  const profile = withoutDevice(Buffer.concat(parts));
  let from = 0;
  return segments.map((segment) => {
    if (segment.marker !== APP2) return segment;
    const to = from + segment.body.length - PROFILE_HEAD;
    const body = Buffer.concat([segment.body.subarray(0, PROFILE_HEAD), profile.subarray(from, to)]);
    from = to;
    return { ...segment, body };
  });
}

function written({ marker, body, coded }: Segment): Uint8Array[] {
  const length = body.length + 2;
  return [Buffer.from([0xff, marker, length >> 8, length & 0xff]), body, coded];
}
