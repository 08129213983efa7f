/** The info string of a code block, behind its three backticks: ` ```sql title="claim.sql" numbers mark=2,5-7 `. */

import { didYouMean } from "../content/problems/nearest-name.ts";
import type { Reason } from "../content/problems/problem.ts";
import type { Fix } from "../content/problems/range.ts";
import { type AttributeList, readAttributeList } from "./attribute-list.ts";
import { isRustdoc, ownWord, ownWords } from "./foreign-fences.ts";
import { meaningOf } from "./foreign-words.ts";
import type { CodeRun } from "./languages/code-run.ts";
import type { LineTargets } from "./line-targets.ts";

export interface FenceInfo {
  /** As written; empty for a block that names none. */
  language: string;
  flags: Set<Flag>;
  values: Partial<Record<Value, string>>;
  /** What is special about a line, by its number from 1. */
  lines: Map<number, LineKind>;
  /** Texts that are marked wherever the code has them. */
  words: string[];
  /** The number of the first line, where that is not 1. */
  start?: number;
  /** Lines that a reader opens, by their numbers from 1. */
  folds: LineRange[];
  /** In the words of the page: whom it is run as. */
  runAs?: string;
  /** The id by which it is referred to: `#lst-claim`. */
  label?: string | undefined;
  /** What its author gave in braces, where classes are among it. */
  given?: AttributeList;
  /** Those that it has, behind its language and below it. */
  classes?: readonly string[] | undefined;
  /** "Listing 2", of one whose label asks for a number. */
  numbered?: string;
  /** Where its text does not say what it looks like. */
  runs?: readonly CodeRun[];
  /** Lines that links can target. */
  targets?: LineTargets;
  /** True where its title stands elsewhere, as the label of a tab. */
  isLabelled?: boolean;
}

const FLAGS = [
  /** Lines are numbered, from 1 or from the number that it is given. */
  "numbers",
  /** Each line can be linked to. */
  "links",
  /** A reader opens what is long, or the lines that it is given. */
  "fold",
  /** Long lines are wrapped. */
  "wrap",
  /** Commands for npm, shown for each package manager. */
  "npm2yarn",
  /** Not a whole program, so its syntax is not checked. */
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
  /** With `timeline`: it can come out in several ways. */
  "races",
  /** With `proof`: it keeps running, and later samples ask it. */
  "serves",
] as const;
export type Flag = (typeof FLAGS)[number];

const VALUES = [
  /** A file's name or a few words, shown above the code. */
  "title",
  /** A file beside the page that has the code, and the part of it that is shown. */
  "file",
  "region",
  /** Of a chart: the samples that its numbers come from. */
  "sample",
  /** With `proof`: see `Sample`. */
  "as",
  "fails",
  "varies",
  "versions",
  "since",
  "before",
] as const;
export type Value = (typeof VALUES)[number];

export type LineKind = "mark" | "add" | "del";

export type LineRange = readonly [first: number, last: number];

