/** What Graphviz's JSON says of a graph that it has laid out (https://graphviz.org/docs/outputs/json/), as far as it is read. */

/** A step of drawing (https://graphviz.org/docs/outputs/canon/#xdot): an ellipse, a polygon, a curve, a line, words, or a state. */
export interface DrawingStep {
  op: string;
  points?: [x: number, y: number][];
  rect?: [x: number, y: number, halfWidth: number, halfHeight: number];
  style?: string;
  size?: number;
  pt?: [x: number, y: number];
  align?: "l" | "c" | "r";
  width?: number;
  text?: string;
}

export interface LaidOutPart {
  _gvid?: number;
  name?: string;
  tail?: number;
  head?: number;
  nodes?: number[];
  edges?: number[];
  subgraphs?: number[];
  _draw_?: DrawingStep[];
  _ldraw_?: DrawingStep[];
  _hdraw_?: DrawingStep[];
  _tdraw_?: DrawingStep[];
  _hldraw_?: DrawingStep[];
  _tldraw_?: DrawingStep[];
  [attribute: string]: unknown;
}

export interface LaidOutGraph {
  graph: LaidOutPart & { directed: boolean; strict: boolean; bb: string };
  subgraphs: LaidOutPart[];
  nodes: LaidOutPart[];
  edges: LaidOutPart[];
}

export function laidOutFrom(json: string): LaidOutGraph {
  const read: LaidOutGraph["graph"] & { _subgraph_cnt: number; objects?: LaidOutPart[]; edges?: LaidOutPart[] } =
    JSON.parse(json);
  const { objects = [], edges = [], ...graph } = read;
  return {
    graph,
    subgraphs: objects.slice(0, read._subgraph_cnt),
    nodes: objects.slice(read._subgraph_cnt),
    edges,
  };
}

/** The attributes that the author has written, without those that the layout adds. */
export function attributesOf(part: LaidOutPart, isSized: boolean): Record<string, string> {
  const own = Object.entries(part).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && !FOUND.has(name) && (isSized || !/^(?:width|height)$/.test(name))
      ? [[name, value]]
      : [],
  );
  return Object.fromEntries(own);
}

const FOUND = new Set([
  "name",
  "bb",
  "pos",
  "lp",
  "lwidth",
  "lheight",
  "head_lp",
  "tail_lp",
  "xlp",
  "rects",
  "vertices",
  "xdotversion",
  "key",
]);
