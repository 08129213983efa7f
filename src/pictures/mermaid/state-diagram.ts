/** Reads a state diagram as Mermaid 11 does (its grammar is `stateDiagram.jison`), a statement a line. */
import { directionOf } from "./direction.ts";
import type { Direction, Graph, GraphEdge, GraphGroup, GraphNode, Shape } from "./model.ts";
import { type Reader, shortened } from "./reader.ts";
import { type Line, withEntities } from "./source.ts";

export const STATE_HEADER = /^stateDiagram(?:-v2)?$/;

const NAME = "[\\p{L}\\p{N}\\p{M}_.-]+?";
const END = `\\[\\*\\]|${NAME}`;
const TRANSITION = new RegExp(`^(${END})\\s*-->\\s*(${END})\\s*(?::\\s*(.*))?$`, "u");
const DESCRIPTION = new RegExp(`^(${NAME})\\s*:\\s*(.+)$`, "u");
const DECLARATION = new RegExp(
  `^state\\s+(?:"([^"]*)"\\s+as\\s+)?(${NAME})\\s*(<<\\w+>>|\\[\\[\\w+\\]\\])?\\s*(\\{)?$`,
  "u",
);
const QUOTED = /^state\s+"([^"]*)"\s*(\{)?$/u;
const NOTE = new RegExp(`^note\\s+(left|right)\\s+of\\s+(${NAME})\\s*(?::\\s*(.*))?$`, "iu");
const BARE = new RegExp(`^${NAME}$`, "u");

const KINDS: Record<string, Shape> = { choice: "choice", fork: "bar", join: "bar" };

const REFUSED: [pattern: RegExp, message: string, hint: string][] = [
  [/^--$/, "divides a state into regions that run at once", "they are not drawn; write a diagram for each"],
  [/:::/, "gives a state a class", "a diagram has the page's own colours; leave out :::"],
  [/^hide\s+empty\s+description$/, "hides empty descriptions", "none is drawn; leave it out"],
  [/^scale\s/, "sets how large it is", "a diagram is as large as its words need; leave it out"],
  [/^\[H\*?\]|\[H\*?\]$/, "has a history state", "it is not drawn; describe it in words"],
];

export function readStateDiagram(lines: Line[], reader: Reader): Graph {
  return new StateReader(reader).read(lines);
}

interface Scope {
  /** Undefined for the diagram itself. */
  group?: GraphGroup;
  line: number;
}

