/** What stands after the three backticks of a code block: ` ```sql title="claim.sql" numbers mark=2,5-7 `. */
import { didYouMean } from "../content/problem.ts";

export interface FenceInfo {
  /** As written; empty for a block that names none. */
  language: string;
  /** A file's name or a few words, shown above the code. */
  title?: string;
  /** Lines are numbered, from 1. */
  numbers: boolean;
  /** What is special about a line, by its number from 1. */
  lines: Map<number, LineKind>;
}

export type LineKind = "mark" | "add" | "del";

interface InfoProblem {
  message: string;
  hint?: string | undefined;
}

/** The language ends at a comma too: rustdoc's `rust,ignore` means Rust. */
const LANGUAGE = /^[^\s,=]*(?![^\s,]*=)/;
const WORD = /([^\s=]+)(?:="([^"]*)"|=(\S+))?/g;
const LINES = /^\d+(-\d+)?(,\d+(-\d+)?)*$/;
const MOST_LINES = 10_000;
const LINE_KINDS: readonly string[] = ["mark", "add", "del"] satisfies LineKind[];
const KNOWN = ["title", "numbers", ...LINE_KINDS];

/** Reads an info string; what it does not know, it names in `problems`. */
export function readFenceInfo(text: string): { info: FenceInfo; problems: InfoProblem[] } {
  const language = LANGUAGE.exec(text.trim())?.[0] ?? "";
  const info: FenceInfo = { language, numbers: false, lines: new Map() };
  const rest = text.trim().slice(language.length).replace(/^,\S*/, "");
  const problems = [...rest.matchAll(WORD)].map(([, key = "", quoted, bare]) => readWord(info, key, quoted ?? bare));
  return { info, problems: problems.filter((problem) => problem !== undefined) };
}

function readWord(info: FenceInfo, key: string, value: string | undefined): InfoProblem | undefined {
  if (key === "title" && value) info.title = value;
  else if (key === "numbers" && value === undefined) info.numbers = true;
  else if (LINE_KINDS.includes(key) && value && LINES.test(value)) return setLines(info, key as LineKind, value);
  else if (key === "title")
    return { message: "the title of a code block is empty", hint: 'write title="…", or leave it out' };
  else if (LINE_KINDS.includes(key)) return { message: `"${key}" names no lines`, hint: `write ${key}=2,5-7` };
  else {
    const hint = didYouMean(key, KNOWN) ?? 'title="…", numbers, mark=…, add=… and del=… do';
    return { message: `"${key}" means nothing after a code block's language`, hint };
  }
  return undefined;
}

function setLines({ lines }: FenceInfo, kind: LineKind, value: string): InfoProblem | undefined {
  for (const range of value.split(",")) {
    const [first = 0, last = first] = range.split("-").map(Number);
    if (first < 1 || last < first)
      return { message: `${kind}=${range} names no lines`, hint: "lines count from 1, the lower one first" };
    for (let line = first; line <= Math.min(last, MOST_LINES); line++) lines.set(line, kind);
  }
  return undefined;
}
