/** Removes metadata from MP4 and QuickTime losslessly: location, device, and tracks of telemetry; titles and chapters stay. */
import { type Box, bodyOf, boxBelow, boxesIn, emptied, zeros } from "./boxes.ts";
import type { FileBytes, Patch } from "./file-bytes.ts";

const KEPT = new Set("ftyp styp moov mdat moof mfra sidx ssix prft emsg pdin wide".split(" "));
const KEPT_IN_FILM = new Set("mvhd trak mvex iods cmvd".split(" "));
/** Titles, chapters, and hints for players. */
const KEPT_IN_USER_DATA = new Set(
  "meta chpl name titl auth cprt hnti hinf \xa9nam \xa9ART \xa9alb \xa9cpy tsel".split(" "),
);
/** iTunes' tags of recordings. */
const KEPT_IN_LIST = new Set(
  (
    "\xa9nam \xa9ART aART \xa9alb \xa9day \xa9gen gnre \xa9grp \xa9wrt \xa9lyr \xa9too cprt trkn disk desc ldes tvsh " +
    "tven tvsn tves stik pgap cpil pcst catg keyw purd egid"
  ).split(" "),
);
/** Handlers of tracks that are played. */
const PLAYED = new Set("vide soun text sbtl subt clcp tmcd hint auxv pict".split(" "));
const FULL_BOX = 4;
/** Offset of the type in a handler box. */
const HANDLER_AT = 8;

/** Overwrites in place; undefined for a damaged file, and for a fragmented one with telemetry. */
export function moviePatches(file: FileBytes): Patch[] | undefined {
  const boxes = boxesIn(file);
  const film = boxes?.find(({ type }) => type === "moov");
  const ofFilm = film && filmPatches(file, film);
  return boxes && ofFilm && [...boxes.filter(({ type }) => !KEPT.has(type)).flatMap(emptied), ...ofFilm];
}

export function filmPatches(file: FileBytes, film: Box): Patch[] | undefined {
  const boxes = boxesIn(file, film.body, film.to);
  if (!boxes) return undefined;
  const isFragmented = boxes.some(({ type }) => type === "mvex");
  const patches: Patch[] = [];
  for (const box of boxes) {
    if (box.type === "udta") patches.push(...userDataPatches(file, box));
    else if (box.type === "trak") {
      const ofTrack = trackPatches(file, box);
      if (!ofTrack || (isFragmented && ofTrack.isDropped)) return undefined;
      patches.push(...ofTrack.patches);
    } else if (!KEPT_IN_FILM.has(box.type)) patches.push(...emptied(box));
  }
  return patches;
}

function trackPatches(file: FileBytes, track: Box): { patches: Patch[]; isDropped: boolean } | undefined {
  const handler = boxBelow(file, track, ["mdia", "hdlr"]);
  const kind = handler && bodyOf(file, handler).toString("latin1", HANDLER_AT, HANDLER_AT + 4);
  if (!kind) return undefined;
  if (!PLAYED.has(kind)) {
    const samples = samplesOf(file, track);
    return (
      samples && {
        patches: [...samples.flatMap(({ from, to }) => zeros(from, to)), ...emptied(track)],
        isDropped: true,
      }
    );
  }
  const boxes = boxesIn(file, track.body, track.to) ?? [];
  const patches = boxes.flatMap((box) => {
    if (box.type === "udta") return userDataPatches(file, box);
    return box.type === "meta" || box.type === "uuid" ? emptied(box) : [];
  });
  return { patches, isDropped: false };
}

function userDataPatches(file: FileBytes, userData: Box): Patch[] {
  const boxes = boxesIn(file, userData.body, userData.to);
  if (!boxes) return emptied(userData);
  return boxes.flatMap((box) => {
    if (!KEPT_IN_USER_DATA.has(box.type)) return emptied(box);
    return box.type === "meta" ? listPatches(file, box) : [];
  });
}

/** Keeps some of iTunes' tags, and none of QuickTime's keys. */
function listPatches(file: FileBytes, meta: Box): Patch[] {
  const boxes = boxesIn(file, meta.body + FULL_BOX, meta.to);
  const handler = boxes?.find(({ type }) => type === "hdlr");
  const isList = handler && bodyOf(file, handler).toString("latin1", HANDLER_AT, HANDLER_AT + 4) === "mdir";
  if (!boxes || !isList) return emptied(meta);
  return boxes.flatMap((box) => {
    if (box.type === "hdlr") return [];
    if (box.type !== "ilst") return emptied(box);
    const entries = boxesIn(file, box.body, box.to);
    return entries?.filter((entry) => !isKeptEntry(file, entry)).flatMap(emptied) ?? emptied(box);
  });
}

function isKeptEntry(file: FileBytes, entry: Box): boolean {
  if (entry.type === "covr") return !bodyOf(file, entry).includes("Exif");
  return KEPT_IN_LIST.has(entry.type);
}

/** Byte ranges of a track's samples, chunk by chunk. */
function samplesOf(file: FileBytes, track: Box): { from: number; to: number }[] | undefined {
  const table = boxBelow(file, track, ["mdia", "minf", "stbl"]);
  const boxes = table && boxesIn(file, table.body, table.to);
  const bodyOfTable = (type: string) => {
    const box = boxes?.find((one) => one.type === type);
    return box && bodyOf(file, box);
  };
  const [short, long] = [bodyOfTable("stco"), bodyOfTable("co64")];
  const sizes = sizesIn(bodyOfTable("stsz"));
  const runs = runsIn(bodyOfTable("stsc"));
  const chunks = short ? numbersIn(short, 8, 4) : long && numbersIn(long, 8, 8);
  if (!sizes || !runs || !chunks) return undefined;
  let sample = 0;
  let run = -1;
  return chunks.map((from, chunk) => {
    while (chunk + 1 >= (runs[run + 1]?.firstChunk ?? Number.POSITIVE_INFINITY)) run++;
    const end = sample + (runs[run]?.samples ?? 0);
    const to = from + sizes(sample, end);
    sample = end;
    return { from: Math.min(from, file.length), to: Math.min(to, file.length) };
  });
}

/**
 * How many bytes the samples from one to another take: there is one size for all, or one for each. A damaged file may claim
 * billions of samples, and so none is counted by itself that has no size of its own.
 */
function sizesIn(body: Buffer | undefined): ((from: number, to: number) => number) | undefined {
  if (!body || body.length < 12) return undefined;
  const common = body.readUInt32BE(4);
  const each = common === 0 ? numbersIn(body, 12, 4) : [];
  return (from, to) =>
    common === 0 ? each.slice(from, to).reduce((sum, size) => sum + size, 0) : common * (to - from);
}

function runsIn(body: Buffer | undefined): { firstChunk: number; samples: number }[] | undefined {
  if (!body) return undefined;
  const numbers = numbersIn(body, 8, 4);
  return Array.from({ length: Math.floor(numbers.length / 3) }, (_, index) => ({
    firstChunk: numbers[3 * index] ?? 0,
    samples: numbers[3 * index + 1] ?? 0,
  }));
}

function numbersIn(body: Buffer, from: number, size: 4 | 8): number[] {
  const count = Math.max(0, Math.floor((body.length - from) / size));
  return Array.from({ length: count }, (_, index) => {
    const at = from + index * size;
    return size === 4 ? body.readUInt32BE(at) : Number(body.readBigUInt64BE(at));
  });
}
