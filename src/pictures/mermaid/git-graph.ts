/** Reads a git graph as Mermaid 11 does (its grammar is `gitGraph.langium`), a command a line. */
import { didYouMean } from "../../content/problems/nearest-name.ts";
import { directionOf } from "./direction.ts";
import type { Commit, CommitKind, GitGraph, Label } from "./model.ts";
import { type Reader, shortened } from "./reader.ts";
import { type Line, withEntities, withoutRemark } from "./source.ts";

export const GIT_HEADER = /^gitGraph(?:\s*:|\s+(LR|TB|BT)\s*:)?(?:\s+(.+))?$/;

const COMMANDS = ["commit", "branch", "checkout", "switch", "merge", "cherry-pick"];
const REFERENCE = /^(?:"([^"\\]*)"|'([^'\\]*)'|(\w(?:[-./\w]*[-\w])?))(?=\s|$)/;
const ATTRIBUTE = /^(?:(id|tag|type|msg|parent|order)\s*:\s*)?(?:"([^"\\]*)"|'([^'\\]*)'|([\w-]+))(?=\s|$)/;
const KINDS: Record<string, CommitKind> = { NORMAL: "normal", REVERSE: "reverse", HIGHLIGHT: "highlight" };
/** The options of each command. */
const KNOWN: Record<string, string[]> = {
  commit: ["id", "msg", "tag", "type"],
  branch: ["order"],
  merge: ["id", "tag", "type"],
  "cherry-pick": ["id", "tag", "parent"],
};

/** By default it runs downwards, as `git log --graph` does; in Mermaid it runs to the right. */
export function readGitGraph(
  [, direction, rest]: RegExpExecArray,
  at: number,
  lines: Line[],
  reader: Reader,
): GitGraph {
  return new GitReader(reader).read(direction ?? "TB", rest ? [{ text: rest, line: at }, ...lines] : lines);
}

interface Attributes {
  id?: string;
  msg?: string;
  type?: string;
  parent?: string;
  order?: string;
  tags: string[];
}

interface Command {
  word: string;
  /** The branch that it names. */
  name: string;
  said: Attributes;
  line: number;
}

class GitReader {
  readonly #reader: Reader;
  readonly #commits: Commit[] = [];
  readonly #byId = new Map<string, Commit>();
  /** The last commit of each branch, or none. */
  readonly #heads = new Map<string, Commit | undefined>([["main", undefined]]);
  readonly #branches = new Map<string, { order: number; label: Label }>([["main", { order: 0, label: ["main"] }]]);
  #current = "main";

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  read(direction: string, lines: Line[]): GitGraph {
    for (const { text, line } of lines) {
      const statement = withoutRemark(text);
      if (!statement || this.#reader.refusesTitle({ text: statement, line })) continue;
      const command = this.#command(statement, line);
      if (command) this.#run(command);
    }
    const isCommittedTo = (name: string) => this.#commits.some(({ branch }) => branch === name);
    for (const [name, { label }] of this.#branches) {
      const first = this.#commits.find(({ branch }) => branch === name) ?? this.#heads.get(name);
      first?.branchNames.push(...label);
    }
    return {
      kind: "git",
      direction: directionOf(direction),
      branches: [...this.#branches]
        .map(([name, { order }], index) => ({ name, place: order || index / 1000 }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ name }) => name)
        .filter(isCommittedTo),
      commits: this.#commits,
    };
  }

  #command(text: string, line: number): Command | undefined {
    const [, word = "", behind = ""] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
    if (!COMMANDS.includes(word)) {
      const shown = shortened(withEntities(text));
      const direction = /^(LR|TB|BT)$/.test(word) ? `write a colon behind it: gitGraph ${word}:` : undefined;
      const hint = direction ?? didYouMean(word, COMMANDS) ?? `${COMMANDS.join(", ")} are drawn`;
      return this.#reader.refuse(line, `"${shown}" is no command of a git graph`, hint);
    }
    if (word === "commit" || word === "cherry-pick") {
      const said = this.#attributes(word, behind, line);
      return said && { word, name: "", said, line };
    }
    const [taken = "", double, single, plain] = REFERENCE.exec(behind) ?? [];
    const name = double ?? single ?? plain;
    if (!name || COMMANDS.includes(plain ?? "")) {
      const hint = `write its name, in quotes where it is a command's: ${word} "topic"`;
      return this.#reader.refuse(line, `has ${word} without a branch's name that can be read`, hint);
    }
    const said = this.#attributes(word, behind.slice(taken.length).trim(), line);
    return said && { word, name, said, line };
  }

