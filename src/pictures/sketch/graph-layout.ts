/** Places the nodes, groups and arrows of a graph. */
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from "elkjs/lib/elk-api.js";
import type { Direction, Graph, GraphEdge, GraphGroup, GraphNode, Label } from "../mermaid/model.ts";
import { layOut } from "./elk.ts";
import { sizeOfShape } from "./shapes.ts";
import { type Box, linesHeight, type Point, SMALL_SIZE, TEXT_SIZE } from "./sketch.ts";
import { tableSize } from "./table.ts";
import type { Measure } from "./words.ts";

export interface PlacedNode extends Box {
  node: GraphNode;
  /** The label, broken into lines. */
  lines: Label;
}

export interface PlacedGroup extends Box {
  group: GraphGroup;
  lines: Label;
}

export interface PlacedEdge {
  edge: GraphEdge;
  /** From the edge of its first node's box to that of its last. */
  points: Point[];
  labels: (Box & { lines: Label })[];
}

export interface PlacedGraph {
  width: number;
  height: number;
  nodes: PlacedNode[];
  groups: PlacedGroup[];
  edges: PlacedEdge[];
}

const WIDEST_NODE = 190;
const WIDEST_LABEL = 150;
/** Around a group's nodes, and above its title. */
const GROUP_PAD = 14;
/** Beside a label on an arrow. */
const LABEL_PAD = 4;
/** Between the ends of two arrows. */
const ARROW_ROOM = 10;
const SYMBOL_ROOM = 15;
const ELK_DIRECTIONS: Record<Direction, string> = { down: "DOWN", up: "UP", right: "RIGHT", left: "LEFT" };

const OPTIONS: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.json.shapeCoords": "ROOT",
  "elk.json.edgeCoords": "ROOT",
  "elk.padding": "[top=2,left=2,bottom=2,right=2]",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.randomSeed": "1",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.cycleBreaking.strategy": "DEPTH_FIRST",
  "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  "elk.layered.thoroughness": "7",
};
const SPACING: LayoutOptions = {
  "elk.spacing.nodeNode": "14",
  "elk.spacing.edgeNode": "12",
  "elk.spacing.edgeEdge": "12",
  "elk.spacing.edgeLabel": "3",
  "elk.layered.spacing.nodeNodeBetweenLayers": "30",
  "elk.layered.spacing.edgeNodeBetweenLayers": "14",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "12",
};

const TABLE_SPACING: LayoutOptions = {
  "elk.spacing.nodeSelfLoop": "26",
  "elk.spacing.nodeNode": "28",
  "elk.layered.spacing.nodeNodeBetweenLayers": "56",
  "elk.layered.spacing.edgeNodeBetweenLayers": "26",
  "elk.spacing.edgeNode": "20",
};

/** Throws if the engine has left something out, or led an arrow elsewhere. */
export function placeGraph(graph: Graph, measure: Measure): PlacedGraph {
  const layout = new GraphLayout(graph, measure);
  return layout.place();
}

class GraphLayout {
  readonly #graph: Graph;
  readonly #measure: Measure;
  /** Groups that are laid out by themselves, in a direction of their own. */
  readonly #own: Map<string, Direction>;
  readonly #lines = new Map<GraphNode | GraphGroup | GraphEdge, Label>();
  /** How long the sides of each node must be for the arrows that end there, by its id. */
  readonly #sides = new Map<string, { width: number; height: number }>();

  constructor(graph: Graph, measure: Measure) {
    this.#graph = graph;
    this.#measure = measure;
    this.#own = ownDirections(graph);
    for (const node of graph.nodes) this.#lines.set(node, measure.wrapped(node.label, TEXT_SIZE, WIDEST_NODE));
    for (const edge of graph.edges) this.#lines.set(edge, measure.wrapped(edge.label, SMALL_SIZE, WIDEST_LABEL));
    for (const group of graph.groups) this.#lines.set(group, measure.wrapped(group.label, SMALL_SIZE, WIDEST_NODE));
  }

  /** Lays out again if arrows end too close to each other: only a layout tells on which sides of nodes they end. */
  place(): PlacedGraph {
    const first = this.#placeOnce();
    for (const node of first.nodes) this.#makeRoom(node, first.edges);
    return this.#sides.size > 0 ? this.#placeOnce() : first;
  }

