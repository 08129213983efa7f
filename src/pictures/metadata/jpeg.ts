/** Removes metadata from JPEG (ITU-T T.81) losslessly. */
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
/** Up to the dimensions of the thumbnail, which follows. */
const JFIF_LENGTH = 12;
const PROFILE = "ICC_PROFILE\0";
/** The name is followed by the number of this part and the number of parts. */
const PROFILE_HEAD = PROFILE.length + 2;
const ADOBE = "Adobe";
/** Ends with the colour transform. */
const ADOBE_LENGTH = 12;

interface Segment {
  marker: number;
  /** Without its marker and its length. */
  body: Uint8Array;
  /** The entropy-coded data after a scan's header. */
  coded: Uint8Array;
}

/** Undefined for a damaged or truncated file. Drops what follows the picture, such as a gain map or a motion photo. */
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
    const length = ((file[at] ?? 0) << 8) | (file[at + 1] ?? 0);
    const end = at + length;
    if (length < 2 || end > file.length) return undefined;
    const codedEnd = marker === SCAN ? endOfCoded(file, end) : end;
    segments.push({ marker, body: file.subarray(at + 2, end), coded: file.subarray(end, codedEnd) });
    at = codedEnd;
  }
}

/** Markers without a length, which may not occur between segments. */
function isAlone(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** Offset of the next marker that ends the entropy-coded data. */
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

/** Undefined for metadata; orientation, colour profile and colour transform are kept. */
function keptOf(segment: Segment): Segment | undefined {
  const { marker, body } = segment;
  const begins = (name: string) => Buffer.from(name, "latin1").equals(body.subarray(0, name.length));
  if (marker >= 0xc0 && marker <= 0xdf) return segment;
  if (marker === APP0 && begins(JFIF)) return { ...segment, body: withoutThumbnail(body) };
  if (marker === APP1 && begins(EXIF_MARK.toString("latin1"))) return withOrientation(segment);
  if (marker === APP2 && begins(PROFILE) && body.length > PROFILE_HEAD) return segment;
  if (marker === APP14 && begins(ADOBE)) return { ...segment, body: body.subarray(0, ADOBE_LENGTH) };
  return undefined;
}

function withoutThumbnail(body: Uint8Array): Uint8Array {
  return Buffer.concat([body.subarray(0, JFIF_LENGTH), Buffer.alloc(2)]);
}

function withOrientation(segment: Segment): Segment | undefined {
  const exif = orientationOnly(segment.body);
  return exif && { ...segment, body: Buffer.concat([EXIF_MARK, exif]) };
}

/** Cleans the colour profile, which may span several segments. */
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
