/** Draws a git graph: a lane for each branch and a row for each commit, as `git log --graph` does, or columns. */
import type { Commit, GitGraph } from "../mermaid/model.ts";
import { circle } from "./shapes.ts";
import {
  type Box,
  linesHeight,
  type Mark,
  middleOf,
  outline,
  type Point,
  rectangle,
  round,
  type Sketch,
  SMALL_SIZE,
  TEXT_SIZE,
  wordsAround,
  wordsBeside,
} from "./sketch.ts";
import type { Measure } from "./words.ts";

const LANE = 20;
const DOT = 5;
/** The radius of the bend where a branch leaves its lane. */
const BEND = 8;
const GAP = 8;
const ROW_GAP = 8;
const TAG_PAD = 5;
const TAG_HEIGHT = linesHeight([""], SMALL_SIZE) + 3;
const WIDEST_LABEL = 230;
/** The width of words below a commit, in a graph that runs to the right. */
const WIDEST_COLUMN = 84;
const NARROWEST_COLUMN = 34;
const BORDER = 2;

interface Placed {
  commit: Commit;
  lane: number;
  lines: string[];
  /** Branches and tags, each in a box. */
  tags: { text: string; isBranch: boolean; width: number }[];
}

export function sketchGit(graph: GitGraph, measure: Measure): Sketch {
  const isRight = graph.direction === "right";
  const placed = graph.commits.map((commit) => ({
    commit,
    lane: graph.branches.indexOf(commit.branch),
    lines: measure.wrapped(commit.label, TEXT_SIZE, isRight ? WIDEST_COLUMN : WIDEST_LABEL),
    tags: [
      ...commit.branchNames.map((text) => tagOf(text, true, measure)),
      ...commit.tags.map((text) => tagOf(text, false, measure)),
    ],
  }));
  return isRight ? drawRight(placed, measure) : drawRows(placed, graph, measure);
}

function tagOf(text: string, isBranch: boolean, measure: Measure): Placed["tags"][number] {
  return { text, isBranch, width: measure.width(text, SMALL_SIZE, isBranch) + 2 * TAG_PAD };
}

function drawRows(placed: Placed[], { direction, branches }: GitGraph, measure: Measure): Sketch {
  const x = branches.length * LANE + GAP - LANE / 2;
  const heights = placed.map(({ lines, tags }) =>
    Math.max(2 * DOT, linesHeight(lines, TEXT_SIZE), tags.length > 0 ? TAG_HEIGHT : 0),
  );
  const tops = new Map<Placed, number>();
  let y = 0;
  for (const each of direction === "up" ? placed.toReversed() : placed) {
    tops.set(each, y);
    y += (heights[placed.indexOf(each)] ?? 0) + ROW_GAP;
  }
  const points = placed.map((each, index) => ({
    x: each.lane * LANE,
    y: (tops.get(each) ?? 0) + (heights[index] ?? 0) / 2,
  }));
  let right = x;
  const words = placed.flatMap((each, index) => {
    const middle = points[index]?.y ?? 0;
    let left = x;
    const tags = each.tags.flatMap((tag) => {
      const marks = drawTag(tag, { x: left, y: middle - TAG_HEIGHT / 2, width: tag.width, height: TAG_HEIGHT });
      left += tag.width + GAP;
      return marks;
    });
    const top = middle - linesHeight(each.lines, TEXT_SIZE) / 2;
    right = Math.max(right, left + measure.widest(each.lines, TEXT_SIZE));
    return [...tags, ...wordsBeside({ x: left, top }, "left", each.lines, TEXT_SIZE)];
  });
  const marks = [...placed.flatMap((each, index) => linksOf(each, index, points)), ...dotsOf(placed, points), ...words];
  return sheet({ x: -DOT, y: 0, width: right + DOT, height: y - ROW_GAP }, marks);
}

/** A commit's words are below it, and its tags above. All lanes are as high as the highest needs. */
function drawRight(placed: Placed[], measure: Measure): Sketch {
  const above = Math.max(...placed.map(({ tags }) => tags.length)) * (TAG_HEIGHT + 2) + DOT;
  const below = Math.max(...placed.map(({ lines }) => linesHeight(lines, TEXT_SIZE))) + DOT + 4;
  let x = 0;
  /** Where each commit's column begins. */
  const edges: number[] = [];
  const points = placed.map(({ lane, lines, tags }) => {
    const width = Math.max(NARROWEST_COLUMN, measure.widest(lines, TEXT_SIZE), ...tags.map((tag) => tag.width)) + GAP;
    edges.push(x);
    x += width;
    return { x: x - width / 2, y: lane * (above + below + ROW_GAP) + above };
  });
  const words = placed.flatMap(({ lines, tags }, index) => {
    const at = points[index] ?? { x: 0, y: 0 };
    const boxes = tags.flatMap((tag, place) =>
      drawTag(tag, {
        x: at.x - tag.width / 2,
        y: at.y - DOT - (place + 1) * (TAG_HEIGHT + 2),
        width: tag.width,
        height: TAG_HEIGHT,
      }),
    );
    const middle = { x: at.x, y: at.y + DOT + 3 + linesHeight(lines, TEXT_SIZE) / 2 };
    return [...boxes, ...withPaper(middle, lines, measure)];
  });
  const lanes = Math.max(...placed.map(({ lane }) => lane)) + 1;
  const marks = [
    ...placed.flatMap((each, index) => linksOf(each, index, points, edges)),
    ...dotsOf(placed, points),
    ...words,
  ];
  return sheet({ x: 0, y: 0, width: x, height: lanes * (above + below + ROW_GAP) - ROW_GAP }, marks);
}

