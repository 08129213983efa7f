/** A page's SQLite database: that of Node, in a process of its own, with a file in the page's folder. */
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Place } from "../../content/problems/problem.ts";
import { type Result, success } from "../../content/problems/result.ts";
import type { StatementResult } from "../../content/samples/transcript.ts";
import { LIMITS } from "../limits.ts";
import { notProven } from "../not-proven.ts";
import { endGroup } from "../programs/end-group.ts";
import { permissionsFor } from "../programs/program-steps.ts";
import { nodeRefusal } from "../programs/run-program.ts";
import type { Workplace } from "../workplace.ts";
import { sqliteErrorName } from "./sqlite-errors.ts";
import { type SqliteStatement, sqliteStatements } from "./sqlite-statements.ts";

const SHELL = fileURLToPath(new URL("sqlite-shell.js", import.meta.url));
/** In the page's folder, where its programs find it. */
const FILE = "sample.db";
const PLAN = "id,parent,notused,detail";

interface Answer {
  columns?: string[];
  isNumeric?: boolean[];
  rows?: (string | null)[][];
  error?: { number: number; message: string };
}

/** The version of SQLite that a Node has, asked of that Node. */
export class SqliteSession {
  readonly #workplace: Workplace;
  #process: ChildProcess | undefined;

  constructor(workplace: Workplace) {
    this.#workplace = workplace;
  }

  /** A result for each statement, and the lines on which they end. */
  async run(code: string, place: Place): Promise<Result<{ results: StatementResult[]; ends: number[] }>> {
    const refusal = nodeRefusal(this.#workplace.node.version);
    if (refusal) return notProven(place, ...refusal);
    const command = code.split("\n").findIndex((line) => /^\.\w/.test(line));
    if (command !== -1) {
      const at = { ...place, line: (place.line ?? 1) + command };
      return notProven(at, "has a command of sqlite3's shell", "write SQL: PRAGMA table_info, sqlite_schema");
    }
    const statements = sqliteStatements(code);
    const results: StatementResult[] = [];
    for (const statement of statements) {
      const answer = await this.#ask(statement, place);
      if (!answer.ok) return answer;
      const { rows = [], error } = answer.value;
      if (rows.length > LIMITS.rows) return notProven(place, `gives more than ${LIMITS.rows} rows`, "add a LIMIT");
      if (rows.join().length > LIMITS.output)
        return notProven(place, `gives more than ${LIMITS.output} characters`, "ask for less");
      results.push(
        error ? { error: { code: sqliteErrorName(error.number), message: error.message } } : resultOf(answer.value),
      );
    }
    return success({ results, ends: statements.map(({ end }) => end) });
  }

  end(): void {
    if (this.#process) endGroup(this.#process);
    this.#process = undefined;
  }

  #ask({ text }: SqliteStatement, place: Place): Promise<Result<Answer>> {
    const child = this.#started();
    return new Promise((resolve) => {
      const { milliseconds } = LIMITS;
      const timer = setTimeout(() => {
        this.end();
        resolve(notProven(place, `ran for ${milliseconds / 1000} s and was stopped`, "make it end"));
      }, milliseconds);
      const settle = (result: Result<Answer>) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(result);
      };
      child.once("message", (answer: Answer) => settle(success(answer)));
      child.once("error", (error) => settle(notProven(place, `could not run: ${error.message}`)));
      child.once("exit", (code) => {
        this.#process = undefined;
        settle(notProven(place, `could not run: SQLite has ended with ${code}`));
      });
      child.send(text);
    });
  }

  #started(): ChildProcess {
    if (this.#process) return this.#process;
    const { folders, node } = this.#workplace;
    const permissions = permissionsFor(node, folders.working, [SHELL]);
    const command = [node.path, ...permissions, SHELL, join(folders.working, FILE), String(LIMITS.rows)];
    const environment = this.#workplace.environment({});
    this.#process = this.#workplace.spawn(command, environment, ["ignore", "ignore", "inherit", "ipc"]);
    return this.#process;
  }
}

function resultOf({ columns, isNumeric = [], rows = [] }: Answer): StatementResult {
  if (!columns) return {};
  if (columns.join() === PLAN) return { reply: planText(rows) };
  const named = columns.map((name, index) => ({ name, ...(isNumeric[index] && rows.length > 0 && { numeric: true }) }));
  return { columns: named, rows };
}

/** `EXPLAIN QUERY PLAN` as sqlite3 draws it. */
function planText(rows: readonly (string | null)[][]): string {
  const below = (parent: string, indent: string): string[] => {
    const children = rows.filter((row) => row[1] === parent);
    return children.flatMap(([id, , , detail], index) => {
      const isLast = index === children.length - 1;
      const line = `${indent}${isLast ? "`--" : "|--"}${detail}`;
      return [line, ...below(id ?? "", indent + (isLast ? "   " : "|  "))];
    });
  };
  return ["QUERY PLAN", ...below("0", "")].join("\n");
}
