/** Splits a content file into its YAML front matter and its Markdown, and remembers where each key stands. */
import { isMap, isNode, LineCounter, type Node, parseDocument, visit } from "yaml";
import { isDate } from "../../content/date.ts";
import type { Place, Problem } from "../../content/problems/problem.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { lostText, quoted, yamlHint } from "./yaml-hints.ts";

export interface FrontMatter {
  /** What the YAML says, unvalidated. */
  data: unknown;
  /** The Markdown after the front matter, with `\n` as its line ends. */
  body: string;
  /** The body's first line, counted from 1 in the file. */
  bodyLine: number;
  /** Where a key, or the value that a path of keys leads to, stands in the file. */
  place: (path: readonly PropertyKey[]) => Place;
}

const FENCE = /^---[ \t]*$/;
const OTHER_FORMATS = /^(\+\+\+|;;;|---[ \t]*[a-z]+|\{)/i;
const ONE_FORMAT = "front matter is YAML between two lines of ---";

/** Parsed YAML by its text: what earlier builds have read without a problem. */
export interface KnownData {
  get(yaml: string): { readonly data: unknown } | undefined;
  set(yaml: string, data: unknown): void;
}

/** Reads a file's text. A byte order mark is ignored, and CRLF line ends count as LF. */
export function readFrontMatter(file: string, text: string, known?: KnownData): Result<FrontMatter> {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const [first = "", ...others] = linesUntilFence(plain);
  const problem = (message: string) => failure({ file, line: 1, message, hint: ONE_FORMAT });
  if (OTHER_FORMATS.test(first)) return problem(`front matter opened with "${first.slice(0, 20)}" is not read`);
  if (!FENCE.test(first)) return problem("does not begin with front matter");
  if (!FENCE.test(others.at(-1) ?? "")) return problem("the front matter never ends");
  const length = [first, ...others].reduce((sum, line) => sum + line.length + 1, 0);
  const [yaml, body, bodyLine] = [others.slice(0, -1).join("\n"), plain.slice(length), others.length + 2];
  const earlier = known?.get(yaml);
  if (earlier) return success({ data: earlier.data, body, bodyLine, place: (path) => placeIn(file, yaml, path) });
  const parsed = parseYaml(file, yaml);
  if (!parsed.ok) return parsed;
  known?.set(yaml, parsed.value.data);
  return success({ ...parsed.value, body, bodyLine });
}

/** The lines up to the second `---`. */
function linesUntilFence(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end === -1 ? undefined : end);
    lines.push(line);
    if (end === -1 || (lines.length > 1 && FENCE.test(line)) || (lines.length === 1 && !FENCE.test(line))) break;
    at = end + 1;
  }
  return lines;
}

/** Parses the YAML again, so it is only called for problems. */
function placeIn(file: string, yaml: string, path: readonly PropertyKey[]): Place {
  const parsed = parseYaml(file, yaml);
  return parsed.ok ? parsed.value.place(path) : { file, line: 1 };
}

function parseYaml(file: string, yaml: string): Result<Pick<FrontMatter, "data" | "place">> {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { version: "1.2", lineCounter, prettyErrors: false });
  const placeOf = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: line + 1, column: col };
  };
  const lines = yaml.split("\n");
  const faults = [...document.errors, ...document.warnings];
  const found: Problem[] = faults.map((fault) => {
    const place = placeOf(fault.pos[0]);
    const isSecond = fault.code === "MULTIPLE_DOCS";
    const what = isSecond ? "a second document begins here; front matter is one" : fault.message;
    return {
      ...place,
      message: `YAML: ${what}`,
      hint: isSecond ? undefined : yamlHint(fault, lines, (place.line ?? 2) - 2),
    };
  });
  // A second error on a line mostly follows from the first.
  const problems = found.filter(({ line }, index) => found.findIndex((other) => other.line === line) === index);
  // Aliases are refused: one of nothing, of itself or of too much would throw below.
  visit(document, {
    Alias: (_key, { range, source }) => {
      const hint = "put a text that begins with * in quotes";
      problems.push({ ...placeOf(range?.[0] ?? 0), message: `YAML: *${source} is an alias, which is not read`, hint });
    },
    Scalar: (key, { range, value, type }) => {
      if (key === "key" || type !== "PLAIN" || !range || typeof value !== "string" || isDate(value)) return;
      const rest = yaml.slice(range[1]).split("\n", 1)[0] ?? "";
      const lost = lostText(rest);
      if (lost === undefined) return;
      const message = `YAML: "${lost}" is a comment, since a space stands before its #, and is left out`;
      problems.push({
        ...placeOf(range[1] + rest.indexOf("#")),
        message,
        hint: `write ${quoted(value + rest.trimEnd())}`,
      });
    },
  });
  if (problems.length > 0) return failure(...problems);
  if (!isMap(document.contents)) return failure({ file, line: 2, message: "the front matter has no keys" });
  const contents = document.contents;
  const place = (path: readonly PropertyKey[]): Place => {
    const node = nodeAt(contents, path);
    return node?.range ? placeOf(node.range[0]) : { file, line: 1 };
  };
  return success({ data: document.toJS(), place });
}

/** The key's own node for a path of one; otherwise the innermost value on the path. */
function nodeAt(root: Node, path: readonly PropertyKey[]): Node | undefined {
  if (!isMap(root)) return undefined;
  const pair = root.items.find(({ key }) => isNode(key) && String(key.toJSON()) === String(path[0]));
  const inner = path.length > 1 ? root.getIn(path, true) : undefined;
  const node = inner ?? pair?.key;
  return isNode(node) ? node : undefined;
}
