/** Decodes SVG files. They are published as UTF-8, so that browsers read exactly what was checked. */
import { failure, type Result, success } from "../../content/problems/result.ts";

const DECLARATION = /^<\?xml\s[^<>]*?\?>/;
const ENCODING = /\sencoding\s*=\s*["']([\w.:-]+)["']/i;
/** Encodings in which every byte below 128 is ASCII; in others, markup could hide. */
const DECODERS: Record<string, string> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  ascii: "utf-8",
  "iso-8859-1": "windows-1252",
  "iso-8859-15": "iso-8859-15",
  "windows-1252": "windows-1252",
};

/** The text of an SVG file without the byte order mark; the XML declaration then names UTF-8. */
export function svgSource(file: string, bytes: Uint8Array): Result<string> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const message = "is compressed, which not every host tells browsers";
    return failure({ file, message, hint: "save it as plain SVG" });
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(file, bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(file, bytes, "utf-16be");
  const start = Buffer.from(bytes.subarray(0, 200))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  const encoding = ENCODING.exec(DECLARATION.exec(start)?.[0] ?? "")?.[1] ?? "utf-8";
  const decoder = Object.hasOwn(DECODERS, encoding.toLowerCase()) ? DECODERS[encoding.toLowerCase()] : undefined;
  if (!decoder) return failure({ file, message: `is in ${encoding}`, hint: "save it as UTF-8" });
  return decoded(file, bytes, decoder);
}

function decoded(file: string, bytes: Uint8Array, encoding: string): Result<string> {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).trim();
    return success(text.replace(DECLARATION, (declaration) => declaration.replace(ENCODING, ' encoding="UTF-8"')));
  } catch {
    return failure({ file, message: `is not valid ${encoding}`, hint: "save it as UTF-8" });
  }
}
