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
  /** The sections of a table: rows of cells, as many in each row. */
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

/** Parts of a whole, clockwise from the top. */
export interface Pie {
  kind: "pie";
  slices: { label: Label; value: number }[];
  /** True where numbers stand beside parts of a hundred. */
  showsValues: boolean;
}

export interface TimelinePeriod {
  /** Empty where it is in none. */
  section: Label;
  label: Label;
  events: Label[];
}

export interface Timeline {
  kind: "timeline";
  direction: Direction;
  periods: TimelinePeriod[];
}

export type CommitKind = "normal" | "reverse" | "highlight";

export interface Commit {
  kind: CommitKind | "merge" | "cherry-pick";
  /** Of a merge that is drawn as another kind. */
  look?: CommitKind;
  id: string | undefined;
  label: Label;
  tags: string[];
  branch: string;
  /** Branches that begin here. */
  branchNames: string[];
  /** Indexes of commits: the one that it follows, and the one that it merges or picks. */
  parents: number[];
}

export interface GitGraph {
  kind: "git";
  direction: Direction;
  /** Those with commits, in the order of their lanes. */
  branches: string[];
  /** In the order of the text. */
  commits: Commit[];
}

/** Times are milliseconds since 1970, as if the chart, which has no time zone, were in UTC. */
export interface GanttTask {
  section: Label;
  label: Label;
  from: number;
  to: number;
  /** The end of its bar, which can be before the days off that move `to`. */
  shownTo: number;
  isDone: boolean;
  isActive: boolean;
  isCritical: boolean;
  /** A diamond in the middle of its time, and a line over all rows. */
  mark: "bar" | "milestone" | "line";
}

export interface Gantt {
  kind: "gantt";
  tasks: GanttTask[];
  /** Days on which nothing is done. */
  daysOff: { from: number; to: number }[];
  axis: GanttAxis;
}

export type TickUnit = "millisecond" | "second" | "minute" | "hour" | "day" | "week" | "month";

export interface GanttAxis {
  isAtTop: boolean;
  /** As `strftime` has it. */
  format?: string;
  every?: { count: number; unit: TickUnit };
  /** On which weeks begin, from 0 for Sunday. */
  weekStart: number;
  /** True for a chart of one day, whose times have no dates. */
  isTimeOfDay: boolean;
}

export type Picture = Graph | Sequence | Pie | Timeline | GitGraph | Gantt;

export interface Diagram {
  picture: Picture;
  /** The author's alternative text: `accTitle` and `accDescr`. */
  spoken: string[];
}
