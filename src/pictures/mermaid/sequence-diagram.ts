/** Reads a sequence diagram as Mermaid 11 does (its grammar is `sequenceDiagram.jison`), a statement a line. */
import type { MessageHead, Participant, Sequence, SequenceStep } from "./model.ts";
import { type Reader, shortened } from "./reader.ts";
import { type Line, withEntities } from "./source.ts";

export const SEQUENCE_HEADER = /^sequenceDiagram$/;

/** A participant's name: anything but what arrows and words begin with; hyphens inside it are its own. */
const NAME = "[^\\s<>:,;+-](?:[^<>:,;+\\n-]|-(?![->x)]))*?";
const ARROW = "<<-->>|<<->>|-->>|->>|--x|-x|--\\)|-\\)|-->|->";
const MESSAGE = new RegExp(`^(${NAME})\\s*(${ARROW})\\s*([+-]?)\\s*(${NAME})\\s*:(.*)$`, "u");
const NOTE = new RegExp(`^note\\s+(left\\s+of|right\\s+of|over)\\s+(${NAME})(?:\\s*,\\s*(${NAME}))?\\s*:(.*)$`, "iu");
const PARTICIPANT = /^(participant|actor)\s+(.+?)(?:\s+as\s+(.+))?$/i;
const ACTIVATION = new RegExp(`^(activate|deactivate)\\s+(${NAME})$`, "iu");
const OPENS = /^(loop|alt|opt|par|critical|break)(?:\s+(.*))?$/i;
const DIVIDES = /^(else|and|option)(?:\s+(.*))?$/i;
const DIVIDERS: Record<string, string> = { alt: "else", par: "and", critical: "option" };
const NUMBERS = /^autonumber(?:\s+(?:(off)|(\d+)(?:\s+(\d+))?))?$/i;

const HEADS: [end: string, head: MessageHead][] = [
  [">>", "filled"],
  ["x", "cross"],
  [")", "open"],
];

const REFUSED: [pattern: RegExp, message: string, hint: string][] = [
  [/^(create|destroy)\s/i, "creates or ends a participant on the way", "declare it at the top: participant name"],
  [/^box(\s|$)/i, "has a box around participants", "leave it out: boxes are not drawn"],
  [/^title[\s:]/i, "has a title of its own", 'write it after the fence: title="…"'],
  [/^par_over(\s|$)/i, "has par_over", "write par"],
  [/^rect(\s|$)/i, "sets a colour", "a diagram has the page's own colours; leave it out, with its end"],
];

export function readSequenceDiagram(lines: Line[], reader: Reader): Sequence {
  return new SequenceReader(reader).read(lines);
}

class SequenceReader {
  readonly #reader: Reader;
  readonly #participants = new Map<string, Participant & { isDeclared: boolean }>();
  readonly #steps: SequenceStep[] = [];
  readonly #open: { block: string; line: number }[] = [];
  /** How many bars each participant has now. */
  readonly #active = new Map<string, number>();
  #number: { next: number; by: number } | undefined;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  read(lines: Line[]): Sequence {
    for (const line of lines) {
      const statement = { ...line, text: line.text.replace(/\s*;+$/, "") };
      if (!this.#isCut(statement) && !this.#reader.refusesLooks(statement)) this.#statement(statement);
    }
    for (const { block, line } of this.#open) {
      this.#reader.refuse(line, `opens a block that never ends: ${block}`, "close it with end");
    }
    return {
      kind: "sequence",
      participants: [...this.#participants.values()].map(({ id, label, isActor }) => ({ id, label, isActor })),
      steps: this.#steps,
    };
  }

  /** Mermaid takes what follows a # for a comment, and a semicolon for the end of a statement, in words too. */
  #isCut({ text, line }: Line): boolean {
    const sign = /[#;]/.exec(text)?.[0];
    if (!sign) return false;
    this.#reader.refuse(
      line,
      `has a ${sign}, behind which Mermaid reads nothing`,
      `write #${sign.charCodeAt(0)}; for it`,
    );
    return true;
  }

