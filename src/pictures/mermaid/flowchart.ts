/**
 * Reads a flowchart as Mermaid 11 does (its grammar is `flow.jison`): statements end at a line break or a semicolon, and
 * spaces around arrows do not matter.
 */
import { directionOf } from "./direction.ts";
import { AND, HEADS, LINKS, NAME, SEPARATOR, SHAPES, SPACE } from "./flowchart-tokens.ts";
import { MOST_ARROWS, TOO_MUCH } from "./limits.ts";
import type { Direction, Graph, GraphEdge, GraphNode, Head, Label, Shape, Stroke } from "./model.ts";
import { type Reader, shortened } from "./reader.ts";
import { Scanner } from "./scanner.ts";
import { type Line, withEntities } from "./source.ts";

export const FLOWCHART_HEADER = /^(?:graph|flowchart)(?:\s+(TD|TB|BT|LR|RL|[v^<>]))?$/;

/** `lines` begin after the header. Each statement that can't be drawn becomes a problem with its line. */
export function readFlowchart(direction: string | undefined, lines: Line[], reader: Reader): Graph {
  return new FlowchartReader(reader, new Scanner(lines)).read(directionOf(direction));
}

interface OpenGroup {
  id: string;
  label: Label;
  direction?: Direction | undefined;
  line: number;
  /** Nodes that are named in it, and groups that end in it. */
  members: Set<string>;
}

interface Link {
  stroke: Stroke;
  tail: Head;
  head: Head;
  label: Label;
}

class FlowchartReader {
  readonly #reader: Reader;
  readonly #scanner: Scanner;
  readonly #nodes = new Map<string, GraphNode & { isLabelled: boolean; line: number }>();
  readonly #edges: GraphEdge[] = [];
  readonly #groups: Graph["groups"] = [];
  readonly #open: OpenGroup[] = [];
  /** The group of each node or group: the first group to end with it inside. */
  readonly #groupOf = new Map<string, string>();

  constructor(reader: Reader, scanner: Scanner) {
    this.#reader = reader;
    this.#scanner = scanner;
  }

