/** Reads code samples without running them: SQL with PostgreSQL's own parser, programs with a compiler, data with its reader. */
import { transform } from "esbuild";
import { hasSqlDetails, loadModule, parseSync } from "libpg-query";
import { parseAllDocuments } from "yaml";
import type { Problem } from "../content/problems/problem.ts";
import type { Fence } from "../content/samples/fence.ts";

/** What is wrong, on which line of the code, counted from 0. */
interface Fault {
  line: number;
  message: string;
}

type Reader = (code: string) => Promise<Fault | undefined> | Fault | undefined;

const script = (loader: "ts" | "tsx" | "js" | "jsx") => (code: string) => readScript(code, loader);

const READERS: Record<string, Reader> = {
  sql: readSql,
  postgresql: readSql,
  pgsql: readSql,
  ts: script("ts"),
  typescript: script("ts"),
  tsx: script("tsx"),
  js: script("js"),
  javascript: script("js"),
  jsx: script("jsx"),
  json: readJson,
  yaml: readYaml,
  yml: readYaml,
};

/** What is wrong with a sample, if anything is. Compilers run beside the caller. */
export async function syntaxProblem({ file, line, language, code }: Fence): Promise<Problem | undefined> {
  const read = Object.hasOwn(READERS, language) ? READERS[language] : undefined;
  const fault = await faultIn(code, read);
  if (!fault) return undefined;
  return {
    file,
    line: line + fault.line,
    message: `this is not ${language}: ${fault.message}`,
    hint: "mend it, or say that it is a fragment: ```… fragment",
  };
}

/** What a reader can't stand, such as ten thousand sums in one, is the sample's fault too. */
async function faultIn(code: string, read: Reader | undefined): Promise<Fault | undefined> {
  try {
    return await read?.(code);
  } catch (error) {
    return { line: 0, message: error instanceof Error ? error.message : String(error) };
  }
}

async function readSql(code: string): Promise<Fault | undefined> {
  await loadModule();
  if (code.replace(/--.*|\/\*[\s\S]*?\*\//g, "").trim() === "") return undefined;
  try {
    parseSync(code);
    return undefined;
  } catch (error) {
    if (!hasSqlDetails(error)) throw error;
    return { line: lineAt(code, error.sqlDetails?.cursorPosition ?? 0), message: error.message };
  }
}

async function readScript(code: string, loader: "ts" | "tsx" | "js" | "jsx"): Promise<Fault | undefined> {
  try {
    await transform(code, { loader, logLevel: "silent" });
    return undefined;
  } catch (error) {
    // What esbuild throws has them (`TransformFailure`).
    const [first] = (error as { errors?: { text: string; location: { line: number } | null }[] }).errors ?? [];
    if (!first) throw error;
    return { line: (first.location?.line ?? 1) - 1, message: first.text };
  }
}

function readJson(code: string): Fault | undefined {
  try {
    JSON.parse(code);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? 0 : lineAt(code, Number(position));
    return { line, message: message.replace(/ in JSON at position.*| \(line \d.*/, "").replace(/, ".*/s, "") };
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