  /** Symbols for how many there are need more room than arrowheads. */
  #spacing(): LayoutOptions {
    return this.#graph.nodes.some(({ sections }) => sections) ? TABLE_SPACING : {};
  }

  #makeRoom({ node, ...box }: PlacedNode, edges: PlacedEdge[]): void {
    // Dots, which are of one size.
    if (node.shape === "start" || node.shape === "end") return;
    const ends = edges.flatMap(({ edge, points }) => [
      ...(edge.from === node.id ? points.slice(0, 1) : []),
      ...(edge.to === node.id ? points.slice(-1) : []),
    ]);
    const isAt = (one: number, other: number) => Math.abs(one - other) < 1;
    const most = (sides: number[], coordinate: (point: Point) => number) =>
      Math.max(...sides.map((side) => ends.filter((point) => isAt(coordinate(point), side)).length));
    const room = node.sections ? SYMBOL_ROOM : ARROW_ROOM;
    const width = (most([box.y, box.y + box.height], ({ y }) => y) + 1) * room;
    const height = (most([box.x, box.x + box.width], ({ x }) => x) + 1) * room;
    if (width > box.width || height > box.height) this.#sides.set(node.id, { width, height });
  }

  #placeOnce(): PlacedGraph {
    const root = layOut({
      id: "root",
      layoutOptions: {
        ...OPTIONS,
        ...SPACING,
        ...this.#spacing(),
        "elk.direction": ELK_DIRECTIONS[this.#graph.direction],
      },
      children: this.#childrenOf(undefined, this.#graph.direction),
      edges: this.#graph.edges.map((edge, index) => this.#edge(edge, index)),
    });
    const boxes = new Map(allNodes(root).map((node) => [node.id, boxOf(node)]));
    const routes = new Map(allEdges(root).map((edge) => [edge.id, edge]));
    return {
      width: root.width ?? 0,
      height: root.height ?? 0,
      nodes: this.#graph.nodes.map((node) => ({ node, lines: this.#linesOf(node), ...placed(boxes, node.id) })),
      groups: this.#graph.groups.map((group) => ({ group, lines: this.#linesOf(group), ...placed(boxes, group.id) })),
      edges: this.#graph.edges.map((edge, index) => this.#route(edge, routes.get(`edge ${index}`), boxes)),
    };
  }

  #linesOf(part: GraphNode | GraphGroup | GraphEdge): Label {
    return this.#lines.get(part) ?? [];
  }

  #childrenOf(groupId: string | undefined, direction: Direction): ElkNode[] {
    const isSideways = direction === "left" || direction === "right";
    const nodes = this.#graph.nodes.filter(({ group }) => group === groupId);
    const groups = this.#graph.groups.filter(({ group }) => group === groupId);
    return [
      ...nodes.map((node) => ({ id: node.id, ...this.#boxFor(node, isSideways) })),
      ...groups.map((group) => this.#group(group, direction)),
    ];
  }

  #boxFor(node: GraphNode, isSideways: boolean): { width: number; height: number } {
    const words = this.#sizeOf(node, TEXT_SIZE);
    const { width, height } = node.sections
      ? tableSize(words, node.sections, this.#measure)
      : sizeOfShape(node.shape, words, isSideways);
    const least = this.#sides.get(node.id) ?? { width, height };
    return { width: Math.max(width, least.width), height: Math.max(height, least.height) };
  }

  #group(group: GraphGroup, outer: Direction): ElkNode {
    const own = this.#own.get(group.id);
    const direction = own ?? outer;
    const title = this.#sizeOf(group, SMALL_SIZE, true);
    const [width, height] = [title.width + 2 * GROUP_PAD, title.height + 2 * GROUP_PAD];
    const children = this.#childrenOf(group.id, direction);
    const pad = `[top=${title.height + GROUP_PAD + 4},left=${GROUP_PAD},bottom=${GROUP_PAD},right=${GROUP_PAD}]`;
    // The engine turns a graph that runs downwards, and forgets to turn the least size of what it lays out with it.
    const isTurned = !own && (direction === "down" || direction === "up");
    return {
      id: group.id,
      ...(children.length === 0 && { width, height }),
      layoutOptions: {
        ...SPACING,
        "elk.padding": pad,
        "elk.nodeSize.constraints": "MINIMUM_SIZE",
        "elk.nodeSize.minimum": isTurned ? `(${height},${width})` : `(${width},${height})`,
        ...(own && {
          ...OPTIONS,
          "elk.padding": pad,
          "elk.hierarchyHandling": "SEPARATE_CHILDREN",
          "elk.direction": ELK_DIRECTIONS[own],
        }),
      },
      children,
    };
  }

  #edge(edge: GraphEdge, index: number): ElkExtendedEdge {
    const labels = this.#labelsOf(edge).map(({ lines, placement }) => ({
      // The engine gives a label without text no place.
      text: "words",
      width: this.#measure.widest(lines, SMALL_SIZE) + 2 * LABEL_PAD,
      height: linesHeight(lines, SMALL_SIZE),
      layoutOptions: {
        "elk.edgeLabels.inline": placement === "CENTER" ? "true" : "false",
        "elk.edgeLabels.placement": placement,
      },
    }));
    return { id: `edge ${index}`, sources: [edge.from], targets: [edge.to], labels };
  }

  /** The words along an arrow that has any. */
  #labelsOf(edge: GraphEdge): { lines: Label; placement: string }[] {
    return [
      { lines: this.#linesOf(edge), placement: "CENTER" },
      { lines: edge.tailLabel ?? [], placement: "TAIL" },
      { lines: edge.headLabel ?? [], placement: "HEAD" },
    ].filter(({ lines }) => lines.length > 0);
  }

  #sizeOf(part: GraphNode | GraphGroup | GraphEdge, size: number, isBold = false): { width: number; height: number } {
    const lines = this.#linesOf(part);
    return { width: this.#measure.widest(lines, size, isBold), height: linesHeight(lines, size) };
  }

  #route(edge: GraphEdge, route: ElkExtendedEdge | undefined, boxes: Map<string, Box>): PlacedEdge {
    const [section, ...others] = route?.sections ?? [];
    if (!section || others.length > 0)
      throw new Error(`no way was found for the arrow from ${edge.from} to ${edge.to}`);
    const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
    const [from, to] = [placed(boxes, edge.from), placed(boxes, edge.to)];
    if (!touches(from, section.startPoint) || !touches(to, section.endPoint)) {
      throw new Error(`the arrow from ${edge.from} to ${edge.to} ends elsewhere`);
    }
    const labels = this.#labelsOf(edge).map(({ lines }, index) => {
      const label = route?.labels?.[index];
      if (!label) throw new Error(`no place was found for the words from ${edge.from} to ${edge.to}`);
      return { ...boxOf(label), lines };
    });
    return { edge, points, labels };
  }
}

