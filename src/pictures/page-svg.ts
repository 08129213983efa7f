/** A sketch as a page may have it: in the page's own colours and face, its size in ems. It has no ids and no styles. */
import { escapeMarkup } from "../content/text/escape.ts";
import { type Mark, round, type Sketch, TEXT_SIZE, type Words } from "./sketch/sketch.ts";
import { startsAtRight } from "./visual-order.ts";

/**
 * With `xmlns`, since a page may be read as XML, as when an EPUB is made of it. The direction is set, since left and right are
 * places in a drawing, whatever the page's script.
 */
export function pageSvg(sketch: Sketch): string {
  const { width, height } = sketch;
  const size = `width="${ems(width)}em" height="${ems(height)}em"`;
  // Where drawings are not shown, their words stand apart.
  const marks = sketch.marks.map(markOf).join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBoxOf(sketch)}" ${size} direction="ltr" fill="var(--ink)" aria-hidden="true">${marks}</svg>`;
}

export function viewBoxOf({ x, y, width, height }: Pick<Sketch, "x" | "y" | "width" | "height">): string {
  return [x, y, width, height].map(round).join(" ");
}

function markOf(mark: Mark): string {
  if (mark.mark === "outline") {
    const stroke = mark.stroke === "none" ? "" : ` stroke="var(--${mark.stroke})" stroke-width="${mark.width}"`;
    const dash = mark.dash ? ` stroke-dasharray="${mark.dash}"` : "";
    const fill = mark.fill === "none" ? "none" : `var(--${mark.fill})`;
    const opacity = mark.opacity === undefined ? "" : ` fill-opacity="${mark.opacity}"`;
    return `<path d="${mark.path}" fill="${fill}"${opacity}${stroke}${dash}></path>`;
  }
  const { text, x, y, size, isBold } = mark;
  const weight = isBold ? ' font-weight="600"' : "";
  return `<text x="${round(x)}" y="${round(y)}"${anchorOf(mark)} font-size="${size}"${weight}>${escapeMarkup(text)}</text>`;
}

/** Left is where a line starts, but for one that runs from right to left. */
function anchorOf({ text, anchor }: Words): string {
  const isRightToLeft = startsAtRight(text);
  const direction = isRightToLeft ? ' direction="rtl"' : "";
  if (!anchor) return `${direction} text-anchor="middle"`;
  return (anchor === "right") === isRightToLeft ? direction : `${direction} text-anchor="end"`;
}

function ems(units: number): number {
  return Number((units / TEXT_SIZE).toFixed(2));
}
