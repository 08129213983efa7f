/** Parses code samples without running them: SQL with PostgreSQL's own parser, programs with a compiler, data with its reader. */
import { type TransformFailure, transform } from "esbuild";
import { hasSqlDetails } from "libpg-query";
import { parseAllDocuments } from "yaml";
import type { Problem, Reason } from "../content/problems/problem.ts";
import type { Fence } from "../content/samples/fence.ts";
import { parseSql } from "../content/samples/parse-sql.ts";
import { sqlDialectOf } from "./sql-dialect.ts";

/** A syntax error, with its line in the code, counted from 0. */
interface Fault extends Reason {
  line: number;
  /** The language that the code is in instead: the word to write after the backticks. */
  isRather?: string | undefined;
}

interface Reader {
  /** The language, as a message names it. */
  name: string;
  /** Something else that the author can do about a refused sample. */
  otherwise?: string;
  read: (code: string) => Promise<Fault | undefined> | Fault | undefined;
}

const SQL: Reader = {
  name: "PostgreSQL's SQL",
  otherwise: "name its dialect (mysql, sqlite, tsql, plsql)",
  read: readSql,
};
const JSON_READER: Reader = { name: "JSON", read: readJson };
const YAML: Reader = { name: "YAML", read: readYaml };
const JS: Reader = { name: "JavaScript", read: (code) => readScript(code, "js", ["jsx", "ts", "tsx"]) };
const JSX: Reader = { name: "JSX", read: (code) => readScript(code, "jsx", ["tsx"]) };
const TS: Reader = { name: "TypeScript", read: (code) => readScript(code, "ts", ["tsx"]) };
const TSX: Reader = { name: "TSX", read: (code) => readScript(code, "tsx", ["ts"]) };

const READERS = new Map<string, Reader>([
  ...["sql", "postgres", "postgresql", "pgsql"].map((name) => [name, SQL] as const),
  ...["js", "javascript", "mjs", "cjs", "node", "nodejs"].map((name) => [name, JS] as const),
  ...["ts", "typescript", "mts", "cts"].map((name) => [name, TS] as const),
  ["jsx", JSX],
  ["tsx", TSX],
  ["json", JSON_READER],
  ["yaml", YAML],
  ["yml", YAML],
]);

/** The problem of a sample, and the language that it is in instead, if one is known. */
export interface SyntaxProblem extends Problem {
  isRather: string | undefined;
}

/** Undefined for a sample that can be parsed. Compilers run in a process of their own. */
export async function syntaxProblem(fence: Fence): Promise<SyntaxProblem | undefined> {
  const { file, line, language } = fence;
  const reader = READERS.get(language);
  const fault = reader && (await faultOf(fence, reader));
  if (!fault) return undefined;
  return {
    rule: "sample-syntax",
    file,
    isRather: fault.isRather,
    line: line + fault.line,
    message: `this is not ${reader.name}: ${fault.message}`,
    hint: fault.isRather
      ? `write \`\`\`${fault.isRather}`
      : `correct it, ${reader.otherwise ? `${reader.otherwise}, ` : ""}or say that it is a fragment: \`\`\`${language} fragment`,
  };
}

/** Lines that were removed need not go with those that stand for them: one of the two has to be right. */
async function faultOf({ code, removed = [] }: Fence, reader: Reader): Promise<Fault | undefined> {
  const fault = await faultIn(code, reader);
  if (!fault || removed.length === 0) return fault;
  const lines = code.split("\n").map((line, at) => (removed.includes(at + 1) ? "" : line));
  return faultIn(lines.join("\n"), reader);
}

/** A reader that throws, as at ten thousand nested sums, found a fault too. */
async function faultIn(code: string, { read }: Reader): Promise<Fault | undefined> {
  try {
    return await read(code);
  } catch (error) {
    return { line: 0, message: error instanceof Error ? error.message : String(error) };
  }
}

function readSql(code: string): Fault | undefined {
  if (code.replace(/--.*|\/\*[\s\S]*?\*\//g, "").trim() === "") return undefined;
  try {
    parseSql(code);
    return undefined;
  } catch (error) {
    if (!hasSqlDetails(error)) throw error;
    const line = lineAt(code, error.sqlDetails?.cursorPosition ?? 0);
    return { line, message: error.message, isRather: sqlDialectOf(code) };
  }
}

type Loader = "ts" | "tsx" | "js" | "jsx";

/** Code that its own compiler refuses may be read as one of `others`. */
async function readScript(code: string, loader: Loader, others: Loader[]): Promise<Fault | undefined> {
  const fault = await compilerFault(code, loader);
  if (!fault) return undefined;
  for (const other of others) {
    if (!(await compilerFault(code, other))) return { ...fault, isRather: other };
  }
  return fault;
}

async function compilerFault(code: string, loader: Loader): Promise<Fault | undefined> {
  await withOthers();
  try {
    await transform(code, { loader, logLevel: "silent" });
    return undefined;
  } catch (error) {
    if (!isTransformFailure(error)) throw error;
    const [first] = error.errors;
    return { line: (first?.location?.line ?? 1) - 1, message: first?.text ?? error.message };
  }
}

/** So many are compiled at once, or those that were asked for before so many milliseconds without another. */
const MOST_GATHERED = 32;
const MOST_WAIT = 20;

interface Gathering {
  readonly all: Promise<void>;
  readonly release: () => void;
  readonly timer: NodeJS.Timeout;
  count: number;
}

let gathering: Gathering | undefined;

/**
 * Resolves with others that are asked for at about the same time: the compiler is a process of its own, and to wake it for each
 * sample, or to be woken by it, takes longer than to compile one.
 */
function withOthers(): Promise<void> {
  gathering ??= newGathering();
  const { all, release, timer } = gathering;
  gathering.count++;
  if (gathering.count < MOST_GATHERED) timer.refresh();
  else release();
  return all;
}

function newGathering(): Gathering {
  let resolve = () => {};
  const all = new Promise<void>((done) => {
    resolve = done;
  });
  const release = () => {
    clearTimeout(timer);
    gathering = undefined;
    resolve();
  };
  const timer = setTimeout(release, MOST_WAIT);
  return { all, release, timer, count: 0 };
}

function isTransformFailure(error: unknown): error is TransformFailure {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}

function readJson(code: string): Fault | undefined {
  try {
    JSON.parse(code);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? 0 : lineAt(code, Number(position));
    const isRather = readsWithComments(code) ? "jsonc" : readsAsLines(code) ? "jsonl" : undefined;
    return {
      line,
      message: message.replace(/ in JSON at position.*| \(line \d.*/, "").replace(/, ".*/s, ""),
      isRather,
    };
  }
}

/** JSON as editors read it: with comments, and with a comma behind the last value. */
function readsWithComments(code: string): boolean {
  const strict = code.replace(/("(?:[^"\\]|\\.)*")|\/\/.*|\/\*[\s\S]*?\*\//g, "$1");
  return isJson(strict.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, "$1"));
}

function readsAsLines(code: string): boolean {
  const lines = code.split("\n").filter((line) => line.trim());
  return lines.length > 1 && lines.every(isJson);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readYaml(code: string): Fault | undefined {
  const documents = parseAllDocuments(code, { prettyErrors: false });
  const [error] = Array.isArray(documents) ? documents.flatMap(({ errors }) => errors) : [];
  return error && { line: lineAt(code, error.pos[0]), message: error.message };
}

function lineAt(code: string, position: number): number {
  return code.slice(0, position).split("\n").length - 1;
}
