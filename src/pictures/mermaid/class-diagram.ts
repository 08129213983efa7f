/** Reads a class diagram as Mermaid 11 does (its grammar is `classDiagram.jison`), a statement a line. */
import { directionOf } from "./direction.ts";
import type { Direction, Graph, GraphEdge, GraphGroup, GraphNode, Head } from "./model.ts";
import { type Reader, shortened } from "./reader.ts";
import { type Line, withEntities } from "./source.ts";

export const CLASS_HEADER = /^classDiagram(?:-v2)?$/;

/** A name with type parameters between tildes, or anything between backticks. */
const NAME = "(?:`[^`]+`|(?:[\\p{L}\\p{N}_.]|(?<![-\\s])-(?=[\\p{L}\\p{N}]))+(?:~\\S*~)?)";
const RELATION = new RegExp(
  `^(${NAME})\\s*(?:"([^"]*)")?\\s*(<\\||\\*|o|<)?(--|\\.\\.)(\\|>|\\*|o(?![\\p{L}\\p{N}])|>)?\\s*(?:"([^"]*)")?\\s*(${NAME})\\s*(?::\\s*(.*))?$`,
  "u",
);
const CLASS = new RegExp(
  `^class\\s+(${NAME})\\s*(?:\\[\\s*"([^"]*)"\\s*\\])?\\s*(?:<<\\s*(.+?)\\s*>>)?\\s*(\\{\\s*(\\})?)?$`,
  "u",
);
const MEMBER = new RegExp(`^(${NAME})\\s*:\\s*(.+)$`, "u");
const ANNOTATION = new RegExp(`^<<\\s*(.+?)\\s*>>(?:\\s*(${NAME}))?$`, "u");
const NAMESPACE = new RegExp(`^namespace\\s+(${NAME})\\s*\\{$`, "u");
const NOTE = new RegExp(`^note(?:\\s+for\\s+(${NAME}))?\\s+"([^"]*)"$`, "u");

const ENDS: Record<string, Head> = {
  "<|": "triangle",
  "|>": "triangle",
  "*": "filled-diamond",
  o: "diamond",
  "<": "open",
  ">": "open",
};

export function readClassDiagram(lines: Line[], reader: Reader): Graph {
  return new ClassReader(reader).read(lines);
}

interface ClassNode extends GraphNode {
  /** The lines of its name, below its stereotype. */
  name: string[];
  annotations: string[];
  /** Attributes and methods, in rows of one cell. */
  sections: [attributes: string[][], methods: string[][]];
}

class ClassReader {
  readonly #reader: Reader;
  readonly #classes = new Map<string, ClassNode>();
  readonly #notes: GraphNode[] = [];
  readonly #edges: GraphEdge[] = [];
  readonly #groups: GraphGroup[] = [];
  #direction: Direction = "down";
  /** What open braces belong to: a class whose members follow, or a namespace. */
  readonly #open: { id: string; isClass: boolean; line: number }[] = [];

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  read(lines: Line[]): Graph {
    for (const line of lines) {
      const text = line.text.replace(/\s*;+$/, "");
      const open = this.#open.at(-1);
      if (text === "}") this.#close(line.line);
      else if (open?.isClass) this.#member(open.id, text, line.line);
      else if (!this.#refuses({ ...line, text })) this.#statement(text, line.line);
    }
    for (const { line } of this.#open) this.#reader.refuse(line, "opens what never ends", "close it with }");
    const classes = [...this.#classes.values()].map(({ name, annotations, ...node }) => ({
      ...node,
      label: [...annotations.map((annotation) => `«${annotation}»`), ...name],
    }));
    return {
      kind: "graph",
      direction: this.#direction,
      nodes: [...classes, ...this.#notes],
      edges: this.#edges,
      groups: this.#groups,
    };
  }

  /** Refuses styles and links; here, `class` begins a class and not a style. */
  #refuses(line: Line): boolean {
    if (/:::|^cssClass\s/.test(line.text)) {
      this.#reader.refuse(line.line, "gives a class a look", "a diagram has the page's own colours; leave it out");
      return true;
    }
    if (/^callback\s|\(\)(--|\.\.)|(--|\.\.)\(\)/.test(line.text)) {
      this.#reader.refuse(line.line, `says "${shortened(withEntities(line.text))}"`, "it is not drawn; leave it out");
      return true;
    }
    return !line.text.startsWith("class ") && this.#reader.refusesLooks(line);
  }

