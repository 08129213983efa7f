/** Reads an entity-relationship diagram as Mermaid 11 does (its grammar is `erDiagram.jison`), a statement a line. */
import { directionOf } from "./direction.ts";
import type { Direction, Graph, GraphEdge, GraphNode, Head } from "./model.ts";
import { type Reader, shortened } from "./reader.ts";
import { type Line, withEntities } from "./source.ts";

export const ENTITY_HEADER = /^erDiagram$/;

const NAME = '(?:"[^"]+"|[\\p{L}\\p{N}\\p{M}_-]+?)';
const RELATION = new RegExp(
  `^(${NAME})\\s*(\\|o|\\|\\||\\}o|\\}\\|)(--|\\.\\.)(o\\||\\|\\||o\\{|\\|\\{)\\s*(${NAME})\\s*(?::\\s*(.*))?$`,
  "u",
);
const ENTITY = new RegExp(`^(${NAME})\\s*(?:\\[\\s*(?:"([^"]*)"|([^"\\]]+))\\s*\\])?\\s*(\\{\\s*(\\})?)?$`, "u");
/** A type, a name, keys, and a comment. */
const ATTRIBUTE =
  /^([\p{L}_][\p{L}\p{N}_\-[\](),.]*)\s+(\*?[\p{L}_][\p{L}\p{N}_\-[\]().]*)(?:\s+((?:PK|FK|UK)(?:\s*,\s*(?:PK|FK|UK))*))?(?:\s+"([^"]*)")?$/u;

/** The symbols at the ends of a line, read outwards. */
const ENDS: Record<string, Head> = {
  "||": "one",
  "|o": "zero-or-one",
  "o|": "zero-or-one",
  "}|": "many",
  "|{": "many",
  "}o": "zero-or-many",
  "o{": "zero-or-many",
};

export function readEntityDiagram(lines: Line[], reader: Reader): Graph {
  return new EntityReader(reader).read(lines);
}

class EntityReader {
  readonly #reader: Reader;
  readonly #nodes = new Map<string, GraphNode & { sections: [string[][]] }>();
  readonly #edges: GraphEdge[] = [];
  #direction: Direction = "down";
  /** The entity whose attributes are read, and the line that opened it. */
  #open: { id: string; line: number } | undefined;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  read(lines: Line[]): Graph {
    for (const line of lines) {
      const text = line.text.replace(/\s*;+$/, "");
      if (this.#open) this.#attribute(this.#open.id, text, line.line);
      else if (!this.#reader.refusesLooks(line)) this.#statement(text, line.line);
    }
    if (this.#open) this.#reader.refuse(this.#open.line, "opens an entity that never ends", "close it with }");
    return {
      kind: "graph",
      direction: this.#direction,
      nodes: [...this.#nodes.values()],
      edges: this.#edges,
      groups: [],
    };
  }

  #statement(text: string, line: number): void {
    const direction = /^direction\s+(TD|TB|BT|LR|RL)$/.exec(text)?.[1];
    const relation = RELATION.exec(text);
    const entity = ENTITY.exec(text);
    if (direction) this.#direction = directionOf(direction);
    else if (relation) this.#relate(relation, line);
    else if (entity) this.#declare(entity, line);
    else {
      const shown = shortened(withEntities(text));
      this.#reader.refuse(line, `"${shown}" is no line of an entity diagram that is drawn here`, hintFor(text));
    }
  }

  #relate([, from = "", tail = "", line = "", head = "", to = "", words = ""]: RegExpExecArray, at: number): void {
    this.#edges.push({
      from: this.#entity(from),
      to: this.#entity(to),
      label: this.#reader.label(/^"([^"]*)"$/.exec(words.trim())?.[1] ?? words, at),
      stroke: line === ".." ? "dotted" : "solid",
      tail: ENDS[tail] ?? "none",
      head: ENDS[head] ?? "none",
      line: at,
    });
  }

  #declare([, name = "", quoted, plain, opens, closes]: RegExpExecArray, line: number): void {
    const id = this.#entity(name);
    const alias = quoted ?? plain;
    const node = this.#nodes.get(id);
    if (alias !== undefined && node) node.label = this.#reader.label(alias, line);
    if (opens && !closes) this.#open = { id, line };
  }

  #entity(name: string): string {
    const id = name.replace(/^"|"$/g, "");
    if (!this.#nodes.has(id)) this.#nodes.set(id, { id, label: [withEntities(id)], shape: "table", sections: [[]] });
    return id;
  }

  #attribute(id: string, text: string, line: number): void {
    if (text === "}") {
      this.#open = undefined;
      return;
    }
    const found = ATTRIBUTE.exec(text);
    if (!found) {
      const hint = 'write a type, a name, keys and a comment: int id PK "a number"';
      this.#reader.refuse(line, `has an attribute that can't be read: "${shortened(withEntities(text))}"`, hint);
      return;
    }
    const [, type = "", name = "", keys = "", comment = ""] = found;
    const cells = [type, name, keys.replace(/\s*,\s*/g, ", "), this.#reader.label(comment, line).join(" ")];
    this.#nodes.get(id)?.sections[0].push(cells.map(withEntities));
  }
}

function hintFor(text: string): string | undefined {
  if (/:::/.test(text)) return "a diagram has the page's own colours; leave out :::";
  if (/--|\.\.|\bto\b/.test(text)) return "write the ends as symbols: a ||--o{ b : words";
  if (/\s/.test(text)) return 'put a name that has spaces in quotes: "order line"';
  return undefined;
}
