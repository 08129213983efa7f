/**
 * An author's SVG file: how large it is, and whether it is a picture only. In a page it is an image and can't run
 * anything, but it has an address of its own, and opened there a script in it would be the site's.
 */
import { copiesIn } from "./svg-copies.ts";
import { readSvg, type SvgTag } from "./svg-reader.ts";

const ACTIVE = /^(script|foreignobject|iframe|object|embed|audio|video|handler|listener|set)$|:script$/i;
const ADDRESS = /^(xlink:)?href$/i;
const HARMLESS_ADDRESS = /^(#|data:image\/(png|jpeg|gif|webp);)/i;
/** In attributes and in style sheets; a reference to a part of the same file is none. */
const LOADS = /@import|url\((?!\s*["']?(?:#|data:image\/(png|jpeg|gif|webp);))|\\/i;

/** Generous: a drawing has some hundreds. */
const MOST_COPIES = 100_000;

/** Why an SVG file may not be published; undefined for one that may. */
export function svgFault(source: string): string | undefined {
  const pieces = readSvg(source.replace(/^\uFEFF/, "").trim());
  if (!pieces) return "is no well-formed SVG, or has a document type";
  for (const piece of pieces) {
    if (typeof piece === "string") {
      if (LOADS.test(resolved(piece))) return "has styles that load something";
      continue;
    }
    const fault = faultOf(piece);
    if (fault) return fault;
  }
  const copies = copiesIn(pieces, resolved);
  if (copies === Number.POSITIVE_INFINITY) return "refers to itself in a circle";
  return copies > MOST_COPIES ? `draws ${copies} copies of its own parts (${MOST_COPIES} is the most)` : undefined;
}

/** In pixels, from its width and height or from its view box. */
export function svgSize(source: string): { width: number; height: number } | undefined {
  const root = readSvg(source.replace(/^\uFEFF/, "").trim())?.find((piece) => typeof piece === "object");
  const [, , boxWidth, boxHeight] = (root?.attributes.get("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = pixels(root?.attributes.get("width")) ?? boxWidth;
  const height = pixels(root?.attributes.get("height")) ?? boxHeight;
  return width && height ? { width: Math.round(width), height: Math.round(height) } : undefined;
}

function faultOf({ name, attributes }: SvgTag): string | undefined {
  if (ACTIVE.test(name)) return `has a <${name}>, which a picture may not`;
  for (const [key, value] of attributes) {
    const plain = resolved(value).trim();
    if (/^on/i.test(key)) return `has a handler, ${key}`;
    if (ADDRESS.test(key) && !HARMLESS_ADDRESS.test(plain) && name !== "a") return "refers to another file";
    if (ADDRESS.test(key) && name === "a" && !/^(#|https?:)/i.test(plain)) return "has a link that may run something";
    if (key === "attributeName" && /href|^on/i.test(plain)) return "animates an address";
    if (LOADS.test(plain) && !ADDRESS.test(key)) return "has styles that load something";
  }
  return undefined;
}

function pixels(length: string | undefined): number | undefined {
  const number = /^\s*([\d.]+)(px)?\s*$/.exec(length ?? "")?.[1];
  return number ? Number(number) : undefined;
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Character references as the signs that they stand for; one that is not known stays, and is no sign of danger. */
function resolved(text: string): string {
  return text.replace(/&(?:#(x[0-9a-f]+|\d+);?|(amp|lt|gt|quot|apos);)/gi, (_, code: string, name: string) => {
    if (name) return NAMED[name] ?? "";
    const point = code[0]?.toLowerCase() === "x" ? Number.parseInt(code.slice(1), 16) : Number(code);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "\uFFFD";
  });
}
