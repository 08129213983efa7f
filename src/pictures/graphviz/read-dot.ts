/** Checks DOT for what is not drawn, with lines. Graphviz reports the other errors; its warnings are errors here. */
import { didYouMean } from "../../content/problems/nearest-name.ts";
import type { Problem } from "../../content/problems/problem.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { MOST_ARROWS, MOST_CHARACTERS, TOO_MUCH } from "../mermaid/limits.ts";
import { shortened, type TextStart } from "../mermaid/reader.ts";
import { attributeReason } from "./dot-attributes.ts";
import { sizeOfDot } from "./dot-size.ts";
import { type DotToken, dotTokens } from "./dot-tokens.ts";
import { type GraphvizFault, layoutsOfGraphviz } from "./engine.ts";

export interface DotText {
  text: string;
  /** The layout engine. */
  layout: string;
  /** True if it gives nodes widths or heights. */
  isSized: boolean;
}

const MOST_NODES = 500;
const MOST_LEVELS = 50;

export function readDot(text: string, start: TextStart): Result<DotText> {
  const reader = new DotReader(text, start);
  const value = reader.read();
  return reader.problems.length > 0 ? failure(...reader.problems) : success(value);
}

class DotReader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #start: TextStart;
  readonly #tokens: DotToken[];

  constructor(text: string, start: TextStart) {
    this.#text = text;
    this.#start = start;
    this.#tokens = text.length > MOST_CHARACTERS ? [] : dotTokens(text);
  }

  read(): DotText {
    const value = { text: this.#text, layout: this.#layout(), isSized: false };
    if (this.#text.length > MOST_CHARACTERS) this.#refuse(0, `has more than ${MOST_CHARACTERS} characters`, TOO_MUCH);
    else if (this.#tokens.length === 0) this.#refuse(0, "is empty", "write digraph { a -> b }");
    else {
      this.#checkTokens();
      this.#checkAttributes();
      if (this.problems.length === 0) this.#checkSize();
    }
    return { ...value, isSized: this.#attributes().some(({ name }) => /^(?:width|height|fixedsize)$/.test(name.text)) };
  }

  #refuse(line: number, message: string, hint?: string): void {
    this.problems.push({ file: this.#start.file, line: this.#start.line + line, message, ...(hint && { hint }) });
  }

  /** Names before an equals sign, with the values after it. */
  #attributes(): { name: DotToken; value: DotToken | undefined }[] {
    return this.#tokens.flatMap((token, index) => {
      const name = this.#tokens[index - 1];
      return token.kind === "sign" && token.text === "=" && name ? [{ name, value: this.#tokens[index + 1] }] : [];
    });
  }

  #layout(): string {
    const asked = this.#attributes().find(({ name }) => name.text === "layout")?.value;
    if (!asked) return "dot";
    const known = layoutsOfGraphviz();
    if (known.includes(asked.text)) return asked.text;
    this.#refuse(
      asked.line,
      `has the layout "${shortened(asked.text)}"`,
      didYouMean(asked.text, known) ?? `${known.join(", ")} are`,
    );
    return "dot";
  }

  #checkTokens(): void {
    for (const { kind, line } of this.#tokens) {
      if (kind === "html") {
        this.#refuse(
          line,
          "has an HTML-like label",
          'write words in quotes: label="one\\ntwo", or fields with shape=record',
        );
      }
    }
    for (const { kind, text, line } of this.#tokens) {
      // Graphviz's JSON doubles backslashes, and cuts as many letters off the end.
      if (kind !== "sign" && /\\\\|&(?:#92|#x5c|bsol);/i.test(text)) {
        this.#refuse(line, "has a backslash in its words, which Graphviz gives back wrongly", "leave it out");
      }
    }
    this.#checkNames();
    let depth = 0;
    this.#tokens.forEach(({ kind, text, line }, index) => {
      if (kind !== "sign") return;
      if (text === "{" && ++depth === MOST_LEVELS)
        this.#refuse(line, "has braces in braces beyond all measure", TOO_MUCH);
      if (text === "}") depth--;
      const next = this.#tokens[index + 1];
      if (text === "}" && depth === 0 && next) {
        this.#refuse(next.line, "has a second graph, which Graphviz draws by itself", "write a block for each");
      }
    });
  }

  /** Graphviz ends a number where another can begin, and a name where a number can: a date is two nodes, and so is `v16.4`. */
  #checkNames(): void {
    this.#tokens.forEach(({ kind, text, line, isJoined }, index) => {
      const before = this.#tokens[index - 1];
      const isTwo = kind === "word" && isJoined && before?.kind === "word";
      const cut = kind === "word" ? /^[^\d.-][^.]*(?=\.\d)/.exec(text)?.[0] : undefined;
      if (!isTwo && cut === undefined) return;
      const whole = isTwo ? before.text + text : text;
      const [first, second] = isTwo ? [before.text, text] : [cut, text.slice(cut?.length)];
      this.#refuse(line, `has ${whole}, which is two names for Graphviz: ${first} and ${second}`, `write "${whole}"`);
    });
  }

  #checkAttributes(): void {
    let depth = 0;
    let isList = false;
    this.#tokens.forEach(({ kind, text, line }, index) => {
      if (kind !== "sign") return;
      if (text === "{" || text === "}") depth += text === "{" ? 1 : -1;
      if (text === "[" || text === "]") isList = text === "[";
      if (text !== "=") return;
      const [name, value] = [this.#tokens[index - 1]?.text ?? "", this.#tokens[index + 1]];
      const owner = this.#tokens[index - (isList ? 3 : 1)]?.text;
      const isOfGraph = depth === 1 && (!isList || owner === "graph");
      if (name === "label" && isOfGraph && value?.text !== "") {
        this.#refuse(line, "has a title of its own", `write it after the fence: title="${value?.text ?? "…"}"`);
      } else {
        const reason = attributeReason(name, value?.text ?? "");
        if (reason) this.#refuse(line, reason.message, reason.hint);
      }
    });
  }

  /** Before layout, since a short text can have very many arrows. */
  #checkSize(): void {
    const { nodes, arrows } = sizeOfDot(this.#tokens);
    if (arrows > MOST_ARROWS) this.#refuse(0, `has ${arrows} arrows, and ${MOST_ARROWS} are drawn`, TOO_MUCH);
    if (nodes > MOST_NODES) this.#refuse(0, `has ${nodes} nodes, and ${MOST_NODES} are drawn`, TOO_MUCH);
  }

  addFaults(faults: readonly GraphvizFault[]): void {
    for (const { message } of faults) {
      const [, line, rest = ""] = /^syntax error in line (\d+)(.*)$/.exec(message) ?? [];
      if (line) this.#refuse(Number(line) - 1, `can't be read${rest}`, "see graphviz.org/doc/info/lang.html");
      else this.#refuse(this.#lineOf(message), message.replace(/^Warning: /, ""));
    }
  }

  /** The line of the last word of a message that is also in the text, since messages end with the name of what is wrong. */
  #lineOf(message: string): number {
    const words = message.split(/[\s,.'"]+/).toReversed();
    for (const word of words) {
      const found = word.length > 0 && this.#tokens.find(({ kind, text }) => kind !== "sign" && text === word);
      if (found) return found.line;
    }
    return 0;
  }
}

/** Graphviz's messages as problems. */
export function layoutProblems(text: string, start: TextStart, faults: readonly GraphvizFault[]): Problem[] {
  const reader = new DotReader(text, start);
  reader.addFaults(faults);
  return reader.problems;
}
