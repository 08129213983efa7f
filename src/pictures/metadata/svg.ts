/** Removes metadata from SVG: `<metadata>`, paths on the author's machine, and the metadata of embedded pictures. */
import { localNameOf, readSvgDocument, type SvgTag } from "../svg-reader.ts";

const METADATA = "metadata";
/** Inkscape's attributes with file paths. */
const PATHS =
  /\s(?:inkscape:export-(?:filename|batch-path|batch-name)|sodipodi:(?:absref|docname|docbase))\s*=\s*(?:"[^"]*"|'[^']*')/g;
/** Colour profiles are referenced by their path on the author's machine. */
const PROFILE_PATH = /\s[\w.-]*:?href\s*=\s*(?:"[^"]*"|'[^']*')/g;
/** The base64 may contain line breaks, literally or as character references. */
const EMBEDDED =
  /(data:image\/[\w.+-]+(?:;[\w.=-]+)*;base64,)((?:[A-Za-z0-9+/=\s]|&#(?:9|10|13|32|x9|xA|xD|x20);|%[0-9A-Fa-f]{2})+)/gi;

/** `clean` removes the metadata of an embedded picture. */
export function svgWithoutMetadata(source: string, clean: (bytes: Uint8Array) => Uint8Array): string {
  const tags = (readSvgDocument(source)?.pieces ?? []).filter((piece) => typeof piece === "object");
  const pieces: string[] = [];
  let at = 0;
  const left = metadataIn(tags).map((part) => ({ ...part, isLeftOut: true }));
  const others = tags.filter(hasPaths).map((part) => ({ ...part, isLeftOut: false }));
  for (const { from, to, isLeftOut } of [...left, ...others].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    pieces.push(source.slice(at, from), isLeftOut ? "" : withoutPaths(source.slice(from, to)));
    at = to;
  }
  return `${pieces.join("")}${source.slice(at)}`.replace(EMBEDDED, (whole, head: string, data: string) => {
    const bytes = Buffer.from(unescaped(data), "base64");
    const cleaned = clean(bytes);
    return bytes.equals(cleaned) ? whole : head + Buffer.from(cleaned).toString("base64");
  });
}

function withoutPaths(tag: string): string {
  return (/^<[\w.-]*:?color-profile\s/.test(tag) ? tag.replace(PROFILE_PATH, "") : tag).replace(PATHS, "");
}

function hasPaths({ name, attributes }: SvgTag): boolean {
  return (
    localNameOf(name) === "color-profile" || [...attributes.keys()].some((name) => /^(inkscape|sodipodi):/.test(name))
  );
}

/** The ranges of outermost `<metadata>` elements. */
function metadataIn(tags: SvgTag[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let depth = 0;
  let from = 0;
  for (const tag of tags.filter(({ name }) => localNameOf(name) === METADATA)) {
    if (depth === 0) from = tag.from;
    if (tag.kind === "open") depth++;
    if (tag.kind === "close") depth--;
    if (depth === 0) found.push({ from, to: tag.to });
  }
  return found;
}

function unescaped(data: string): string {
  return data
    .replace(/&#\w+;/g, "")
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
