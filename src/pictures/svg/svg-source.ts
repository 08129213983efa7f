/** The text of an SVG file. It is published as UTF-8, so that what was checked is what browsers read. */
import type { PictureFault } from "../../content/picture.ts";

const DECLARATION = /^<\?xml\s[^<>]*?\?>/;
const ENCODING = /\sencoding\s*=\s*["']([\w.:-]+)["']/i;
/** Encodings in which a byte below 128 is what it is in ASCII, wherever it stands. */
const DECODERS: Record<string, string> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  ascii: "utf-8",
  "iso-8859-1": "windows-1252",
  "iso-8859-15": "iso-8859-15",
  "windows-1252": "windows-1252",
};

/** Without a byte order mark; says UTF-8 where it named another encoding. */
export function svgSource(bytes: Uint8Array): string | PictureFault {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return { message: "is compressed, and not every host says so to browsers", hint: "save it as plain SVG" };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, "utf-16be");
  const start = Buffer.from(bytes.subarray(0, 200))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  const encoding = ENCODING.exec(DECLARATION.exec(start)?.[0] ?? "")?.[1] ?? "utf-8";
  const decoder = Object.hasOwn(DECODERS, encoding.toLowerCase()) ? DECODERS[encoding.toLowerCase()] : undefined;
  return decoder ? decoded(bytes, decoder) : { message: `is in ${encoding}`, hint: "save it as UTF-8" };
}

function decoded(bytes: Uint8Array, encoding: string): string | PictureFault {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).trim();
    return text.replace(DECLARATION, (declaration) => declaration.replace(ENCODING, ' encoding="UTF-8"'));
  } catch {
    return { message: `is not in ${encoding}, which it should be`, hint: "save it as UTF-8" };
  }
}
