/** Removes metadata from AVIF and HEIC (ISO/IEC 23008-12), where images and metadata are items, losslessly. */
import { type Box, bodyOf, boxBelow, boxesIn, emptied, zeros } from "./boxes.ts";
import type { FileBytes, Patch } from "./file-bytes.ts";
import { filmPatches } from "./movie.ts";

const KEPT = new Set(["ftyp", "styp", "meta", "mdat", "moov", "moof", "sidx", "mfra"]);
const KEPT_IN_META = new Set("hdlr pitm iloc iinf iprp iref idat dinf grpl ipro".split(" "));
/** Types of items that are metadata. */
const METADATA = new Set(["Exif", "mime", "uri "]);
const FULL_BOX = 4;
/** Exif without entries: offset of the TIFF header, the header, an empty directory. */
const NO_EXIF = Buffer.from([0, 0, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]);

interface Item {
  id: number;
  type: string;
}

interface Extent {
  id: number;
  from: number;
  to: number;
}

/** Overwrites in place, since offsets count from the start of the file; undefined for a damaged file. */
export function heifPatches(file: FileBytes): Patch[] | undefined {
  const boxes = boxesIn(file);
  if (!boxes?.some(({ type }) => type === "meta" || type === "moov")) return undefined;
  const patches: Patch[] = boxes.filter(({ type }) => !KEPT.has(type)).flatMap(emptied);
  for (const meta of boxes.filter(({ type }) => type === "meta")) {
    const own = metaPatches(file, meta);
    if (!own) return undefined;
    patches.push(...own);
  }
  const film = boxes.find(({ type }) => type === "moov");
  const ofFilm = film ? filmPatches(file, film) : [];
  return ofFilm && [...patches, ...ofFilm];
}

/** Dimensions of an animation in pixels; undefined for a still picture. */
export function animationSize(file: FileBytes): { width: number; height: number } | undefined {
  const film = boxesIn(file)?.find(({ type }) => type === "moov");
  const header = film && boxBelow(file, film, ["trak", "tkhd"]);
  // Its last two numbers, as 16.16 fixed point.
  return header && { width: sizeAt(file, header.to - 8), height: sizeAt(file, header.to - 4) };
}

function sizeAt(file: FileBytes, at: number): number {
  const bytes = file.read(at, at + 4);
  return bytes.length < 4 ? 0 : Math.round(bytes.readUInt32BE(0) / 2 ** 16);
}

function metaPatches(file: FileBytes, meta: Box): Patch[] | undefined {
  const inner = boxesIn(file, meta.body + FULL_BOX, meta.to);
  const info = inner?.find(({ type }) => type === "iinf");
  const places = inner?.find(({ type }) => type === "iloc");
  const items = info && itemsIn(file, info);
  const data = inner?.find(({ type }) => type === "idat");
  const extents = places && extentsIn(bodyOf(file, places), data?.body ?? 0);
  if (!inner || !items || !extents) return undefined;
  const metadata = new Map(items.filter(({ type }) => METADATA.has(type)).map(({ id, type }) => [id, type]));
  const emptiedBoxes = inner.filter(({ type }) => !KEPT_IN_META.has(type)).flatMap(emptied);
  const ofMetadata = extents.filter(({ id, to }) => metadata.has(id) && to <= file.length);
  return [...emptiedBoxes, ...ofMetadata.flatMap((extent) => blank(extent, metadata.get(extent.id)))];
}

function blank({ from, to }: Extent, type: string | undefined): Patch[] {
  if (type === "mime") return [{ at: from, bytes: Buffer.alloc(to - from, " ") }];
  const isWhole = type === "Exif" && to - from >= NO_EXIF.length;
  return [...zeros(from, to), ...(isWhole ? [{ at: from, bytes: NO_EXIF }] : [])];
}

function itemsIn(file: FileBytes, info: Box): Item[] | undefined {
  const version = file.read(info.body, info.body + 1)[0] ?? 0;
  const entries = boxesIn(file, info.body + FULL_BOX + (version === 0 ? 2 : 4), info.to);
  return entries?.map((entry) => {
    const body = bodyOf(file, entry);
    const isLong = body[0] === 3;
    // The id, and the index of its protection.
    const at = FULL_BOX + (isLong ? 4 : 2) + 2;
    if (body.length < at + 4) return { id: -1, type: "" };
    const id = isLong ? body.readUInt32BE(FULL_BOX) : body.readUInt16BE(FULL_BOX);
    return { id, type: body.toString("latin1", at, at + 4) };
  });
}

/** Reads `iloc`; `data` is the offset of the contents of `idat`. */
function extentsIn(body: Buffer, data: number): Extent[] | undefined {
  const read = reader(body, FULL_BOX);
  const version = body[0] ?? 0;
  const sizes = read(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15] as const;
  const indexSize = version > 0 ? sizes & 15 : 0;
  const count = read(version < 2 ? 2 : 4);
  const extents: Extent[] = [];
  for (let item = 0; item < count; item++) {
    const id = read(version < 2 ? 2 : 4);
    const method = version > 0 ? read(2) & 15 : 0;
    read(2);
    const base = read(baseSize) + (method === 1 ? data : 0);
    const parts = read(2);
    for (let part = 0; part < parts; part++) {
      read(indexSize);
      const from = base + read(offsetSize);
      const to = from + read(lengthSize);
      if (Number.isNaN(to)) return undefined;
      if (method < 2) extents.push({ id, from, to });
    }
    if (Number.isNaN(parts)) return undefined;
  }
  return Number.isNaN(count) ? undefined : extents;
}

/** Reads consecutive numbers of the given sizes in bytes; NaN past the end. */
function reader(bytes: Buffer, from: number): (size: number) => number {
  let at = from;
  return (size) => {
    at += size;
    if (at > bytes.length) return Number.NaN;
    if (size === 0) return 0;
    if (size !== 8 && size > 6) return Number.NaN;
    return size === 8 ? Number(bytes.readBigUInt64BE(at - 8)) : bytes.readUIntBE(at - size, size);
  };
}