/** Other engines' forms follow a language without a blank: `js{1,3}`, `js:app.js`, `js[app.js]`, `rust,ignore`. */
const LANGUAGE = /^[^\s,={}[\]:]*(?![^\s,={}[\]:]*=)/;
const WORD =
  /\{[^{}]*\}|\[[^\]]*\]|:[^\s:=]+(?:=\d+)?|\/[^/\s][^/]*\/|"[^"]*"|(?<key>[^\s={}[\]:]+)(?:(?<sign>=|:\s*)(?:"(?<quoted>[^"]*)"|(?<other>'[^']*'|\{[^{}]*\}|\[[^\]]*\])|(?<bare>\S*)))?|\S+/g;
const LINES = /^\d+(-\d+)?(,\d+(-\d+)?)*$/;
const MOST_LINES = 10_000;
const LINE_KINDS = ["mark", "add", "del"] as const satisfies LineKind[];
const KNOWN = [...FLAGS, ...VALUES, ...LINE_KINDS];
const OF_PROOFS = [
  "setup",
  "hidden",
  "fresh",
  "timeline",
  "races",
  "serves",
  "as",
  "fails",
  "varies",
  "versions",
  "since",
  "before",
] as const;

/** Reads an info string; what it does not know, it names in `problems`. With attributes, braces can hold classes. */
export function readFenceInfo(text: string, hasAttributes = false): { info: FenceInfo; problems: Reason[] } {
  const language = LANGUAGE.exec(text.trim())?.[0] ?? "";
  const info: FenceInfo = { language, flags: new Set(), values: {}, lines: new Map(), words: [], folds: [] };
  const rest = text.trim().slice(language.length);
  const [, ...joined] = /^,\S*/.exec(rest)?.[0].split(",") ?? [];
  const words = [...rest.replace(/^,\S*/, "").matchAll(WORD)];
  const problems = [
    ...joined.map((word) => (isRustdoc(word) ? undefined : foreignProblem(word, ownWord(...pairOf(word))))),
    ...words.map((match, index) => readWord(info, match, language === "" && index === 0, hasAttributes)),
    aloneProblem(info),
  ];
  return { info, problems: problems.filter((problem) => problem !== undefined) };
}

function readWord(
  info: FenceInfo,
  { 0: written, groups = {} }: RegExpExecArray,
  isFirst: boolean,
  hasAttributes: boolean,
): Reason | undefined {
  const { key, sign, quoted, other, bare } = groups;
  const label = /^\{?#([^\s{}]+)\}?$/.exec(written)?.[1];
  if (label !== undefined && info.label === undefined) {
    info.label = label;
    return undefined;
  }
  const given = info.given === undefined ? listIn(written, isFirst) : undefined;
  if (given && hasAttributes) {
    info.given = given;
    info.label ??= given.id;
    return undefined;
  }
  if (given) return { ...SETTING, message: `"${written}" means nothing after a code block's language`, written };
  const word = /^\/(.+)\/$/.exec(written)?.[1];
  if (word !== undefined) {
    info.words.push(word);
    return undefined;
  }
  if (key === undefined) return groupProblem(written, isFirst);
  if (other !== undefined || (sign && sign !== "="))
    return foreignProblem(written, ownWord(key, other ?? quoted ?? bare));
  const value = quoted ?? bare;
  if (isOneOf(FLAGS, key) && value === undefined) addFlag(info, key);
  else if (isOneOf(VALUES, key) && value) info.values[key] = value;
  else if (isOneOf(VALUES, key)) return { message: `"${key}" has no value`, hint: `write ${key}="…", or leave it out` };
  else if (key === "fold") return setFolds(info, value ?? "");
  else if (key === "numbers" && /^\d{1,6}$/.test(value ?? "")) {
    info.flags.add(key);
    info.start = Number(value);
  } else if (isOneOf(FLAGS, key)) return { message: `"${key}" takes no value`, hint: `write ${key} alone` };
  else if (isOneOf(LINE_KINDS, key)) return setLines(info, key, value ?? "");
  else return foreignProblem(written, ownWord(key, value), key);
  return undefined;
}

const SETTING = { hint: "leave it out, or set markdown.attributes" };

/** `{#id .class}`; undefined for what other engines mean by braces, a language and words of their own. */
function listIn(written: string, isFirst: boolean): AttributeList | undefined {
  const inner = /^\{\s*([#.][\p{L}_][^{}]*)\}$/u.exec(written)?.[1];
  const list = inner === undefined ? undefined : readAttributeList(inner, written);
  const isForeign =
    list?.classes.some((name) => meaningOf(name) !== undefined) || (isFirst && written.startsWith("{."));
  return isForeign ? undefined : list;
}

function groupProblem(written: string, isFirst: boolean): Reason {
  const isText = written.startsWith('"');
  const isFile = isText && /^"[^\s"]+\.\w+"$/.test(written);
  if (isText && !isFile)
    return { message: `${written} means nothing here`, hint: `to mark it, write /${written.slice(1, -1)}/`, written };
  return foreignProblem(written, isFile ? `title=${written}` : ownWords(written, isFirst));
}

/** `own` is what to write instead: see `ownWord`. */
function foreignProblem(written: string, own: string | undefined, key = written): Reason {
  const message = `"${key}" means nothing after a code block's language`;
  if (own !== undefined)
    return { message, hint: own ? `write ${own}` : "leave it out", written, fix: wordFix(written, own) };
  const hint = didYouMean(key, KNOWN) ?? 'title="…", numbers, mark=…, add=…, del=… and proof do';
  return { message, hint, written };
}

/** Of other forms of the same: a title, numbers, and the same lines. What is left out, or is a language, may have meant something else. */
function wordFix(written: string, own: string): Fix | undefined {
  const isSame = /^(?:mark|add|del)=\d[\d,-]*$|^numbers$/.test(own) || /^title="[^"…]+"$/.test(own);
  const isSure = !/^(?::|(?:lines?|range|focus)\b)/i.test(written) && digitsOf(written) === digitsOf(own);
  // Braces may follow the language without a blank.
  return isSame && isSure ? { from: [` ${written}`, written], to: ` ${own}` } : undefined;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

function pairOf(word: string): [key: string, value: string | undefined] {
  const [key = "", value] = word.split(/[=:](.*)/s);
  return [key, value];
}

/** A line's link stands at its number. */
function addFlag({ flags }: FenceInfo, flag: Flag): void {
  flags.add(flag);
  if (flag === "links") flags.add("numbers");
}

/** Some words only say how a sample is proven, or which part of a file it is. */
function aloneProblem({ language, flags, values, folds }: FenceInfo): Reason | undefined {
  if (flags.size === 0 && Object.keys(values).length === 0) return undefined;
  const isThere = (word: Flag | Value) => (isOneOf(FLAGS, word) ? flags.has(word) : word in values);
  const alone = flags.has("proof") ? undefined : OF_PROOFS.find(isThere);
  if (alone) return { message: `"${alone}" means nothing without "proof"`, hint: "add proof after the language" };
  if (isThere("proof") && (isThere("fold") || folds.length > 0))
    return { message: '"fold" and "proof" can\'t be together', hint: "put the sample into :::details" };
  if (isThere("links") && !isThere("title") && !isThere("file"))
    return { message: '"links" means nothing without a title', hint: 'write title="…": links are made of it' };
  const other = flags.has("npm2yarn") ? (["proof", "file"] as const).find(isThere) : undefined;
  if (other) return { message: `"npm2yarn" and "${other}" can't be together`, hint: "leave one of them out" };
  if (isThere("races") && !isThere("timeline"))
    return { message: '"races" means nothing without "timeline"', hint: "write proof timeline races" };
  if (isThere("sample") && language !== "plot")
    return { message: '"sample" means nothing without "plot"', hint: 'write ```plot sample="…"' };
  if (isThere("region") && !isThere("file")) return { message: '"region" means nothing without "file"' };
  return undefined;
}

/** True for one of some words, which the type then knows. */
export function isOneOf<Word extends string>(words: readonly Word[], text: string): text is Word {
  return words.some((word) => word === text);
}

function setLines({ lines }: FenceInfo, kind: LineKind, value: string): Reason | undefined {
  const ranges = rangesIn(kind, value);
  if (!Array.isArray(ranges)) return ranges;
  for (const [first, last] of ranges) {
    for (let line = first; line <= Math.min(last, MOST_LINES); line++) lines.set(line, kind);
  }
  return undefined;
}

function setFolds(info: FenceInfo, value: string): Reason | undefined {
  const ranges = rangesIn("fold", value);
  if (!Array.isArray(ranges)) return ranges;
  ranges.sort(([a], [b]) => a - b);
  const overlaps = ranges.some(([first], at) => first <= (ranges[at - 1]?.[1] ?? 0));
  if (overlaps) return { message: `fold=${value} folds a line twice` };
  info.folds.push(...ranges);
  return undefined;
}

function rangesIn(key: string, value: string): LineRange[] | Reason {
  if (!LINES.test(value)) return { message: `"${key}" names no lines`, hint: `write ${key}=2,5-7` };
  const ranges: LineRange[] = [];
  for (const range of value.split(",")) {
    const [first = 0, last = first] = range.split("-").map(Number);
    if (first < 1 || last < first)
      return { message: `${key}=${range} names no lines`, hint: "lines count from 1, the lower one first" };
    ranges.push([first, last]);
  }
  return ranges;
}
