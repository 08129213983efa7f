/**
 * A diagram's SVG as a page may have it: rebuilt from the elements and attributes that drawing needs, its colours the
 * page's variables, its size in ems, its ids its own. No style, no script, no address is among what is kept.
 */
import { readSvg, type SvgPiece, type SvgTag } from "./svg-reader.ts";

const ELEMENTS = new Set("svg g defs marker path rect circle ellipse line polyline polygon text tspan".split(" "));
const ATTRIBUTES = new Set(
  (
    "viewBox x y x1 y1 x2 y2 cx cy r rx ry width height points d dx dy transform text-anchor font-size font-style " +
    "font-weight text-decoration fill stroke stroke-width stroke-dasharray stroke-linejoin stroke-linecap marker-start " +
    "marker-end id markerWidth markerHeight refX refY orient"
  ).split(" "),
);

/** The library's colours, by the role that they have in the page. */
const COLOURS: Record<string, string> = {
  "var(--_text)": "var(--ink)",
  "var(--_text-sec)": "var(--ink)",
  "var(--_text-muted)": "var(--ink)",
  "var(--_line)": "var(--quiet)",
  "var(--_arrow)": "var(--quiet)",
  "var(--_node-fill)": "var(--paper)",
  "var(--_node-stroke)": "var(--quiet)",
  "var(--_group-fill)": "none",
  "var(--_group-hdr)": "none",
  "var(--_inner-stroke)": "none",
  "var(--bg)": "var(--paper)",
  none: "none",
};
/** Units of the drawing to one em of its text, which the style sheet sets. */
const UNITS_PER_EM = 13;
const SMALLEST_TEXT = 12;

/** `prefix` makes ids differ from those of the page's other diagrams. Throws for what is not SVG at all. */
export function pageSvg(source: string, prefix: string): string {
  const pieces = readSvg(source);
  if (!pieces) throw new Error("the drawing is not well-formed");
  return withoutStyles(pieces)
    .map((piece) => (typeof piece === "string" ? piece.trim() : writeTag(piece, prefix)))
    .join("");
}

function withoutStyles(pieces: SvgPiece[]): SvgPiece[] {
  let inside = false;
  return pieces.filter((piece) => {
    const isStyle = typeof piece === "object" && piece.name === "style";
    if (isStyle) inside = piece.kind === "open";
    return !inside && !isStyle;
  });
}

function writeTag({ name, kind, attributes }: SvgTag, prefix: string): string {
  if (!ELEMENTS.has(name)) throw new Error(`the drawing has a <${name}>`);
  if (kind === "close") return `</${name}>`;
  const written = [...attributes]
    .filter(([key]) => ATTRIBUTES.has(key))
    .map(([key, value]) => ` ${key}="${writeValue(name, key, value, prefix)}"`);
  const role = name === "svg" ? ' aria-hidden="true"' : "";
  return `<${name}${written.join("")}${role}>${kind === "empty" ? `</${name}>` : ""}`;
}

function writeValue(element: string, key: string, value: string, prefix: string): string {
  if (key === "fill" || key === "stroke") return COLOURS[value] ?? "var(--ink)";
  if (key === "id") return `${prefix}-${value.replace(/[^\w-]/g, "")}`;
  if (key.startsWith("marker-")) return value.replace(/^url\(#([\w-]+)\)$/, `url(#${prefix}-$1)`);
  if (key === "font-weight") return Number(value) >= 600 ? "600" : "400";
  if (key === "font-size") return String(Math.max(SMALLEST_TEXT, Number(value)));
  if (element === "rect" && (key === "rx" || key === "ry")) return String(Math.min(2, Number(value)));
  if (key === "r" && value === "12") return "8";
  if (element === "svg" && (key === "width" || key === "height")) return `${round(Number(value) / UNITS_PER_EM, 2)}em`;
  return value.replace(/-?\d+\.\d+/g, (number) => String(round(Number(number), 1))).replace(/"/g, "&quot;");
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