  read(direction: Direction): Graph {
    this.#scanner.take(SEPARATOR);
    while (!this.#scanner.isAtEnd) {
      const { line } = this.#scanner;
      const before = this.#reader.problems.length;
      this.#statement(line);
      const isWhole = this.#scanner.isAtEnd || this.#scanner.take(SEPARATOR);
      if (isWhole) continue;
      if (this.#reader.problems.length === before) {
        const rest = shortened(withEntities(this.#scanner.restOfLine.trim()));
        this.#reader.refuse(this.#scanner.line, `can't be read from "${rest}" on`, hintFor(rest));
      }
      this.#scanner.take(/[^\n]*/y);
      this.#scanner.take(SEPARATOR);
    }
    for (const { line } of this.#open)
      this.#reader.refuse(line, "opens a subgraph that never ends", "close it with end");
    return { kind: "graph", direction, ...this.#settled() };
  }

  #statement(line: number): void {
    const text = this.#scanner.restOfLine;
    if (this.#reader.refusesLooks({ text, line })) this.#skipLine();
    else if (this.#scanner.take(/subgraph(?=[\s;]|$)/my)) this.#openGroup(line);
    else if (this.#scanner.take(/end(?=[^\S\n]*(?:[;\n]|$))/y)) this.#closeGroup(line);
    else if (this.#scanner.sees(/direction\s+(?:TD|TB|BT|LR|RL)\b/y)) this.#direction(line);
    else this.#chain(line);
  }

  #skipLine(): void {
    this.#scanner.take(/[^\n]*/y);
  }

  #direction(line: number): void {
    const word = this.#scanner.take(/direction\s+(\w+)/y)?.[1];
    const group = this.#open.at(-1);
    if (group) group.direction = directionOf(word);
    else
      this.#reader.refuse(
        line,
        "sets a direction outside of a subgraph",
        `write it in the first line: flowchart ${word}`,
      );
  }

  /** `subgraph name`, `subgraph name [Words]`, `subgraph "Words"`, `subgraph Some words`. */
  #openGroup(line: number): void {
    this.#scanner.take(SPACE);
    const named = this.#scanner.take(/([^\s[\]"();]+)[^\S\n]*\[[^\S\n]*(?:"([^"]*)"|([^[\]"\n]+))[^\S\n]*\]/y);
    const words = named ? undefined : this.#scanner.take(/"([^"]*)"|([^\n;[\]"]+)/y);
    const title = (named?.[2] ?? named?.[3] ?? words?.[1] ?? words?.[2] ?? "").trim();
    const id = named?.[1] ?? (/^\S+$/.test(title) ? title : `\n${this.#groups.length}.${this.#open.length}.${title}`);
    if (!title) this.#reader.refuse(line, "opens a subgraph without a name", 'write subgraph name["Words"]');
    this.#open.push({ id, label: this.#reader.label(title, line), line, members: new Set() });
  }

  #closeGroup(line: number): void {
    const group = this.#open.pop();
    if (!group) {
      this.#reader.refuse(line, "closes a subgraph, and none is open");
      return;
    }
    if (this.#groups.some(({ id }) => id === group.id)) {
      this.#reader.refuse(group.line, `opens a second subgraph "${withEntities(group.id)}"`, "give it another name");
      return;
    }
    for (const member of group.members) {
      if (!this.#groupOf.has(member) && member !== group.id) this.#groupOf.set(member, group.id);
    }
    this.#groups.push({ id: group.id, label: group.label, direction: group.direction });
    this.#open.at(-1)?.members.add(group.id);
  }

  /** Nodes, and arrows between them: `a & b --> c --> d`. */
  #chain(line: number): void {
    let from = this.#nodeList();
    while (from) {
      const link = this.#link(line);
      if (!link) return;
      const to = this.#nodeList();
      if (!to) {
        this.#reader.refuse(line, "has an arrow that leads nowhere", "write what it leads to in the same line");
        return;
      }
      if (this.#edges.length + from.length * to.length > MOST_ARROWS) {
        this.#reader.refuse(line, `has the arrow that is one more than ${MOST_ARROWS}`, TOO_MUCH);
        this.#scanner.take(/[\s\S]*/y);
        return;
      }
      for (const one of from) {
        for (const other of to) this.#edges.push({ from: one, to: other, ...link, line });
      }
      from = to;
    }
  }

  #nodeList(): string[] | undefined {
    const first = this.#node();
    if (!first) return undefined;
    const list = [first];
    while (this.#scanner.take(AND)) {
      const next = this.#node();
      if (!next) return undefined;
      list.push(next);
    }
    return list;
  }

  #node(): string | undefined {
    const { line } = this.#scanner;
    const id = this.#scanner.take(NAME)?.[0];
    if (!id) return undefined;
    if (id === "end") return this.#reader.refuse(line, 'uses "end" as a name, which ends a subgraph', "write End");
    this.#open.at(-1)?.members.add(id);
    const written = this.#shape(line);
    if (this.#scanner.take(/:::[\w-]+/y)) {
      return this.#reader.refuse(line, "gives a node a class", "a diagram has the page's own colours; leave out :::");
    }
    this.#note(id, written, line);
    return id;
  }

  #shape(line: number): { shape: Shape; label: Label } | undefined {
    const found = SHAPES.find(({ opens }) => this.#scanner.take(opens));
    if (!found) return undefined;
    const { closes, shape } = found;
    const end = escaped(closes);
    const words =
      this.#scanner.take(new RegExp(`\\s*"([^"]*)"\\s*${end}`, "y")) ??
      this.#scanner.take(new RegExp(`((?:(?!${end})[^[\\](){}"\\n])+)${end}`, "y"));
    if (words) return { shape, label: this.#reader.label(words[1] ?? "", line) };
    return this.#reader.refuse(
      line,
      `has words that can't be read: "${shortened(withEntities(this.#scanner.restOfLine))}"`,
      `close them with ${closes}, and put them in quotes where they have brackets: a["f(x)"]`,
    );
  }

