/** A diagram as its text describes it, before layout. */

/** Words as they are drawn: a line each. */
export type Label = string[];

export type Direction = "down" | "up" | "right" | "left";

export type Shape =
  | "rectangle"
  | "rounded"
  | "stadium"
  | "subroutine"
  | "cylinder"
  | "circle"
  | "double-circle"
  | "diamond"
  | "hexagon"
  | "parallelogram"
  | "parallelogram-alt"
  | "trapezoid"
  | "trapezoid-alt"
  | "flag"
  | "start"
  | "end"
  | "choice"
  | "bar"
  | "note"
  | "table";

export interface GraphNode {
  id: string;
  label: Label;
  shape: Shape;
  /** The group that it stands in. */
  group?: string | undefined;
  /** Of a table: its parts, each of rows with as many cells. */
  sections?: string[][][];
}

export type Stroke = "solid" | "dotted" | "thick" | "invisible";
export type Head =
  | "none"
  | "arrow"
  | "circle"
  | "cross"
  /** Of classes: "is a", "has", "is made of", "knows". */
  | "triangle"
  | "diamond"
  | "filled-diamond"
  | "open"
  /** How many of an entity there are. */
  | "one"
  | "zero-or-one"
  | "many"
  | "zero-or-many";

/** A line from one node or group to another. */
export interface GraphEdge {
  from: string;
  to: string;
  label: Label;
  /** Words at its start, and at its end. */
  tailLabel?: Label;
  headLabel?: Label;
  stroke: Stroke;
  /** At its start, and at its end. */
  tail: Head;
  head: Head;
  /** Of the text, counted from 0. */
  line: number;
}

/** A frame around nodes and other groups. */
export interface GraphGroup {
  id: string;
  label: Label;
  direction?: Direction | undefined;
  group?: string | undefined;
}

export interface Graph {
  kind: "graph";
  direction: Direction;
  /** In the order of the text. */
  nodes: GraphNode[];
  edges: GraphEdge[];
  groups: GraphGroup[];
}

export interface Participant {
  id: string;
  label: Label;
  isActor: boolean;
}

export type MessageHead = "none" | "filled" | "open" | "cross";

export type SequenceStep =
  | {
      step: "message";
      from: string;
      to: string;
      label: Label;
      dashed: boolean;
      head: MessageHead;
      /** True where the arrow points both ways. */
      both: boolean;
    }
  | { step: "note"; side: "left" | "right" | "over"; of: string[]; label: Label }
  | { step: "activate" | "deactivate"; of: string }
  | { step: "open"; block: string; label: Label }
  /** Where one part of a block ends and the next begins, such as `else`. */
  | { step: "divide"; word: string; label: Label }
  | { step: "close" };

export interface Sequence {
  kind: "sequence";
  participants: Participant[];
  steps: SequenceStep[];
}

export interface Diagram {
  picture: Graph | Sequence;
  /** What the text says for those who hear it: `accTitle` and `accDescr`. */
  spoken: string[];
}