  #statement(text: string, line: number): void {
    const direction = /^direction\s+(TD|TB|BT|LR|RL)$/.exec(text)?.[1];
    const relation = RELATION.exec(text);
    const declared = CLASS.exec(text);
    const annotation = ANNOTATION.exec(text);
    const namespace = NAMESPACE.exec(text);
    const note = NOTE.exec(text);
    const member = MEMBER.exec(text);
    if (direction) this.#direction = directionOf(direction);
    else if (relation) this.#relate(relation, line);
    else if (declared) this.#declare(declared, line);
    else if (annotation?.[2]) this.#class(annotation[2]).annotations.push(withEntities(annotation[1] ?? ""));
    else if (namespace) this.#openNamespace(namespace[1] ?? "", line);
    else if (note) this.#note(note[1], note[2] ?? "", line);
    else if (member) this.#member(this.#class(member[1] ?? "").id, member[2] ?? "", line);
    else {
      const shown = shortened(withEntities(text));
      this.#reader.refuse(line, `"${shown}" is no line of a class diagram that is drawn here`, hintFor(text));
    }
  }

  #relate(found: RegExpExecArray, line: number): void {
    const [, from = "", tailWords = "", tail = "", stroke = "", head = "", headWords = "", to = "", words = ""] = found;
    this.#edges.push({
      from: this.#class(from).id,
      to: this.#class(to).id,
      label: this.#reader.label(words, line),
      tailLabel: this.#reader.label(tailWords, line),
      headLabel: this.#reader.label(headWords, line),
      stroke: stroke === ".." ? "dotted" : "solid",
      tail: ENDS[tail] ?? "none",
      head: ENDS[head] ?? "none",
      line,
    });
  }

  #declare([, name = "", words, annotation, opens, closes]: RegExpExecArray, line: number): void {
    const node = this.#class(name);
    if (words !== undefined) node.name = this.#reader.label(words, line);
    if (annotation) node.annotations.push(withEntities(annotation));
    if (opens && !closes) this.#open.push({ id: node.id, isClass: true, line });
  }

  /** A class is named without its type parameters from the second time on. */
  #class(name: string): ClassNode {
    const plain = name.replace(/`/g, "");
    const id = name.startsWith("`") ? plain : plain.replace(/~.*~$/, "");
    const known = this.#classes.get(id);
    if (known) return known;
    const node: ClassNode = {
      id,
      label: [],
      shape: "table",
      group: this.#open.at(-1)?.id,
      name: [withEntities(withTypes(plain))],
      annotations: [],
      sections: [[], []],
    };
    this.#classes.set(id, node);
    return node;
  }

  #member(id: string, text: string, line: number): void {
    const node = this.#class(id);
    const annotation = ANNOTATION.exec(text);
    if (annotation) {
      node.annotations.push(withEntities(annotation[1] ?? ""));
      return;
    }
    const words = this.#reader.label(memberWords(text), line).join(" ");
    node.sections[/\)/.test(text) ? 1 : 0].push([words]);
  }

  #openNamespace(name: string, line: number): void {
    const id = `namespace ${name}`;
    if (this.#groups.some((group) => group.id === id)) {
      this.#reader.refuse(line, `opens the namespace "${name}" a second time`, "write all that is in it once");
    }
    this.#groups.push({ id, label: [withEntities(name.replace(/`/g, ""))], group: this.#open.at(-1)?.id });
    this.#open.push({ id, isClass: false, line });
  }

  #close(line: number): void {
    if (!this.#open.pop()) this.#reader.refuse(line, "closes what is not open");
  }

  #note(of: string | undefined, words: string, line: number): void {
    const label = this.#reader.label(words, line);
    if (label.length === 0) this.#reader.refuse(line, "has a note without words", "write them in its quotes");
    const id = `note ${this.#notes.length}`;
    this.#notes.push({ id, label, shape: "note", group: this.#open.at(-1)?.id });
    if (of === undefined) return;
    const to = this.#class(of).id;
    this.#edges.push({ from: id, to, label: [], stroke: "dotted", tail: "none", head: "none", line });
  }
}

/** `+add(int x)$ List~int~` as UML writes it: `+add(int x) : List<int> {static}`. */
function memberWords(text: string): string {
  const [, before = text, kind = "", result = ""] = /^(.*\))\s*([*$])?\s*:?\s*(.*?)$/.exec(text) ?? [];
  const mark = /[*$]$/.exec(result || (kind ? "" : before))?.[0] ?? kind;
  const whole = result ? `${before} : ${result}` : before;
  const words = whole.replace(/[*$]$/, "").trim();
  const said = { "*": " {abstract}", $: " {static}" }[mark] ?? "";
  return withTypes(words) + said;
}

/** `List~List~int~~` as programs write it, in brackets that are no markup. A tilde at the beginning is UML's "package". */
function withTypes(text: string): string {
  return text.replace(/(?<!^)~(?=([\p{L}_?])?)/gu, (_, type?: string) => (type ? HIDDEN["<"] : HIDDEN[">"]));
}

/** As `readSource` keeps characters that are no syntax. */
const HIDDEN = { "<": String.fromCodePoint(0xf003c), ">": String.fromCodePoint(0xf003e) };

function hintFor(text: string): string | undefined {
  if (/--|\.\./.test(text)) return 'write a relation as A <|-- B, with how many in quotes: A "1" --> "many" B : words';
  if (/^class\s/.test(text)) return 'write class Name, or class Name["Words"]';
  return undefined;
}