class StateReader {
  readonly #reader: Reader;
  readonly #nodes = new Map<string, GraphNode & { described: string[] }>();
  readonly #edges: GraphEdge[] = [];
  readonly #groups = new Map<string, GraphGroup>();
  readonly #scopes: Scope[] = [];
  #direction: Direction = "down";

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  read(lines: Line[]): Graph {
    /** The next line to read: those before it belong to a note. */
    let next = 0;
    lines.forEach((line, index) => {
      if (index < next) return;
      const text = line.text.replace(/\s*;+$/, "");
      const note = NOTE.exec(text);
      if (note && note[3] === undefined) next = index + this.#longNote(note, lines.slice(index), line.line);
      else if (note) this.#note(note[1], note[2], note[3] ?? "", line.line);
      else if (!this.#reader.refusesLooks(line)) this.#statement(text, line.line);
    });
    for (const { line } of this.#scopes) this.#reader.refuse(line, "opens a state that never ends", "close it with }");
    return {
      kind: "graph",
      direction: this.#direction,
      nodes: [...this.#nodes.values()]
        .filter(({ id }) => !this.#groups.has(id))
        .map(({ id, label, shape, group }) => ({ id, label, shape, group })),
      edges: this.#edges,
      groups: [...this.#groups.values()],
    };
  }

  #statement(text: string, line: number): void {
    const refused = REFUSED.find(([pattern]) => pattern.test(text));
    const transition = TRANSITION.exec(text);
    const declaration = DECLARATION.exec(text);
    const quoted = QUOTED.exec(text);
    const description = DESCRIPTION.exec(text);
    const direction = /^direction\s+(TD|TB|BT|LR|RL)$/.exec(text);
    if (text.includes(";")) {
      this.#reader.refuse(line, "has a semicolon, which ends a statement", "write #59; in words, or a line for each");
    } else if (refused) this.#reader.refuse(line, refused[1], refused[2]);
    else if (transition) this.#transition(transition, line);
    else if (direction) this.#turn(directionOf(direction[1]));
    else if (declaration) this.#declare(declaration, line);
    else if (quoted)
      this.#declare([text, quoted[1], (quoted[1] ?? "").replace(/\s+/g, "_"), undefined, quoted[2]], line);
    else if (description) this.#describe(description[1] ?? "", description[2] ?? "", line);
    else if (text === "}") this.#close(line);
    else if (BARE.test(text)) this.#node(text);
    else {
      this.#reader.refuse(
        line,
        `"${shortened(withEntities(text))}" is no line of a state diagram that is drawn here`,
        hintFor(text),
      );
    }
  }

  #turn(direction: Direction): void {
    const { group } = this.#scopes.at(-1) ?? {};
    if (group) group.direction = direction;
    else this.#direction = direction;
  }

  #transition([, from = "", to = "", words = ""]: string[], line: number): void {
    this.#edges.push({
      from: this.#end(from, "start"),
      to: this.#end(to, "end"),
      label: this.#reader.label(words, line),
      stroke: "solid",
      tail: "none",
      head: "arrow",
      line,
    });
  }

  /** `[*]` is the start of its scope where an arrow leaves it, and its end where one leads to it. */
  #end(name: string, shape: "start" | "end"): string {
    if (name !== "[*]") return this.#node(name);
    const group = this.#scopes.at(-1)?.group?.id;
    const id = `[*] ${shape} ${group ?? ""}`;
    this.#nodes.set(id, { id, label: [], shape, group, described: [] });
    return id;
  }

  #node(id: string): string {
    const group = this.#scopes.at(-1)?.group?.id;
    const known = this.#nodes.get(id);
    if (!known) this.#nodes.set(id, { id, label: [id], shape: "rounded", group, described: [] });
    // A state that was named outside first belongs where it is written next.
    else if (known.group === undefined && group !== id) known.group = group;
    return id;
  }

  /** `state "Words" as name`, `state name <<choice>>`, `state name {`. */
  #declare([, words, id = "", kind, opens]: (string | undefined)[], line: number): void {
    if (opens) {
      this.#open(id, words, line);
      return;
    }
    this.#node(id);
    const shape = kind && KINDS[kind.replace(/\W/g, "")];
    if (kind && !shape) {
      this.#reader.refuse(
        line,
        `has a state of the kind ${withEntities(kind)}`,
        "<<choice>>, <<fork>> and <<join>> are drawn",
      );
    }
    if (shape) Object.assign(this.#nodes.get(id) ?? {}, { shape, label: [] });
    if (words !== undefined) this.#describe(id, words, line);
  }

  /** Each description of a state adds a line to it, as in Mermaid. */
  #describe(id: string, words: string, line: number): void {
    this.#node(id);
    const label = this.#reader.label(words, line);
    const group = this.#groups.get(id);
    if (group) group.label = label;
    const node = this.#nodes.get(id);
    if (!node) return;
    if (node.shape !== "rounded") {
      this.#reader.refuse(line, `describes "${id}", which has no words`, "describe the states around it");
    }
    node.described.push(...label);
    node.label = node.described;
  }

  #open(id: string, words: string | undefined, line: number): void {
    if (this.#groups.has(id)) {
      this.#reader.refuse(line, `opens the state "${id}" a second time`, "write all that is in it once");
    }
    this.#node(id);
    const described = this.#nodes.get(id)?.described ?? [];
    const label = words === undefined ? described : this.#reader.label(words, line);
    const group: GraphGroup = { id, label: label.length > 0 ? label : [id], group: this.#nodes.get(id)?.group };
    this.#groups.set(id, group);
    this.#scopes.push({ group, line });
  }

  #close(line: number): void {
    if (!this.#scopes.pop()) this.#reader.refuse(line, "closes a state, and none is open");
  }

  /** A note of several lines, up to `end note`: how many they are. `lines` begin with its first one. */
  #longNote(note: RegExpExecArray, lines: Line[], line: number): number {
    const end = lines.findIndex(({ text }) => /^end\s+note$/i.test(text));
    if (end < 0) {
      this.#reader.refuse(line, "opens a note that never ends", "close it with end note");
      return lines.length;
    }
    const words = lines.slice(1, end).map(({ text }) => text);
    this.#note(note[1], note[2], words.join("<br>"), line);
    return end + 1;
  }

  /** A box of its own beside the state, joined to it by dots. */
  #note(side: string | undefined, of = "", words: string, line: number): void {
    this.#node(of);
    const id = `note ${this.#nodes.size} ${of}`;
    const label = this.#reader.label(words, line);
    if (label.length === 0) this.#reader.refuse(line, "has a note without words", "write them behind a colon");
    this.#nodes.set(id, { id, label, shape: "note", group: this.#nodes.get(of)?.group, described: [] });
    const [from, to] = side?.toLowerCase() === "left" ? [id, of] : [of, id];
    this.#edges.push({ from, to, label: [], stroke: "dotted", tail: "none", head: "none", line });
  }
}

function hintFor(text: string): string | undefined {
  if (/->/.test(text)) return "write an arrow as a --> b, and names without spaces";
  if (/^state\s/.test(text)) return 'write state "Words" as name';
  if (/\s/.test(text)) return 'names have no spaces; write state "Words" as name';
  return undefined;
}
