/** Reads a timeline as Mermaid 11 does (its grammar is `timeline.jison`), a period and its events a line. */
import { directionOf } from "./direction.ts";
import type { Label, Timeline, TimelinePeriod } from "./model.ts";
import { type Reader, shortened } from "./reader.ts";
import { type Line, withEntities } from "./source.ts";

export const TIMELINE_HEADER = /^timeline(?:\s+(LR|TD))?$/;

/** The default direction is downwards, which suits a page; in Mermaid it is to the right. */
export function readTimeline([, direction]: RegExpExecArray, lines: Line[], reader: Reader): Timeline {
  const timeline: Timeline = { kind: "timeline", direction: directionOf(direction ?? "TD"), periods: [] };
  let section: Label = [];
  for (const { text, line } of lines) {
    if (reader.refusesTitle({ text, line })) continue;
    const heading = /^section(?:\s+(.*))?$/i.exec(text);
    if (heading) section = readSection(heading[1] ?? "", line, reader);
    else readPeriod(text, line, section, timeline.periods, reader);
  }
  return timeline;
}

function readSection(name: string, line: number, reader: Reader): Label {
  if (name === "") reader.refuse(line, "has a section without a name", "write it behind: section The first year");
  if (/:/.test(name)) {
    reader.refuse(line, "has a section with events", "write a period below it, and its events behind that");
  }
  return reader.label(name, line);
}

function readPeriod(text: string, line: number, section: Label, periods: TimelinePeriod[], reader: Reader): void {
  // A colon without a space after it is text.
  const [name = "", ...written] = text.split(/\s*:(?:\s+|$)/);
  const shown = shortened(withEntities(text));
  if (/[#:]/.test(name)) {
    const isRemark = name.includes("#");
    reader.refuse(
      line,
      isRemark
        ? `has a # in a period, behind which Mermaid reads nothing: "${shown}"`
        : `"${shown}" has a colon without a space`,
      isRemark ? "write #35; for it" : "write a space on both sides of it: 2004 : an event",
    );
    return;
  }
  const events = written.map((event) => reader.label(event, line));
  if (written.some((event) => event === "")) {
    reader.refuse(line, `has an event without words: "${shown}"`, "write them behind the colon");
  }
  const last = periods.at(-1);
  if (name !== "") periods.push({ section, label: reader.label(name, line), events });
  else if (last) last.events.push(...events);
  else reader.refuse(line, "has an event before the first period", "write when it was: 2004 : an event");
}
