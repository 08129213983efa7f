/** Reads the head of a chart: a few YAML keys that say which columns are drawn, and how. */
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import { type Channel, MARKS, type PlotMark, SCALES } from "./plot.ts";
import type { Refuse } from "./plot-table.ts";

export interface PlotHead {
  mark: PlotMark;
  x: Channel & { line: number };
  y: Channel & { line: number };
  /** The column that tells series apart. */
  z?: { column: string; line: number };
  stack?: { isOn: boolean; line: number };
  width?: number;
  height?: number;
  line: number;
}

const KEYS = ["mark", "x", "y", "z", "stack", "width", "height"];
const OPTIONS = ["value", "label", "unit", "type", "domain", "zero"];
/** What Vega-Lite and others call the same keys. */
const ELSEWHERE: Record<string, string> = {
  bar: "barY, or barX for bars to the right",
  column: "barY",
  point: "dot",
  scatter: "dot",
  circle: "dot",
  area: "areaY",
  color: "z",
  colour: "z",
  stroke: "z",
  fill: "z",
  series: "z",
  title: 'the title behind the fence: ```plot title="…"',
  field: "value",
  scale: "type",
  quantitative: "linear",
  temporal: "utc",
  time: "utc",
  ordinal: "band",
  nominal: "band",
};
const [LEAST_SIZE, MOST_SIZE] = [60, 1000];

/** `line` of what it returns counts from 0 in the text. */
export function readHead(text: string, refuse: Refuse): PlotHead | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number | undefined) => Math.max(0, counter.linePos(offset ?? 0).line - 1);
  const [error] = document.errors;
  if (error)
    return refuse(
      lineAt(error.pos[0]),
      "has a head that can't be read",
      "write a key and its value a line: mark: line",
    );
  if (!isMap<Node, Node>(document.contents)) {
    return refuse(
      0,
      "does not say what it draws",
      "write a head above the table: mark: line, x: …, y: …, and --- below",
    );
  }
  return new HeadReader(lineAt, refuse).read(document.contents.items);
}

class HeadReader {
  readonly #lineAt: (offset: number | undefined) => number;
  readonly #refuse: Refuse;

  constructor(lineAt: (offset: number | undefined) => number, refuse: Refuse) {
    this.#lineAt = lineAt;
    this.#refuse = refuse;
  }

  read(pairs: Pair<Node, Node | null>[]): PlotHead | undefined {
    const values = new Map<string, { node: Node | null; line: number }>();
    for (const { key, value } of pairs) {
      const [name, line] = [textOf(key), this.#lineAt(key.range?.[0])];
      if (!KEYS.includes(name)) this.#unknown("key", name, KEYS, line);
      values.set(name, { node: value, line });
    }
    const mark = this.#mark(values.get("mark"));
    const [x, y] = ["x", "y"].map((name) => this.#channel(name, values.get(name)));
    const z = values.get("z");
    const stack = values.get("stack");
    if (!mark || !x || !y) return undefined;
    return {
      ...{ mark, x, y, line: values.get("mark")?.line ?? 0 },
      ...(z && { z: { column: this.#text("z", z), line: z.line } }),
      ...(stack && { stack: { isOn: this.#flag("stack", stack), line: stack.line } }),
      ...this.#size("width", values.get("width")),
      ...this.#size("height", values.get("height")),
    };
  }

  #mark(found: Found | undefined): PlotMark | undefined {
    if (!found) return this.#refuse(0, "has no mark", `write one: mark: ${MARKS.join(", ")}`);
    const name = textOf(found.node);
    const mark = MARKS.find((each) => each === name);
    return mark ?? this.#unknown("mark", name, MARKS, found.line);
  }

  /** A column's name, several in brackets, or options in braces. */
  #channel(name: string, found: Found | undefined): (Channel & { line: number }) | undefined {
    if (!found) return this.#refuse(0, `has no ${name}`, `name its column: ${name}: …`);
    const { node, line } = found;
    if (!isMap<Node, Node | null>(node)) return { columns: this.#columns(name, node, line), line };
    const channel: Channel & { line: number } = { columns: [], line };
    for (const { key, value } of node.items) {
      const option = textOf(key);
      const at = { node: value, line: this.#lineAt(key.range?.[0]) };
      if (option === "value") channel.columns = this.#columns(name, value, at.line);
      else if (option === "label" || option === "unit") channel[option] = this.#text(option, at);
      else if (option === "zero") channel.zero = this.#flag(option, at);
      else if (option === "type") {
        const type = SCALES.find((each) => each === textOf(value));
        if (type) channel.type = type;
        else this.#unknown("type", textOf(value), SCALES, at.line);
      } else if (option === "domain") {
        const domain = isSeq<Node>(value) ? value.items.map((item) => Number(textOf(item))) : [];
        const [from, to] = domain;
        if (
          from !== undefined &&
          to !== undefined &&
          domain.length === 2 &&
          domain.every(Number.isFinite) &&
          from !== to
        ) {
          channel.domain = [from, to];
        } else
          this.#refuse(at.line, `has a domain of ${name} that can't be read`, "write two numbers: domain: [0, 100]");
      } else this.#unknown("option", option, OPTIONS, at.line);
    }
    if (channel.columns.length === 0) this.#refuse(line, `has no column for ${name}`, `write ${name}: { value: … }`);
    return channel;
  }

  #columns(name: string, node: Node | null, line: number): string[] {
    const columns = isSeq<Node>(node) ? node.items.map(textOf) : [textOf(node)];
    const isThere = columns.length > 0 && columns.every((column) => column !== "");
    if (!isThere) this.#refuse(line, `has no column for ${name}`, `write its name: ${name}: …`);
    return isThere ? columns : [];
  }

  #text(name: string, { node, line }: Found): string {
    const text = textOf(node);
    if (text === "") this.#refuse(line, `has nothing for ${name}`, "write a few words, or leave it out");
    return text;
  }

  #flag(name: string, { node, line }: Found): boolean {
    const text = textOf(node);
    if (text !== "true" && text !== "false") this.#refuse(line, `has ${name}: ${text}`, "write true or false");
    return text === "true";
  }

  #size(name: "width" | "height", found: Found | undefined): Partial<PlotHead> {
    if (!found) return {};
    const size = Number(textOf(found.node));
    if (size >= LEAST_SIZE && size <= MOST_SIZE) return { [name]: size };
    this.#refuse(
      found.line,
      `has a ${name} of "${textOf(found.node)}"`,
      `write a number from ${LEAST_SIZE} to ${MOST_SIZE}`,
    );
    return {};
  }

  #unknown(kind: string, word: string, known: readonly string[], line: number): undefined {
    const own = ELSEWHERE[word];
    const hint = own ? `write ${own}` : (didYouMean(word, known) ?? `${known.join(", ")} are known`);
    return this.#refuse(line, `has the ${kind} "${word}", which is not known here`, hint);
  }
}

interface Found {
  node: Node | null;
  line: number;
}

/** As it is written, so that a column may be called 2024 or true. */
function textOf(node: Node | null): string {
  if (!isScalar(node)) return "";
  return (node.source ?? String(node.value ?? "")).trim();
}
