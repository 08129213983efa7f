/** Reads a pie chart as Mermaid 11 does (its grammar is `pie.langium`), a slice a line. */
import type { Label, Pie } from "./model.ts";
import { type Reader, shortened } from "./reader.ts";
import { type Line, withEntities, withoutRemark } from "./source.ts";

export const PIE_HEADER = /^pie(?:\s+(showData))?(?:\s+(.+))?$/;

const SLICE = /^("[^"\\]*"|'[^'\\]*')\s*:\s*(\S+)$/;
const NUMBER = /^-?(?:0|[1-9]\d*|\d+\.\d+)$/;
const MOST_SLICES = 24;

/** `header` is what `PIE_HEADER` found, on line `at`: a title or a slice may stand behind it. */
export function readPieChart([, showData, rest]: RegExpExecArray, at: number, lines: Line[], reader: Reader): Pie {
  const pie: Pie = { kind: "pie", slices: [], showsValues: showData !== undefined };
  const names = new Set<string>();
  for (const { text, line } of rest ? [{ text: rest, line: at }, ...lines] : lines) {
    const statement = withoutRemark(text);
    if (!statement || reader.refusesTitle({ text: statement, line })) continue;
    const [, quoted = "", written = ""] = SLICE.exec(statement) ?? [];
    const value = readValue(written, statement, line, reader);
    if (value === undefined) continue;
    const label = nameOf(quoted.slice(1, -1), names, line, reader);
    if (label) pie.slices.push({ label, value });
  }
  if (pie.slices.length > 0 && pie.slices.every(({ value }) => value === 0)) {
    reader.refuse(at, "has no slice larger than 0", "a pie chart shows parts of a whole");
  }
  if (pie.slices.length > MOST_SLICES) {
    const hint = "put the smallest ones together, or draw bars: ```plot";
    reader.refuse(at, `has ${pie.slices.length} slices, and ${MOST_SLICES} can be told apart`, hint);
  }
  return pie;
}

function readValue(written: string, statement: string, line: number, reader: Reader): number | undefined {
  if (!written) {
    const shown = shortened(withEntities(statement));
    return reader.refuse(
      line,
      `"${shown}" is no slice of a pie chart`,
      'write its name in quotes, and its number: "a" : 3',
    );
  }
  if (!NUMBER.test(written)) {
    const shown = shortened(withEntities(written));
    return reader.refuse(line, `has "${shown}", which is no number here`, "write it in digits, with a point: 12.5");
  }
  const value = Number(written);
  if (value >= 0) return value;
  return reader.refuse(line, `has ${written}, and no slice is smaller than nothing`, "draw bars: ```plot");
}

/** Of two slices with one name, Mermaid silently drops the second. */
function nameOf(name: string, names: Set<string>, line: number, reader: Reader): Label | undefined {
  if (name.trim() === "") return reader.refuse(line, "has a slice without a name", 'write it in quotes: "a" : 3');
  if (names.has(name)) {
    return reader.refuse(line, `has a second slice "${withEntities(name)}"`, "add the two, or name them apart");
  }
  names.add(name);
  return reader.label(name, line);
}
