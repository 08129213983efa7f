/**
 * Reads BibTeX and BibLaTeX: entries with their fields, still in TeX, and their lines. Text between entries is a comment, as in
 * BibTeX. After an error, reading goes on at the next line that begins with `@`.
 */
import type { Problem } from "../content/problems/problem.ts";

export interface BibEntry {
  /** Lower case, without `@`. */
  readonly type: string;
  readonly key: string;
  /** By name in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** Counted from 1. */
  readonly line: number;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** The longest value that is read. */
const MOST_LETTERS = 100_000;

/** `file` is the name that problems give; each problem has its line. */
export function readBibtex(file: string, text: string): { entries: BibEntry[]; problems: Problem[] } {
  return new Reader(file, text).read();
}

class Fault extends Error {
  readonly at: number;
  readonly hint: string | undefined;

  constructor(at: number, message: string, hint?: string) {
    super(message);
    this.at = at;
    this.hint = hint;
  }
}

class Reader {
  readonly #file: string;
  readonly #text: string;
  #at = 0;
  readonly #strings = new Map(MONTHS.map((month, index) => [month, String(index + 1)]));
  /** The offset of each line. */
  readonly #lines: number[];

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
    this.#lines = [0, ...[...this.#text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  read(): { entries: BibEntry[]; problems: Problem[] } {
    const entries: BibEntry[] = [];
    const problems: Problem[] = [];
    for (;;) {
      const start = this.#text.indexOf("@", this.#at);
      if (start === -1) return { entries, problems };
      this.#at = start + 1;
      // BibTeX would read it, but biber and people take an entry after % for a comment.
      if (/^\s*%/.test(this.#text.slice(this.#text.lastIndexOf("\n", start) + 1, start))) continue;
      try {
        const entry = this.#entry(start);
        if (entry) entries.push(entry);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        problems.push({ file: this.#file, line: this.#lineOf(error.at), message: error.message, hint: error.hint });
        const next = this.#text.indexOf("\n@", start + 1);
        this.#at = next === -1 ? this.#text.length : next + 1;
      }
    }
  }

  /** Undefined for anything but an entry: a comment, a macro, a preamble. */
  #entry(start: number): BibEntry | undefined {
    const type = this.#match(/[a-z][\w-]*/iy)?.toLowerCase();
    this.#blanks();
    const opening = this.#text[this.#at];
    // Such as an address in a comment: `a@example.org`.
    if (type === undefined || type === "comment" || (opening !== "{" && opening !== "(")) return undefined;
    this.#at++;
    if (type === "preamble") {
      this.#value();
      this.#end(opening, start);
      return undefined;
    }
    if (type === "string") {
      const [name, value] = this.#field();
      this.#strings.set(name, value);
      this.#end(opening, start);
      return undefined;
    }
    this.#blanks();
    const key = this.#match(/[^\s,{}()"#%=\\]+/y);
    if (key === undefined) throw new Fault(start, `@${type} has no key`, `write @${type}{key, title = {…}}`);
    const fields = new Map<string, string>();
    for (;;) {
      this.#blanks();
      if (this.#text[this.#at] !== ",") break;
      this.#at++;
      this.#blanks();
      if (this.#text[this.#at] === (opening === "{" ? "}" : ")")) break;
      const [name, value] = this.#field();
      if (!fields.has(name)) fields.set(name, value);
    }
    this.#end(opening, start);
    return { type, key, fields, line: this.#lineOf(start) };
  }

  #end(opening: string, start: number): void {
    this.#blanks();
    const closing = opening === "{" ? "}" : ")";
    if (this.#text[this.#at] === closing) {
      this.#at++;
      return;
    }
    const found = this.#text.slice(this.#at, this.#at + 20).split("\n", 1)[0];
    if (!found) throw new Fault(start, "an entry is never closed", `write ${closing} at its end`);
    throw new Fault(
      this.#at,
      `"${found}" is not expected here`,
      `write a comma between two fields, or ${closing} at the end`,
    );
  }

  #field(): [name: string, value: string] {
    this.#blanks();
    const at = this.#at;
    const name = this.#match(/[a-z][\w:+.-]*/iy)?.toLowerCase();
    this.#blanks();
    if (name === undefined || this.#text[this.#at] !== "=")
      throw new Fault(at, `"${name ?? this.#text.slice(at, at + 10).trim()}" has no value`, "write name = {value}");
    this.#at++;
    return [name, this.#value()];
  }

  /** Parts joined by `#`. */
  #value(): string {
    let value = "";
    do {
      this.#blanks();
      value += this.#part();
      this.#blanks();
    } while (this.#text[this.#at] === "#" && ++this.#at);
    return value;
  }

  #part(): string {
    const opening = this.#text[this.#at];
    if (opening === "{" || opening === '"') return this.#quoted(opening);
    const at = this.#at;
    const word = this.#match(/[^\s,{}()"#%=]+/y);
    if (word === undefined) throw new Fault(at, "a value is missing", "write it in braces: name = {value}");
    if (/^\d+$/.test(word)) return word;
    const known = this.#strings.get(word.toLowerCase());
    if (known !== undefined) return known;
    throw new Fault(at, `"${word}" is no @string of this file`, `write {${word}}, if it is the value itself`);
  }

  /** Between braces or quotation marks; braces in it are in pairs. */
  #quoted(opening: string): string {
    const start = this.#at;
    let depth = 0;
    for (let at = start + 1; at < this.#text.length && at - start < MOST_LETTERS; at++) {
      const letter = this.#text[at];
      if (letter === "\\") at++;
      else if (letter === "{") depth++;
      else if (depth === 0 && letter === (opening === "{" ? "}" : '"')) {
        this.#at = at + 1;
        return this.#text.slice(start + 1, at);
      } else if (letter === "}") depth--;
    }
    throw new Fault(start, "a value is never closed", `write ${opening === "{" ? "}" : '"'} at its end`);
  }

  #blanks(): void {
    this.#match(/(?:\s+|%[^\n]*)+/y);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #lineOf(at: number): number {
    const next = this.#lines.findIndex((start) => start > at);
    return next === -1 ? this.#lines.length : next;
  }
}
