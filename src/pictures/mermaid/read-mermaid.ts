/** Mermaid's text to what it says: every statement of it is in the result, or a problem names it. */
import { failure, type Result, success } from "../../content/problems/result.ts";
import { CLASS_HEADER, readClassDiagram } from "./class-diagram.ts";
import { ENTITY_HEADER, readEntityDiagram } from "./entity-diagram.ts";
import { FLOWCHART_HEADER, readFlowchart } from "./flowchart.ts";
import { MOST_ARROWS, MOST_CHARACTERS, TOO_MUCH } from "./limits.ts";
import type { Diagram } from "./model.ts";
import { Reader, shortened, type TextStart } from "./reader.ts";
import { readSequenceDiagram, SEQUENCE_HEADER } from "./sequence-diagram.ts";
import { type Line, readSource } from "./source.ts";
import { readStateDiagram, STATE_HEADER } from "./state-diagram.ts";

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
  const picture = readPicture(header, lines, reader);
  if (!picture) {
    const message = `begins with "${shortened(header)}", which is no diagram that is drawn here`;
    reader.refuse(
      first.line,
      message,
      "flowchart TD, stateDiagram-v2, sequenceDiagram, classDiagram and erDiagram are",
    );
  }
  if (picture && reader.problems.length === before && isEmpty(picture)) reader.refuse(first.line, "shows nothing");
  if (picture?.kind === "graph" && picture.edges.length > MOST_ARROWS) {
    const { line } = picture.edges[MOST_ARROWS] ?? first;
    reader.refuse(line, `has the arrow that is one more than ${MOST_ARROWS}`, TOO_MUCH);
  }
  return picture && { picture, spoken };
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