  /** The first words for a node count; different words later are a problem. */
  #note(id: string, written: { shape: Shape; label: Label } | undefined, line: number): void {
    const known = this.#nodes.get(id);
    if (!known) {
      this.#nodes.set(id, { id, label: [id], shape: "rectangle", ...written, isLabelled: written !== undefined, line });
    } else if (written && !known.isLabelled) {
      Object.assign(known, written, { isLabelled: true, line });
    } else if (written && (known.shape !== written.shape || known.label.join("\n") !== written.label.join("\n"))) {
      const [one, other] = [known.label.join(" "), written.label.join(" ")];
      this.#reader.refuse(line, `says of "${id}" first "${one}" and then "${other}"`, "write its words and shape once");
    }
  }

  #link(line: number): Link | undefined {
    this.#scanner.take(SPACE);
    // An arrow may begin the next line.
    this.#scanner.take(/\n\s*(?=<?(?:--|==|-\.))/y);
    for (const { stroke, whole, begins, words, ends } of LINKS) {
      const arrow = this.#scanner.take(whole);
      if (arrow) return this.#completed({ stroke, tail: arrow[1], head: arrow[2] }, this.#pipedWords(line), line);
      if (!begins || !words || !ends || !this.#scanner.sees(begins)) continue;
      const start = this.#scanner.take(begins);
      const label = this.#scanner.take(words)?.[0] ?? "";
      const end = this.#scanner.take(ends);
      if (end) return this.#completed({ stroke, tail: start?.[1], head: end[1] }, unquoted(label), line);
      return this.#reader.refuse(line, "has an arrow that never ends", "write --> between two nodes");
    }
    return undefined;
  }

  /** `|words|` behind an arrow. */
  #pipedWords(line: number): string {
    this.#scanner.take(SPACE);
    const words = this.#scanner.take(/\|[^\S\n]*(?:"([^"|]*)"|([^|"\n]*))[^\S\n]*\|/y);
    if (!words && this.#scanner.sees(/\|/y)) {
      this.#reader.refuse(line, "has words on an arrow that can't be read", 'write -->|words|, or -->|"words"|');
    }
    return words?.[1] ?? words?.[2] ?? "";
  }

  #completed(
    { stroke, tail = "", head = "" }: { stroke: Stroke; tail: string | undefined; head: string | undefined },
    words: string,
    line: number,
  ): Link {
    this.#scanner.take(/\s*/y);
    const ends = { tail: HEADS[tail] ?? "none", head: HEADS[head] ?? "none" };
    if (ends.tail !== "none" && ends.tail !== ends.head) {
      this.#reader.refuse(
        line,
        "has an arrow whose two ends differ",
        "Mermaid knows <-->, x--x and o--o; for one end alone, write the arrow the other way round",
      );
    }
    return { stroke, ...ends, label: this.#reader.label(words, line) };
  }

  /** Groups are no nodes, also where an arrow names one before it is opened. */
  #settled(): Omit<Graph, "kind" | "direction"> {
    const groupIds = new Set(this.#groups.map(({ id }) => id));
    for (const { id, isLabelled, line } of this.#nodes.values()) {
      if (isLabelled && groupIds.has(id)) {
        this.#reader.refuse(line, `has "${id}" as a node and as a subgraph`, "give one of them another name");
      }
    }
    const nodes = [...this.#nodes.values()].filter(({ id }) => !groupIds.has(id));
    return {
      nodes: nodes.map(({ id, label, shape }) => ({ id, label, shape, group: this.#groupOf.get(id) })),
      edges: this.#edges,
      groups: this.#groups.map((group) => ({ ...group, group: this.#groupOf.get(group.id) })),
    };
  }
}

function unquoted(words: string): string {
  return /^\s*"([^"]*)"\s*$/.exec(words)?.[1] ?? words;
}

function escaped(text: string): string {
  return text.replace(/[\\/\])}|(]/g, "\\$&");
}

function hintFor(rest: string): string | undefined {
  if (/^@\{/.test(rest)) return "shapes are written with brackets here: a[Text], a(Round), a{Question}";
  if (/^(->|=>|-\s)/.test(rest)) return "write an arrow as -->";
  if (/^&/.test(rest)) return "write spaces around it: a & b --> c";
  if (/^\(-/.test(rest)) return "ellipses are not drawn; write a([Text])";
  if (/^\s*[[({]/.test(rest)) return 'write no space between a name and its words: a["Text"]';
  if (/^\w+@/.test(rest) || /^@/.test(rest)) return "names of arrows are not drawn; leave it out";
  return undefined;
}
