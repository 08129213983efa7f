/** Splits a content file into its YAML front matter and its Markdown, and remembers where each key stands. */
import { isMap, isNode, LineCounter, type Node, parseDocument, visit } from "yaml";
import { isDate } from "../content/date.ts";
import type { Place, Problem } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
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

/** Reads a file's text; a byte order mark and CRLF line ends are as if they were not there. */
export function readFrontMatter(file: string, text: string): Result<FrontMatter> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const first = lines[0] ?? "";
  const problem = (message: string) => failure({ file, line: 1, message, hint: ONE_FORMAT });
  if (OTHER_FORMATS.test(first)) return problem(`front matter opened with "${first.slice(0, 20)}" is not read`);
  if (!FENCE.test(first)) return problem("does not begin with front matter");
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end === -1) return problem("the front matter never ends");
  return parseYaml(file, lines.slice(1, end).join("\n"), lines.slice(end + 1).join("\n"), end + 2);
}

function parseYaml(file: string, yaml: string, body: string, bodyLine: number): Result<FrontMatter> {
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
  // What is wrong on a line mostly has a second error as its consequence.
  const problems = found.filter(({ line }, index) => found.findIndex((other) => other.line === line) === index);
  // An alias of nothing, of itself or of too much would throw below; none is needed here.
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
      const message = `YAML: "${lost}" is a remark, since a space stands before its #, and is left out`;
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
  return success({ data: document.toJS(), body, bodyLine, place });
}

/** The key's own node for a path of one; otherwise the innermost value on the path. */
function nodeAt(root: Node, path: readonly PropertyKey[]): Node | undefined {
  if (!isMap(root)) return undefined;
  const pair = root.items.find(({ key }) => isNode(key) && String(key.toJSON()) === String(path[0]));
  const inner = path.length > 1 ? root.getIn(path, true) : undefined;
  const node = inner ?? pair?.key;
  return isNode(node) ? node : undefined;
}
