/** One connection to PostgreSQL, which runs a statement at a time and gives what psql would print. */
import type { EventEmitter } from "node:events";
import pg from "pg";
import type { StatementResult } from "../content/samples/transcript.ts";
import { SampleFault } from "./fault.ts";
import { LIMITS } from "./limits.ts";

/** Object identifiers of the types whose values are set flush right (pg_type.dat). */
const NUMERIC = new Set([20, 21, 23, 26, 700, 701, 790, 1700]);
const AS_TEXT = { getTypeParser: () => (value: string) => value };
const QUIET = new Set(["DEBUG", "LOG", "INFO"]);
/** How long a server has for ending a statement that was cancelled, in milliseconds. */
const PATIENCE = 2000;

export class Session {
  readonly #client: pg.Client;
  readonly #cancel: (pid: number) => Promise<void>;
  #notices: string[] = [];
  #tag = "";
  #givesRows = false;
  pid = 0;

  /** `cancel` ends what the backend with that process id does, through another connection. */
  constructor(config: pg.ClientConfig, cancel: (pid: number) => Promise<void>) {
    this.#client = new pg.Client(config);
    this.#cancel = cancel;
  }

  async connect(): Promise<this> {
    const client = this.#client;
    // A connection that is ended by the server says so by an error, which the next statement reports.
    client.on("error", () => {});
    client.on("notice", ({ severity = "NOTICE", message }) => {
      if (!QUIET.has(severity)) this.#notices.push(`${severity}: ${message}`);
    });
    await client.connect();
    // Its types leave out that it is there.
    const { connection } = client as pg.Client & { connection: EventEmitter };
    connection.on("commandComplete", ({ text }: { text: string }) => {
      this.#tag = text;
    });
    connection.on("rowDescription", () => {
      this.#givesRows = true;
    });
    this.pid = Number((await client.query("SELECT pg_backend_pid() AS pid")).rows[0].pid);
    return this;
  }

  /** Runs one statement. What the server says against it is a result; a `SampleFault` is thrown at a limit. */
  async run(statement: string): Promise<StatementResult> {
    this.#notices = [];
    this.#givesRows = false;
    const answer = await this.#withinLimits(statement);
    const notices = this.#notices.length > 0 ? { notices: this.#notices } : {};
    return { ...notices, ...answer };
  }

  /** Ends as a process that was killed does: without a word to the server. */
  crash(): void {
    // Its types leave out that it is there.
    (this.#client as pg.Client & { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }

  async end(): Promise<void> {
    await this.#client.end().catch(() => {});
  }

  async #withinLimits(text: string): Promise<StatementResult> {
    let fault: SampleFault | undefined;
    const stop = (message: string, hint: string) => {
      if (fault) return;
      fault = new SampleFault(message, hint);
      this.#cancel(this.pid).catch(() => {});
      setTimeout(() => this.crash(), PATIENCE).unref();
    };
    const timer = setTimeout(() => stop(`ran for ${LIMITS.time / 1000} s and was stopped`, "make it end"), LIMITS.time);
    try {
      const answer = await this.#ask(text, stop);
      if (fault) throw fault;
      return answer;
    } finally {
      clearTimeout(timer);
    }
  }

  #ask(text: string, stop: (message: string, hint: string) => void): Promise<StatementResult> {
    const rows: (string | null)[][] = [];
    let size = 0;
    // biome-ignore lint/suspicious/noExplicitAny: pg's types know rows as objects only, and here they are arrays
    const query = new pg.Query<any>({ text, rowMode: "array", types: AS_TEXT } as pg.QueryArrayConfig);
    query.on("row", (row: (string | null)[]) => {
      size += row.join().length;
      if (rows.length >= LIMITS.rows) stop(`gives more than ${LIMITS.rows} rows`, "add a LIMIT");
      else if (size > LIMITS.output) stop(`gives more than ${LIMITS.output} characters`, "ask for less");
      else rows.push(row);
    });
    return new Promise((resolve) => {
      // The types know any error; a query has none but the server's.
      query.on("error", (error) => resolve({ error: errorOf(error as pg.DatabaseError) }));
      query.on("end", ({ fields }) => resolve(this.#givesRows ? tableOf(fields, rows) : { tag: this.#tag }));
      this.#client.query(query);
    });
  }
}

function tableOf(fields: pg.FieldDef[], rows: (string | null)[][]): StatementResult {
  const columns = fields.map(({ name, dataTypeID }) => ({ name, ...(NUMERIC.has(dataTypeID) && { numeric: true }) }));
  return { columns, rows };
}

/** A connection that is lost has no SQLSTATE of the server's; 08006 is what the standard calls it. */
function errorOf({ code, message, detail, hint }: pg.DatabaseError): NonNullable<StatementResult["error"]> {
  const known = code && /^[0-9A-Z]{5}$/.test(code) ? code : "08006";
  return { code: known, message, ...(detail && { detail }), ...(hint && { hint }) };
}