/** Lines from other lanes may run below them. */
function withPaper(middle: Point, lines: string[], measure: Measure): Mark[] {
  if (lines.length === 0) return [];
  const [width, height] = [measure.widest(lines, TEXT_SIZE) + 2, linesHeight(lines, TEXT_SIZE)];
  const ground = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
  return [outline(rectangle(ground), { stroke: "none", fill: "paper" }), ...wordsAround(middle, lines, TEXT_SIZE)];
}

function drawTag({ text, isBranch }: Placed["tags"][number], box: Box): Mark[] {
  const look = isBranch
    ? ({ fill: "wash", width: 0.7 } as const)
    : ({ fill: "paper", width: 0.7, dash: "3 2" } as const);
  return [outline(rectangle(box), look), ...wordsAround(middleOf(box), [text], SMALL_SIZE, isBranch)];
}

/**
 * Each row has one commit. So a branch leaves its parent's lane in the parent's row, reaches the other lane in the row of the
 * merge, and stays in its own lane between. If rows are columns, with words in them, lines change lanes at a column's edge.
 */
function linksOf({ commit }: Placed, index: number, points: Point[], edges?: number[]): Mark[] {
  const to = points[index] ?? { x: 0, y: 0 };
  return commit.parents.map((parent, order) => {
    const from = points[parent] ?? { x: 0, y: 0 };
    const isPick = commit.kind === "cherry-pick" && order === 1;
    const look = { width: 1.4, ...(isPick && { dash: "3 3" }) };
    return outline(
      bent(edges ? wayRight(from, to, edges[order === 0 ? parent + 1 : index]) : wayDown(from, to, order)),
      look,
    );
  });
}

function wayDown(from: Point, to: Point, order: number): Point[] {
  if (from.x === to.x) return [from, to];
  return [from, order === 0 ? { x: to.x, y: from.y } : { x: from.x, y: to.y }, to];
}

function wayRight(from: Point, to: Point, edge = to.x): Point[] {
  return from.y === to.y ? [from, to] : [from, { x: edge, y: from.y }, { x: edge, y: to.y }, to];
}

/** With round corners. */
function bent(points: Point[]): string {
  const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
  const corners = points.slice(1, -1).map((corner, index) => {
    const [before, behind] = [points[index], points[index + 2]].map((end) => towards(corner, end ?? corner));
    return `L${at(before ?? corner)}Q${at(corner)} ${at(behind ?? corner)}`;
  });
  return `M${at(points[0] ?? { x: 0, y: 0 })}${corners.join("")}L${at(points.at(-1) ?? { x: 0, y: 0 })}`;
}

function towards(corner: Point, end: Point): Point {
  const length = Math.hypot(end.x - corner.x, end.y - corner.y) || 1;
  const part = Math.min(BEND, length / 2) / length;
  return { x: corner.x + (end.x - corner.x) * part, y: corner.y + (end.y - corner.y) * part };
}

function dotsOf(placed: Placed[], points: Point[]): Mark[] {
  return placed.flatMap(({ commit }, index) => drawDot(commit, points[index] ?? { x: 0, y: 0 }));
}

function drawDot({ kind, look }: Commit, { x, y }: Point): Mark[] {
  const box = (radius: number) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  const shown = look ?? kind;
  if (shown === "highlight") return [outline(rectangle(box(DOT)), { fill: "quiet" })];
  if (shown === "merge")
    return [outline(circle(box(DOT)), { fill: "paper" }), outline(circle(box(2)), { fill: "quiet" })];
  if (shown === "cherry-pick") return [outline(circle(box(DOT)), { fill: "paper", dash: "2 2" })];
  if (shown === "reverse") {
    const arm = round(DOT * 0.6);
    const cross = `M${round(x - arm)} ${round(y - arm)}L${round(x + arm)} ${round(y + arm)}M${round(x + arm)} ${round(y - arm)}L${round(x - arm)} ${round(y + arm)}`;
    return [outline(circle(box(DOT)), { fill: "paper" }), outline(cross)];
  }
  return [outline(circle(box(DOT)), { fill: "quiet" })];
}

function sheet({ x, y, width, height }: Box, marks: Mark[]): Sketch {
  return { x: x - BORDER, y: y - BORDER, width: width + 2 * BORDER, height: height + 2 * BORDER, marks };
}
