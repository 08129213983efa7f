/** Parses Mermaid text: every statement is in the result, or a problem names it. */

import { didYouMean } from "../../content/problems/nearest-name.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { CLASS_HEADER, readClassDiagram } from "./class-diagram.ts";
import { ENTITY_HEADER, readEntityDiagram } from "./entity-diagram.ts";
import { FLOWCHART_HEADER, readFlowchart } from "./flowchart.ts";
import { GANTT_HEADER, readGantt } from "./gantt.ts";
import { GIT_HEADER, readGitGraph } from "./git-graph.ts";
import { MOST_ARROWS, MOST_CHARACTERS, TOO_MUCH } from "./limits.ts";
import type { Diagram, Picture } from "./model.ts";
import { PIE_HEADER, readPieChart } from "./pie-chart.ts";
import { Reader, shortened, type TextStart } from "./reader.ts";
import { readSequenceDiagram, SEQUENCE_HEADER } from "./sequence-diagram.ts";
import { type Line, readSource } from "./source.ts";
import { readStateDiagram, STATE_HEADER } from "./state-diagram.ts";
import { readTimeline, TIMELINE_HEADER } from "./timeline.ts";

interface Kind {
  /** As an author writes it. */
  name: string;
  header: RegExp;
  /** `found` is what `header` matched on line `at`. */
  read: (found: RegExpExecArray, at: number, lines: Line[], reader: Reader) => Picture;
}

const KINDS: Kind[] = [
  {
    name: "flowchart",
    header: FLOWCHART_HEADER,
    read: ([, way], _, lines, reader) => readFlowchart(way, lines, reader),
  },
  {
    name: "stateDiagram-v2",
    header: STATE_HEADER,
    read: (_found, _at, lines, reader) => readStateDiagram(lines, reader),
  },
  {
    name: "sequenceDiagram",
    header: SEQUENCE_HEADER,
    read: (_found, _at, lines, reader) => readSequenceDiagram(lines, reader),
  },
  { name: "classDiagram", header: CLASS_HEADER, read: (_found, _at, lines, reader) => readClassDiagram(lines, reader) },
  { name: "erDiagram", header: ENTITY_HEADER, read: (_found, _at, lines, reader) => readEntityDiagram(lines, reader) },
  { name: "pie", header: PIE_HEADER, read: readPieChart },
  {
    name: "timeline",
    header: TIMELINE_HEADER,
    read: (found, _at, lines, reader) => readTimeline(found, lines, reader),
  },
  { name: "gantt", header: GANTT_HEADER, read: readGantt },
  { name: "gitGraph", header: GIT_HEADER, read: readGitGraph },
];

/** Mermaid's other kinds, of which none is a slip of the pen for one of ours. */
const OTHER_KINDS =
  "mindmap journey quadrantChart requirementDiagram requirement sankey sankey-beta xychart xychart-beta block block-beta packet packet-beta kanban architecture architecture-beta radar-beta treemap treemap-beta treeView-beta venn-beta ishikawa wardley-beta cynefin eventModeling zenuml info C4Context C4Container C4Component C4Dynamic C4Deployment".split(
    " ",
  );

export function readMermaid(text: string, start: TextStart): Result<Diagram> {
  const reader = new Reader(start);
  const diagram = readWith(reader, text);
  if (diagram && reader.problems.length === 0) return success(diagram);
  return failure(...reader.problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)));
}

function readWith(reader: Reader, text: string): Diagram | undefined {
  if (text.length > MOST_CHARACTERS) return reader.refuse(0, `has more than ${MOST_CHARACTERS} characters`, TOO_MUCH);
  const { lines: written, spoken } = readSource(text, reader);
  const before = reader.problems.length;
  const [first, ...rest] = written;
  if (!first) return before > 0 ? undefined : reader.refuse(0, "is empty");
  // A header may end with a semicolon, and the first statement may stand behind it.
  const [, header = "", statement] = /^([^;]*?)\s*(?:;+\s*(.*))?$/s.exec(first.text) ?? [];
  const lines = statement ? [{ text: statement, line: first.line }, ...rest] : rest;
  const kind = KINDS.find(({ header: pattern }) => pattern.test(header));
  const found = kind?.header.exec(header);
  if (!kind || !found) return refuseKind(header, first.line, reader);
  const picture = kind.read(found, first.line, lines, reader);
  if (reader.problems.length === before && isEmpty(picture)) reader.refuse(first.line, "shows nothing");
  if (picture.kind === "graph" && picture.edges.length > MOST_ARROWS) {
    const { line } = picture.edges[MOST_ARROWS] ?? first;
    reader.refuse(line, `has the arrow that is one more than ${MOST_ARROWS}`, TOO_MUCH);
  }
  return { picture, spoken };
}

function refuseKind(header: string, line: number, reader: Reader): undefined {
  const word = /^\S*/.exec(header)?.[0] ?? "";
  const names = KINDS.map(({ name }) => name);
  const isKnown = OTHER_KINDS.some((kind) => kind.toLowerCase() === word.toLowerCase());
  const drawn = `${names.slice(0, -1).join(", ")} and ${names.at(-1)} are`;
  const message = `begins with "${shortened(header)}", which is no diagram that is drawn here`;
  return reader.refuse(line, message, (!isKnown && !names.includes(word) && didYouMean(word, names)) || drawn);
}

function isEmpty(picture: Picture): boolean {
  switch (picture.kind) {
    case "graph":
      return picture.nodes.length + picture.groups.length === 0;
    case "sequence":
      return picture.participants.length === 0;
    case "pie":
      return picture.slices.length === 0;
    case "timeline":
      return picture.periods.length === 0;
    case "gantt":
      return picture.tasks.length === 0;
    case "git":
      return picture.commits.length === 0;
  }
}
