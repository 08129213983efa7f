/**
 * Front matter as other engines read it: YAML between `---` (Hexo can do without the first, others end by `...`), TOML between `+++`, JSON
 * between `;;;` or in braces. Nothing in it is run. If it can't be parsed, it is read line by line, and that is reported.
 */
import { isMap, isScalar, isSeq, type Node, parseDocument, type Tags } from "yaml";
import { optional } from "../optional.ts";

export interface Matter {
  /** As JavaScript has it; TOML's and YAML's dates are texts. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The text after it, with `\n` as its line ends. */
  readonly body: string;
  /** The body's first line, counted from 1. */
  readonly bodyLine: number;
  /** Its faults, one line each. */
  readonly faults: readonly string[];
  /** False for a file that has none. */
  readonly isThere: boolean;
}

type ReadToml = (text: string) => unknown;

/** Whether the line that opens front matter may be left out. */
export type FirstMark = "needed" | "optional";

type ReadMatter = (text: string, yaml: "1.1" | "1.2", firstMark?: FirstMark) => Matter;

export async function matterReader(): Promise<ReadMatter> {
  const { parse, TomlDate } = await optional(() => import("smol-toml"));
  const plain = (value: unknown): unknown => {
    if (value instanceof TomlDate) return value.toISOString();
    if (typeof value === "bigint") return Number(value);
    if (Array.isArray(value)) return value.map(plain);
    if (value instanceof Date || typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  };
  return (text, yaml, firstMark = "needed") => readMatter(text, yaml, firstMark, (toml) => plain(parse(toml)));
}

function readMatter(given: string, version: "1.1" | "1.2", firstMark: FirstMark, readToml: ReadToml): Matter {
  const text = given.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const skipped = /^(?:[ \t]*\n)*/.exec(text)?.[0] ?? "";
  const lines = text.slice(skipped.length).split("\n");
  const above = skipped.split("\n").length - 1;
  const first = (lines[0] ?? "").trimEnd();
  const rest = (end: number) => ({ body: lines.slice(end + 1).join("\n"), bodyLine: above + end + 2 });
  const none = { data: {}, body: text, bodyLine: 1, faults: [], isThere: false };
  const endOf = (mark: RegExp) => lines.findIndex((line, index) => index > 0 && mark.test(line));

  if (/^---\s*js\b/i.test(first)) {
    const end = endOf(/^---\s*$/);
    return {
      ...(end === -1 ? none : rest(end)),
      data: {},
      faults: ["front matter in JavaScript, which is not run"],
      isThere: true,
    };
  }
  if (/^---\s*(toml|json)\b/i.test(first) || /^(\+\+\+|;;;)$/.test(first)) {
    const isToml = /toml|\+\+\+/i.test(first);
    const end = endOf(/^(\+\+\+|;;;|---)\s*$/);
    if (end === -1) return { ...none, faults: ["the front matter never ends"] };
    const inner = lines.slice(1, end).join("\n");
    return { ...rest(end), ...(isToml ? tomlOf(inner, readToml) : jsonOf(inner)), isThere: true };
  }
  if (first === "{") {
    const end = endOf(/^\}\s*;*\s*$/);
    if (end === -1) return none;
    return {
      ...rest(end),
      ...jsonOf(
        lines
          .slice(0, end + 1)
          .join("\n")
          .replace(/;+\s*$/, ""),
      ),
      isThere: true,
    };
  }
  const isOpened = /^-{3,}(\s*ya?ml)?$/i.test(first);
  const end = endOf(/^(-{3,}|\.\.\.)\s*$/);
  if (end === -1 && isOpened) return { ...none, faults: ["the front matter never ends"] };
  if (!isOpened && firstMark === "needed") return none;
  // It may begin with its first key. Semicolons end JSON without braces.
  const semicolons = isOpened ? -1 : endOf(/^;{3,}\s*$/);
  if (semicolons > 0 && /^\s*"/.test(first)) {
    return { ...rest(semicolons), ...jsonOf(lines.slice(0, semicolons).join("\n")), isThere: true };
  }
  if (!isOpened && !(end > 0 && lines.slice(0, end).every(isYamlLine) && /^[\w-]+:(\s|$)/.test(first))) return none;
  return { ...rest(end), ...yamlOf(lines.slice(isOpened ? 1 : 0, end).join("\n"), version), isThere: true };
}

