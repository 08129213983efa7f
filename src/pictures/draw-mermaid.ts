/** Mermaid's text to SVG, without a browser; the library is wrapped here, and loaded when the first diagram is met. */
import { createRequire } from "node:module";

/** Around a drawing: room for half a line's width. */
const PADDING = 2;
const SEQUENCE_PADDING = 30;

/** The library's own SVG: not fit for a page before `page-svg.ts` has rewritten it. Throws where it can't be drawn. */
export function drawMermaid(text: string): string {
  // It resolves character references, which Mermaid does not know, before it reads.
  const svg = library().renderMermaidSVG(text.replace(/&/g, "&amp;"), {
    padding: PADDING,
    nodeSpacing: 12,
    layerSpacing: 34,
  });
  if (/<rect [^>]*width="0"/.test(svg)) {
    throw new Error(
      "a subgraph is drawn empty, since its nodes are named before it; write it above the arrows to them",
    );
  }
  return /^\s*sequenceDiagram/m.test(text) ? cropped(svg) : svg;
}

/** Sequence diagrams come with wide borders that no option narrows. */
function cropped(svg: string): string {
  const border = SEQUENCE_PADDING - PADDING;
  return svg.replace(/viewBox="0 0 ([\d.]+) ([\d.]+)" width="[\d.]+" height="[\d.]+"/, (_, width, height) => {
    const [w, h] = [width - 2 * border, height - 2 * border];
    return `viewBox="${border} ${border} ${w} ${h}" width="${w}" height="${h}"`;
  });
}

let loaded: typeof import("beautiful-mermaid") | undefined;

/** Its layout engine takes 0.2 s to load, which a site without new diagrams need not wait for. */
function library(): typeof import("beautiful-mermaid") {
  // By its file, since the package names no entry for `require`, which alone loads a module at once.
  const load: () => typeof import("beautiful-mermaid") = () =>
    createRequire(import.meta.url)("../../node_modules/beautiful-mermaid/dist/index.js");
  loaded ??= load();
  return loaded;
}
