/** What stands after the three backticks of a code block: ` ```sql title="claim.sql" numbers mark=2,5-7 `. */
import { didYouMean } from "../content/problems/problem.ts";

export interface FenceInfo {
  /** As written; empty for a block that names none. */
  language: string;
  flags: Set<Flag>;
  values: Partial<Record<Value, string>>;
  /** What is special about a line, by its number from 1. */
  lines: Map<number, LineKind>;
}

const FLAGS = [
  /** Lines are numbered, from 1. */
  "numbers",
  /** Not whole: it can't be read by itself, and nobody tries. */
  "fragment",
  /** It is run, and what came out stands below it. */
  "proof",
  /** With `proof`: what came out is not shown. */
  "setup",
  /** With `proof`: it is not shown at all. */
  "hidden",
  /** With `proof`: nothing is there of the samples before it. */
  "fresh",
  /** With `proof`: the steps of several sessions. */
  "timeline",
] as const;
export type Flag = (typeof FLAGS)[number];

const VALUES = [
  /** A file's name or a few words, shown above the code. */
  "title",
  /** A file beside the page that has the code, and the part of it that is shown. */
  "file",
  "region",
  /** With `proof`: see `Sample`. */
  "as",
  "fails",
  "varies",
] as const;
export type Value = (typeof VALUES)[number];

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
const LINE_KINDS: readonly LineKind[] = ["mark", "add", "del"];
const KNOWN = [...FLAGS, ...VALUES, ...LINE_KINDS];
const OF_PROOFS = ["setup", "hidden", "fresh", "timeline", "as", "fails", "varies"] as const;

/** Reads an info string; what it does not know, it names in `problems`. */
export function readFenceInfo(text: string): { info: FenceInfo; problems: InfoProblem[] } {
  const language = LANGUAGE.exec(text.trim())?.[0] ?? "";
  const info: FenceInfo = { language, flags: new Set(), values: {}, lines: new Map() };
  const rest = text.trim().slice(language.length).replace(/^,\S*/, "");
  const problems = [...rest.matchAll(WORD)].map(([, key = "", quoted, bare]) => readWord(info, key, quoted ?? bare));
  return { info, problems: [...problems, aloneProblem(info)].filter((problem) => problem !== undefined) };
}

function readWord(info: FenceInfo, key: string, value: string | undefined): InfoProblem | undefined {
  if (isOneOf(FLAGS, key) && value === undefined) info.flags.add(key);
  else if (isOneOf(VALUES, key) && value) info.values[key] = value;
  else if (isOneOf(VALUES, key)) return { message: `"${key}" has no value`, hint: `write ${key}="…", or leave it out` };
  else if (isOneOf(FLAGS, key)) return { message: `"${key}" takes no value`, hint: `write ${key} alone` };
  else if (isOneOf(LINE_KINDS, key) && value && LINES.test(value)) return setLines(info, key, value);
  else if (isOneOf(LINE_KINDS, key)) return { message: `"${key}" names no lines`, hint: `write ${key}=2,5-7` };
  else {
    const hint = didYouMean(key, KNOWN) ?? 'title="…", numbers, mark=…, add=…, del=… and proof do';
    return { message: `"${key}" means nothing after a code block's language`, hint };
  }
  return undefined;
}

/** Some words only say how a sample is proven, or which part of a file it is. */
function aloneProblem({ flags, values }: FenceInfo): InfoProblem | undefined {
  const words: ReadonlySet<string> = flags;
  const isThere = (word: Flag | Value) => words.has(word) || word in values;
  const alone = flags.has("proof") ? undefined : OF_PROOFS.find(isThere);
  if (alone) return { message: `"${alone}" means nothing without "proof"`, hint: "add proof after the language" };
  if (isThere("region") && !isThere("file")) return { message: '"region" means nothing without "file"' };
  return undefined;
}

/** True for one of some words, which the type then knows. */
export function isOneOf<Word extends string>(words: readonly Word[], text: string): text is Word {
  return words.some((word) => word === text);
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