function isYamlLine(line: string): boolean {
  return /^([\w-]+:(\s|$)|\s+\S|-\s|#|\s*$)/.test(line);
}

type Data = Pick<Matter, "data" | "faults">;

function tomlOf(text: string, read: ReadToml): Data {
  try {
    return { data: recordOf(read(text)), faults: [] };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    return { data: byLines(text, /^([\w-]+)\s*=\s*(.*)$/), faults: [`TOML: ${message}`] };
  }
}

function jsonOf(text: string): Data {
  const wrapped = text.trim().startsWith("{") ? text : `{${text}}`;
  try {
    const value: unknown = JSON.parse(wrapped);
    return { data: recordOf(value), faults: [] };
  } catch (error) {
    return {
      data: byLines(text, /^\s*"?([\w-]+)"?\s*:\s*(.*?),?$/),
      faults: [`JSON: ${error instanceof Error ? error.message : error}`],
    };
  }
}

/** Data of a YAML file, such as a configuration; texts, where it can't be read, of its lines. */
export function yamlData(text: string, version: "1.1" | "1.2" = "1.2"): Record<string, unknown> {
  return { ...yamlOf(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"), version).data };
}

/** A list of a YAML or JSON file; empty where it can't be read. */
export function yamlList(text: string): unknown[] {
  const document = parseDocument(text, { version: "1.1", uniqueKeys: false, logLevel: "silent" });
  const value = document.errors.length > 0 ? undefined : nodeValue(document.contents, 0);
  return Array.isArray(value) ? value : [];
}

function yamlOf(text: string, version: "1.1" | "1.2"): Data {
  const first = parsed(text, version);
  if (first.data) return { data: first.data, faults: [] };
  const again = parsed(repaired(text), version);
  if (again.data) return { data: again.data, faults: [] };
  return { data: byLines(text, /^([\w-]+):\s*(.*)$/), faults: [`YAML: ${first.fault}`] };
}

/** Neither dates nor times (12:30 is 750 in YAML 1.1) are anything but texts, and a double key takes the last. */
function parsed(text: string, version: "1.1" | "1.2"): { data?: Record<string, unknown>; fault?: string } {
  const customTags = (tags: Tags) =>
    tags.filter(
      (tag) => typeof tag === "string" || !(/timestamp$/.test(tag.tag) || ("format" in tag && tag.format === "TIME")),
    );
  try {
    const document = parseDocument(text, {
      version,
      customTags,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
    });
    const [error] = document.errors;
    if (error) return { fault: error.message };
    const value = nodeValue(document.contents, 0);
    if (value === undefined || value === null) return { data: {} };
    return typeof value === "object" && !Array.isArray(value) ? { data: recordOf(value) } : { fault: "it has no keys" };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

const DEEPEST = 50;

/** Keys whose values people write as texts, whatever YAML makes of `yes`, `1.10` or `007`. */
const TEXTS =
  /^(title|subtitle|description|summary|excerpt|slug|date|updated|lastmod|modified|series|tags?|categor(y|ies)|permalink|url|path|alias(es)?|authors?)$/i;

function nodeValue(node: Node | null | undefined, depth: number, asText = false): unknown {
  if (!node || depth > DEEPEST) return undefined;
  if (isMap(node)) {
    const record: Record<string, unknown> = Object.create(null);
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.source ?? key.value ?? "") : "";
      if (name)
        record[name] = nodeValue(isNodeLike(value) ? value : undefined, depth + 1, depth === 0 && TEXTS.test(name));
    }
    return record;
  }
  if (isSeq(node)) return node.items.map((item) => nodeValue(isNodeLike(item) ? item : undefined, depth + 1, asText));
  if (!isScalar(node)) return undefined;
  if (asText && node.value !== null && typeof node.value !== "string") return node.source ?? String(node.value);
  return node.value instanceof Date ? node.source : node.value;
}

function isNodeLike(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value);
}

/** Syntax that Jekyll, Hugo or Hexo accept and YAML does not: texts that continue at the margin, tabs, colons and marks in plain texts. */
function repaired(text: string): string {
  const lines = text.split("\n");
  let quote: string | undefined;
  const fixed = lines.map((line) => {
    if (quote !== undefined) {
      const ends = endsQuote(line, quote);
      if (ends) quote = undefined;
      return ` ${line}`;
    }
    const clean = line.replace(/\t/g, "  ").replace(/\u00a0/g, " ");
    const [, before = "", value = ""] = /^(\s*(?:- +)?[\w -]+:[ ]+)(\S.*)$/.exec(clean) ?? [];
    if (!before) return clean.replace(/^(\s*[\w-]+):(?=[^\s/])/, "$1: ");
    const mark = value[0] ?? "";
    if (mark === '"' || mark === "'") {
      const closed = endsQuote(value.slice(1), mark);
      const behind = closed ? value.slice(1).replace(mark === '"' ? /^(?:[^"\\]|\\.)*"/ : /^(?:[^']|'')*'/, "") : "";
      if (closed && behind.trim() && !/^\s+#/.test(behind)) return before + JSON.stringify(value);
      if (!closed && !lines.slice(lines.indexOf(line) + 1).some((later) => endsQuote(later, mark)))
        return before + JSON.stringify(value);
      if (!closed) quote = mark;
      if (mark === '"') return before + value.replace(/\\(?!["\\/0abtnvfre \nN_LPxuU])/g, "\\\\");
      return clean;
    }
    const isPlain = !/^[[{|>&]/.test(mark);
    if ((isPlain && /: |:$|\s#/.test(value)) || /^[@`%*!&]/.test(mark)) return before + JSON.stringify(value);
    if (mark === "[" && !value.includes("]")) return before + JSON.stringify(value);
    return clean;
  });
  return fixed.join("\n");
}

function endsQuote(text: string, mark: string): boolean {
  return mark === '"' ? /(?<!\\)(?:\\\\)*"/.test(text) : /(?<!')(?:'')*'(?!')/.test(text);
}

/** Keys and values of lines that each hold one; lists below them as well. */
function byLines(text: string, pattern: RegExp): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  let last = "";
  for (const line of text.split("\n")) {
    const [, key = "", value = ""] = pattern.exec(line) ?? [];
    const [, item] = /^\s*-\s+(.+)$/.exec(line) ?? [];
    const known = data[last];
    if (key) {
      last = key;
      data[key] = listed(value) ?? unquoted(value);
    } else if (item && last) data[last] = Array.isArray(known) ? [...known, unquoted(item)] : [unquoted(item)];
  }
  return data;
}

function listed(value: string): string[] | undefined {
  const [, inner] = /^\[(.*)\]$/.exec(value.trim()) ?? [];
  return inner === undefined ? undefined : inner.split(",").map(unquoted).filter(Boolean);
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, "$2");
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
