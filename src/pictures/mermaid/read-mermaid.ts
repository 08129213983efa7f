/** Mermaid's text to what it says: every statement of it is in the result, or is a fault that names it. */
import type { DrawingFault } from "../../content/drawing.ts";
import { CLASS_HEADER, readClassDiagram } from "./class-diagram.ts";
import { ENTITY_HEADER, readEntityDiagram } from "./entity-diagram.ts";
import { FLOWCHART_HEADER, readFlowchart } from "./flowchart.ts";
import { MOST_ARROWS, MOST_CHARACTERS, TOO_MUCH } from "./limits.ts";
import type { Diagram } from "./model.ts";
import { Reader, shortened } from "./reader.ts";
import { readSequenceDiagram, SEQUENCE_HEADER } from "./sequence-diagram.ts";
import { type Line, readSource } from "./source.ts";
import { readStateDiagram, STATE_HEADER } from "./state-diagram.ts";

export function readMermaid(text: string): Diagram | { faults: DrawingFault[] } {
  if (text.length > MOST_CHARACTERS) {
    return { faults: [{ line: 0, message: `has more than ${MOST_CHARACTERS} characters`, hint: TOO_MUCH }] };
  }
  const source = readSource(text);
  const [first, ...rest] = source.lines;
  if (!first) return { faults: source.faults.length > 0 ? source.faults : [{ line: 0, message: "is empty" }] };
  const reader = new Reader();
  // A header may end with a semicolon, and the first statement may stand behind it.
  const [, header = "", statement] = /^([^;]*?)\s*(?:;+\s*(.*))?$/s.exec(first.text) ?? [];
  const lines = statement ? [{ text: statement, line: first.line }, ...rest] : rest;
  const picture = readPicture(header, lines, reader);
  if (!picture) {
    const message = `begins with "${shortened(header)}", which is no diagram that is drawn here`;
    reader.refuse(
      first.line,
      message,
      "flowchart TD, stateDiagram-v2, sequenceDiagram, classDiagram and erDiagram are",
    );
  }
  if (picture && reader.faults.length === 0 && isEmpty(picture)) reader.refuse(first.line, "shows nothing");
  if (picture?.kind === "graph" && picture.edges.length > MOST_ARROWS) {
    const { line } = picture.edges[MOST_ARROWS] ?? first;
    reader.refuse(line, `has the arrow that is one more than ${MOST_ARROWS}`, TOO_MUCH);
  }
  const faults = [...source.faults, ...reader.faults].toSorted((one, other) => one.line - other.line);
  return picture && faults.length === 0 ? { picture, spoken: source.spoken } : { faults };
}

function readPicture(header: string, lines: Line[], reader: Reader): Diagram["picture"] | undefined {
  const flowchart = FLOWCHART_HEADER.exec(header);
  if (flowchart) return readFlowchart(flowchart[1], lines, reader);
  if (STATE_HEADER.test(header)) return readStateDiagram(lines, reader);
  if (CLASS_HEADER.test(header)) return readClassDiagram(lines, reader);
  if (ENTITY_HEADER.test(header)) return readEntityDiagram(lines, reader);
  if (SEQUENCE_HEADER.test(header)) return readSequenceDiagram(lines, reader);
  return undefined;
}

function isEmpty(picture: Diagram["picture"]): boolean {
  return picture.kind === "sequence"
    ? picture.participants.length === 0
    : picture.nodes.length + picture.groups.length === 0;
}