  #statement({ text, line }: Line): void {
    const refused = REFUSED.find(([pattern]) => pattern.test(text));
    if (refused) {
      this.#reader.refuse(line, refused[1], refused[2]);
      return;
    }
    const read = READERS.find(([pattern]) => pattern.test(text));
    const found = read?.[0].exec(text);
    if (read && found) this[read[1]](found, line);
    else {
      const shown = shortened(withEntities(text));
      this.#reader.refuse(line, `"${shown}" is no line of a sequence diagram that is drawn here`, hintFor(text));
    }
  }

  declare([, kind = "", id = "", words]: RegExpExecArray, line: number): void {
    if (/[<>:,+]|->|@\{/.test(id)) {
      this.#reader.refuse(
        line,
        `has a participant's name that can't be read: "${id}"`,
        "write participant name as Words",
      );
      return;
    }
    if (this.#participants.get(id)?.isDeclared) {
      this.#reader.refuse(line, `declares "${id}" a second time`, "declare each participant once");
    }
    const label = words === undefined ? [withEntities(id)] : this.#reader.label(words, line);
    const declared = { id, label, isActor: kind.toLowerCase() === "actor", isDeclared: true };
    this.#participants.set(id, declared);
  }

  send([, from = "", arrow = "", mark, to = "", words = ""]: RegExpExecArray, line: number): void {
    this.#participant(from);
    this.#participant(to);
    const label = this.#numbered(this.#reader.label(words.replace(/^\s*(?:no)?wrap:/, ""), line));
    this.#steps.push({
      step: "message",
      from,
      to,
      label,
      dashed: arrow.includes("--"),
      head: HEADS.find(([end]) => arrow.endsWith(end))?.[1] ?? "none",
      both: arrow.startsWith("<<"),
    });
    if (mark === "+") this.#activate(to);
    if (mark === "-") this.#deactivate(from, line);
  }

  note([, side = "", first = "", second, words = ""]: RegExpExecArray, line: number): void {
    const of = second === undefined ? [first] : [first, second];
    for (const id of of) this.#participant(id);
    const where = side.toLowerCase().replace(/\s+of$/, "");
    if (where !== "over" && second !== undefined) {
      this.#reader.refuse(line, `has a note ${side} two participants`, "write Note over a,b");
    }
    const label = this.#reader.label(words, line);
    if (label.length === 0) this.#reader.refuse(line, "has a note without words", "write them behind the colon");
    this.#steps.push({ step: "note", side: where === "left" || where === "right" ? where : "over", of, label });
  }

  activation([, word = "", id = ""]: RegExpExecArray, line: number): void {
    this.#participant(id);
    if (word.toLowerCase() === "activate") this.#activate(id);
    else this.#deactivate(id, line);
  }

  open([, block = "", words = ""]: RegExpExecArray, line: number): void {
    this.#open.push({ block: block.toLowerCase(), line });
    this.#steps.push({ step: "open", block: block.toLowerCase(), label: this.#reader.label(words, line) });
  }

  divide([, word = "", words = ""]: RegExpExecArray, line: number): void {
    const { block } = this.#open.at(-1) ?? {};
    if (!block || DIVIDERS[block] !== word.toLowerCase()) {
      this.#reader.refuse(
        line,
        `has "${word}" where no block takes it`,
        "else is of alt, and of par, option of critical",
      );
    }
    this.#steps.push({ step: "divide", word: word.toLowerCase(), label: this.#reader.label(words, line) });
  }

  close(_found: RegExpExecArray, line: number): void {
    if (!this.#open.pop()) this.#reader.refuse(line, "closes a block, and none is open");
    else this.#steps.push({ step: "close" });
  }

  number([, off, from = "1", by = "1"]: RegExpExecArray): void {
    this.#number = off ? undefined : { next: Number(from), by: Number(by) };
  }

  #numbered(label: string[]): string[] {
    if (!this.#number) return label;
    const number = this.#number.next;
    this.#number.next += this.#number.by;
    return [`${number}. ${label[0] ?? ""}`.trim(), ...label.slice(1)];
  }

  #participant(id: string): void {
    if (this.#participants.has(id)) return;
    this.#participants.set(id, { id, label: [withEntities(id)], isActor: false, isDeclared: false });
  }

  #activate(id: string): void {
    this.#active.set(id, (this.#active.get(id) ?? 0) + 1);
    this.#steps.push({ step: "activate", of: id });
  }

  #deactivate(id: string, line: number): void {
    const bars = this.#active.get(id) ?? 0;
    if (bars === 0) {
      this.#reader.refuse(
        line,
        `ends an activation of "${id}", which has none`,
        "write + on the message that begins it",
      );
      return;
    }
    this.#active.set(id, bars - 1);
    this.#steps.push({ step: "deactivate", of: id });
  }
}

/** In the order in which a line is tried. */
const READERS = [
  [/^end$/i, "close"],
  [NUMBERS, "number"],
  [ACTIVATION, "activation"],
  [NOTE, "note"],
  [MESSAGE, "send"],
  [PARTICIPANT, "declare"],
  [OPENS, "open"],
  [DIVIDES, "divide"],
] as const;

function hintFor(text: string): string | undefined {
  if (/^note\s/i.test(text)) return "write Note over a: words, Note left of a: words, or Note over a,b: words";
  if (/-[>x)]/.test(text) && !text.includes(":")) return "write what is said behind a colon: a->>b: words";
  if (/-[>x)]/.test(text)) return "write a->>b: words";
  return undefined;
}
