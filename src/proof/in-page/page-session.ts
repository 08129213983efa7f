/** Runs a page's samples in PGlite's only session: in a browser, and in Node to find out which samples work there. */
import type { PGlite, protocol } from "@electric-sql/pglite";
import type { Sample } from "../../content/samples/sample.ts";
import type { StatementResult } from "../../content/samples/transcript.ts";
import { columnOf, QUIET, worthSaying } from "../result-parts.ts";
import { splitStatements } from "./split-statements.ts";

/** The part of PGlite that is used. */
export type Engine = Pick<PGlite, "execProtocol">;
/** PGlite's classes and writers of PostgreSQL's wire protocol. */
export type Protocol = Pick<typeof protocol, "messages" | "serialize">;

/** The settings of every page's database; see `SampleDatabase`. */
const SETTINGS = ["timezone = 'UTC'", "datestyle = 'ISO, YMD'", "intervalstyle = 'postgres'", "lc_messages = 'C'"];

const SUPERUSER = "postgres";

/** True for a sample that needs only one session: SQL that is no timeline. */
export function runsInPage({ language, timeline }: Pick<Sample, "language" | "timeline">): boolean {
  return language === "sql" && !timeline;
}

export class PageSession {
  readonly #engine: Engine;
  readonly #protocol: Protocol;
  #role: string | undefined;

  constructor(engine: Engine, protocol: Protocol) {
    this.#engine = engine;
    this.#protocol = protocol;
  }

  /** To be called once, before any sample. */
  async begin(): Promise<this> {
    await this.#run("RESET ALL");
    // The name that samples see. ALTER DATABASE can't rename the current database.
    await this.#run("UPDATE pg_database SET datname = 'sample' WHERE datname = current_database()");
    for (const setting of SETTINGS) await this.#run(`SET ${setting}`);
    return this;
  }

  /** A result for each statement. */
  async run({ code, as: role }: Pick<Sample, "code" | "as">): Promise<StatementResult[]> {
    if (role !== this.#role) {
      // DEFAULT has no effect in PGlite, which has no login.
      await this.#run(`SET SESSION AUTHORIZATION "${(role ?? SUPERUSER).replaceAll('"', '""')}"`);
      this.#role = role;
    }
    const results: StatementResult[] = [];
    for (const statement of splitStatements(code)) results.push(worthSaying(await this.#run(statement), statement));
    return results;
  }

  async #run(sql: string): Promise<StatementResult> {
    const { serialize, messages: kinds } = this.#protocol;
    const notices: string[] = [];
    const onNotice = ({
      severity = "NOTICE",
      message,
    }: {
      severity: string | undefined;
      message: string | undefined;
    }) => {
      if (!QUIET.has(severity)) notices.push(`${severity}: ${message}`);
    };
    const { messages } = await this.#engine.execProtocol(serialize.query(sql), { throwOnError: false, onNotice });
    let result: StatementResult = {};
    const rows: (string | null)[][] = [];
    for (const message of messages) {
      if (message instanceof kinds.RowDescriptionMessage) result = { columns: message.fields.map(columnOf), rows };
      else if (message instanceof kinds.DataRowMessage) rows.push(message.fields);
      else if (message instanceof kinds.CommandCompleteMessage && !result.rows) result = { tag: message.text };
      else if (message instanceof kinds.DatabaseError) {
        const { code = "", message: text, detail, hint } = message;
        result = { error: { code, message: text, ...(detail && { detail }), ...(hint && { hint }) } };
      }
    }
    return { ...(notices.length > 0 && { notices }), ...result };
  }
}