/** Mermaid's rule: a group has a direction of its own if no arrow leads out of it from inside. */
function ownDirections({ nodes, groups, edges }: Graph): Map<string, Direction> {
  const parents = new Map([...nodes, ...groups].map(({ id, group }) => [id, group]));
  const around = (id: string): string[] => {
    const group = parents.get(id);
    return group === undefined ? [] : [group, ...around(group)];
  };
  const crossed = edges.flatMap(({ from, to }) => {
    const [one, other] = [around(from), around(to)];
    return [...one.filter((id) => !other.includes(id)), ...other.filter((id) => !one.includes(id))];
  });
  return new Map(
    groups.flatMap(({ id, direction }) => (direction && !crossed.includes(id) ? [[id, direction] as const] : [])),
  );
}

function allNodes(node: ElkNode): ElkNode[] {
  return (node.children ?? []).flatMap((child) => [child, ...allNodes(child)]);
}

function allEdges(node: ElkNode): ElkExtendedEdge[] {
  return [...(node.edges ?? []), ...(node.children ?? []).flatMap(allEdges)];
}

function boxOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box {
  return { x, y, width, height };
}

function placed(boxes: Map<string, Box>, id: string): Box {
  const box = boxes.get(id);
  if (!box) throw new Error(`no place was found for ${id}`);
  return box;
}

/** True for a point on the edge of a box, or within a unit of it. */
function touches({ x, y, width, height }: Box, point: Point): boolean {
  const [fromLeft, fromTop] = [point.x - x, point.y - y];
  const isWithin = fromLeft > -1 && fromTop > -1 && fromLeft < width + 1 && fromTop < height + 1;
  return isWithin && Math.min(fromLeft, fromTop, width - fromLeft, height - fromTop) < 1;
}