  #attributes(word: string, text: string, line: number): Attributes | undefined {
    const said: Attributes = { tags: [] };
    for (let rest = text; rest !== ""; ) {
      const [taken = "", key = "msg", double, single, plain] = ATTRIBUTE.exec(rest) ?? [];
      const value = double ?? single ?? plain;
      const isPlain = plain !== undefined;
      const known = KNOWN[word] ?? [];
      const isWord = key === "type" || key === "order";
      if (value === undefined || !known.includes(key) || isPlain !== isWord) {
        const may = known.length > 0 ? `${word} takes ${known.map((each) => formOf(each)).join(", ")}` : `leave it out`;
        return this.#reader.refuse(line, `has "${shortened(withEntities(rest))}" behind ${word}`, may);
      }
      if (key === "tag") said.tags.push(value);
      else if (isAttribute(key) && said[key] !== undefined) {
        return this.#reader.refuse(line, `says ${key} twice, and Mermaid drops the first`, "say it once");
      } else if (isAttribute(key)) said[key] = value;
      rest = rest.slice(taken.length).trim();
    }
    return said;
  }

  #run(command: Command): void {
    if (command.word === "commit") this.#commit(command);
    else if (command.word === "branch") this.#branch(command);
    else if (command.word === "merge") this.#merge(command);
    else if (command.word === "cherry-pick") this.#cherryPick(command);
    else if (this.#heads.has(command.name)) this.#current = command.name;
    else this.#reader.refuse(command.line, ...this.#unknown(command));
  }

  #commit({ said, line }: Command): void {
    this.#add(this.#kindOf(said, line), said, [this.#heads.get(this.#current)], line);
  }

  #branch({ name, said, line }: Command): void {
    if (this.#heads.has(name)) {
      this.#reader.refuse(line, `makes a second branch "${name}"`, `write checkout ${name}`);
      return;
    }
    if (said.order !== undefined && !/^\d{1,6}$/.test(said.order)) {
      this.#reader.refuse(line, `has the order "${said.order}", which is no number`, "write order: 2");
    }
    if (this.#commits.length === 0) {
      this.#reader.refuse(line, "makes a branch where nothing is committed yet", "commit first");
    }
    this.#heads.set(name, this.#heads.get(this.#current));
    this.#branches.set(name, { order: Number(said.order ?? 0) || 0, label: this.#reader.label(name, line) });
    this.#current = name;
  }

  #merge({ name, said, line, word }: Command): void {
    const [head, other] = [this.#heads.get(this.#current), this.#heads.get(name)];
    if (!this.#heads.has(name)) this.#reader.refuse(line, ...this.#unknown({ word, name }));
    else if (name === this.#current)
      this.#reader.refuse(line, `merges "${name}" into itself`, "check out the other one");
    else if (!head)
      this.#reader.refuse(line, `merges into "${this.#current}", which has no commit`, "commit there first");
    else if (!other) this.#reader.refuse(line, `merges "${name}", which has no commit`, "commit there first");
    else if (head === other) {
      this.#reader.refuse(line, `merges "${name}", which has no commit of its own`, "commit there first");
    } else this.#add("merge", said, [head, other], line, this.#kindOf(said, line));
  }

  #cherryPick({ said, line }: Command): void {
    const source = this.#byId.get(said.id ?? "");
    const head = this.#heads.get(this.#current);
    if (!source) {
      const hint = didYouMean(said.id ?? "", [...this.#byId.keys()]) ?? 'name a commit above that has an id: id: "a"';
      this.#reader.refuse(line, said.id ? `picks "${said.id}", which is no commit` : "picks no commit", hint);
    } else if (source.branch === this.#current) {
      this.#reader.refuse(
        line,
        `picks "${said.id}", which is on "${this.#current}" already`,
        "check out another branch",
      );
    } else if (!head) {
      this.#reader.refuse(line, `picks onto "${this.#current}", which has no commit`, "commit there first");
    } else if (source.kind === "merge" && !this.#isParent(said.parent, source)) {
      this.#reader.refuse(line, `picks a merge without saying of which parent`, 'write parent: "…", the id of one');
    } else {
      const { id: _, ...own } = said;
      const tags = said.tags.length > 0 ? said.tags.filter((tag) => tag !== "") : [`cherry-pick: ${source.id}`];
      this.#add("cherry-pick", { ...own, tags }, [head, source], line);
    }
  }

  #isParent(id: string | undefined, { parents }: Commit): boolean {
    return parents.some((parent) => id !== undefined && this.#commits[parent]?.id === id);
  }

  #kindOf({ type }: Attributes, line: number): CommitKind {
    if (type === undefined) return "normal";
    const kind = KINDS[type];
    if (!kind) this.#reader.refuse(line, `has the type "${type}"`, "NORMAL, REVERSE and HIGHLIGHT are drawn");
    return kind ?? "normal";
  }

  #add(kind: Commit["kind"], said: Attributes, parents: (Commit | undefined)[], line: number, look?: CommitKind): void {
    if (said.id !== undefined && this.#byId.has(said.id)) {
      this.#reader.refuse(line, `has a second commit "${withEntities(said.id)}"`, "give each an id of its own");
      return;
    }
    const commit: Commit = {
      kind,
      ...(look && look !== "normal" && { look }),
      id: said.id,
      label: this.#reader.label([said.id, said.msg].filter(Boolean).join(" "), line),
      tags: said.tags.flatMap((tag) => this.#reader.label(tag, line)),
      branch: this.#current,
      branchNames: [],
      parents: parents.flatMap((parent) => (parent ? [this.#commits.indexOf(parent)] : [])),
    };
    this.#commits.push(commit);
    if (said.id !== undefined) this.#byId.set(said.id, commit);
    this.#heads.set(this.#current, commit);
  }

  #unknown({ word, name }: Pick<Command, "word" | "name">): [message: string, hint: string] {
    const hint = didYouMean(name, [...this.#heads.keys()]) ?? `write branch ${name} first`;
    return [`has ${word} of "${name}", which is no branch yet`, hint];
  }
}

function isAttribute(key: string): key is Exclude<keyof Attributes, "tags"> {
  return ["id", "msg", "type", "parent", "order"].includes(key);
}

function formOf(key: string): string {
  if (key === "type") return "type: HIGHLIGHT";
  return key === "order" ? "order: 2" : `${key}: "…"`;
}
