/** Detects file formats by content, not by extension: some phones save HEIC as .jpg. */

export type FileKind =
  | ("jpeg" | "png" | "gif" | "webp" | "avif" | "svg")
  | ("heic" | "tiff" | "bmp" | "jxl" | "jp2" | "psd" | "ico")
  | ("gzip" | "movie" | "matroska");

/** Formats that every browser shows in an `<img>`. */
export const SHOWN: ReadonlySet<FileKind | undefined> = new Set<FileKind>([
  "jpeg",
  "png",
  "gif",
  "webp",
  "avif",
  "svg",
]);

/** The format's name in a sentence. */
export const KIND_NAMES: Record<FileKind, string> = {
  jpeg: "JPEG",
  png: "PNG",
  gif: "GIF",
  webp: "WebP",
  avif: "AVIF",
  svg: "SVG",
  heic: "HEIC",
  tiff: "TIFF",
  bmp: "BMP",
  jxl: "JPEG XL",
  jp2: "JPEG 2000",
  psd: "Photoshop's format",
  ico: "ICO",
  gzip: "compressed (gzip)",
  movie: "video or audio",
  matroska: "video or audio",
};

/** Number of bytes that `kindOf` needs. */
export const HEAD_LENGTH = 2 ** 16;

/** First bytes, in hexadecimal; `.` stands for half a byte. */
const SIGNATURES: [RegExp, FileKind][] = [
  [/^ffd8ff/, "jpeg"],
  [/^89504e470d0a1a0a/, "png"],
  [/^47494638(37|39)61/, "gif"],
  // RIFF, its length, WEBP.
  [/^52494646.{8}57454250/, "webp"],
  // A codestream by itself, or in boxes of which the first is a signature.
  [/^(ff0a|0000000c4a584c20)/, "jxl"],
  [/^(ff4fff51|0000000c6a502020)/, "jp2"],
  // Besides TIFF itself, what cameras call raw: most are TIFF by another name; Fuji's and Canon's are their own.
  [/^(49492[ab]00|4d4d002[ab]|49495500|49495[23][4f]|46554a4946494c4d|.{8}6674797063727820)/, "tiff"],
  [/^424d.{8}00000000/, "bmp"],
  [/^38425053/, "psd"],
  [/^0000(01|02)00(?!00)/, "ico"],
  [/^1f8b/, "gzip"],
  [/^1a45dfa3/, "matroska"],
  // QuickTime without a type: moov, mdat, wide, free, skip, pnot.
  [/^.{8}(6d6f6f76|6d646174|77696465|66726565|736b6970|706e6f74)/, "movie"],
];
const HEIF_BRANDS = /^(hei[cmsx]|hev[cmsx]|mif[12]|msf1|miaf)$/;
/** The root element after an optional prolog; without backtracking, so that matching takes linear time. */
const SVG_ROOT =
  /^(?:\s|<\?(?:(?!\?>)[\s\S])*\?>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>)*<(?:[\w.-]+:)?svg[\s/>]/;

/** Undefined for other formats. */
export function kindOf(file: Uint8Array): FileKind | undefined {
  const head = Buffer.from(file.subarray(0, HEAD_LENGTH));
  const start = head.toString("hex", 0, 16);
  const known = SIGNATURES.find(([signature]) => signature.test(start))?.[1];
  if (known) return known;
  if (head.toString("latin1", 4, 8) === "ftyp") return kindOfBrands(head);
  return SVG_ROOT.test(decodedHead(head)) ? "svg" : undefined;
}

/** ISO/IEC 14496-12, 4.3: the major brand, its version, and the brands that it is compatible with. */
function kindOfBrands(head: Buffer): FileKind {
  const end = Math.min(head.readUInt32BE(0), head.length);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(head.toString("latin1", at, at + 4));
  if (brands.includes("avif") || brands.includes("avis")) return "avif";
  return brands.some((brand) => HEIF_BRANDS.test(brand)) ? "heic" : "movie";
}

function decodedHead(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be").decode(head);
  return new TextDecoder().decode(head);
}

/** Servers derive the media type from the extension, so browsers parse such a file as SVG whatever its content. */
export function isCalledSvg(file: string): boolean {
  return /\.svgz?$/i.test(file);
}
