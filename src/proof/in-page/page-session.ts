/** A page's samples in the one session that PGlite has: in a browser, and in Node to find out which of them hold there. */
import type { PGlite, protocol } from "@electric-sql/pglite";
import type { Sample } from "../../content/samples/sample.ts";
import type { StatementResult } from "../../content/samples/transcript.ts";
import { columnOf, QUIET, worthSaying } from "../result-parts.ts";
import { splitStatements } from "./split-statements.ts";

/** What of PGlite is used. */
export type Engine = Pick<PGlite, "execProtocol">;
/** PGlite's messages to and from PostgreSQL, with the classes by which they are told apart. */
export type Protocol = Pick<typeof protocol, "messages" | "serialize">;

/** As every page's database has them; see `SampleDatabase`. */
const SETTINGS = ["timezone = 'UTC'", "datestyle = 'ISO, YMD'", "intervalstyle = 'postgres'", "lc_messages = 'C'"];

const SUPERUSER = "postgres";

/** What can be run in one session: SQL that is no timeline. */
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

  /** Call it once, before any sample. */
  async begin(): Promise<this> {
    await this.#run("RESET ALL");
    // What samples see as its name. Nobody can rename the database that they are connected to.
    await this.#run("UPDATE pg_database SET datname = 'sample' WHERE datname = current_database()");
    for (const setting of SETTINGS) await this.#run(`SET ${setting}`);
    return this;
  }

  /** A result for each statement. */
  async run({ code, as: role }: Pick<Sample, "code" | "as">): Promise<StatementResult[]> {
    if (role !== this.#role) {
      // DEFAULT would leave it as it is: nobody has logged in.
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
